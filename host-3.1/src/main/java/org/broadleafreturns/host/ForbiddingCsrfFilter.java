package org.broadleafreturns.host;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.security.handler.CsrfFilter;

/**
 * Answers a form without a valid token, such as one that was left open until its session ended, with 403. Broadleaf's filter
 * throws, which reads as a failure of the shop in the log and on the page.
 */
public class ForbiddingCsrfFilter extends CsrfFilter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) throws IOException, ServletException {
        try {
            super.doFilter(request, response, (checked, unused) -> { });
        } catch (ServletException e) {
            ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
