package org.broadleafreturns.host;

import java.io.IOException;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.security.handler.CsrfFilter;
import org.springframework.web.filter.GenericFilterBean;

/**
 * Answers a form without a valid token, such as one that was left open until its session ended, with 403. Broadleaf's filters
 * throw, which reads as a failure of the shop in the log and on the page.
 */
public class ForbiddingCsrfFilter extends GenericFilterBean {

    private final Filter filter;

    /** @param filter that looks at the token */
    public ForbiddingCsrfFilter(CsrfFilter filter) {
        this.filter = filter;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        boolean[] passed = {false};
        try {
            filter.doFilter(request, response, (checked, unused) -> passed[0] = true);
        } catch (ServletException e) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        // The back office's filter may have sent the browser to its login.
        if (passed[0]) {
            chain.doFilter(request, response);
        }
    }
}
