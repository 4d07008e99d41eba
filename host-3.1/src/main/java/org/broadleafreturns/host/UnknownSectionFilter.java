package org.broadleafreturns.host;

import java.io.IOException;
import javax.servlet.FilterChain;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An address of a section that there is not does not exist. Broadleaf's back office takes the section's name for that of a class
 * and fails.
 */
class UnknownSectionFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof ClassNotFoundException) || response.isCommitted()) {
                throw e;
            }
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }
}
