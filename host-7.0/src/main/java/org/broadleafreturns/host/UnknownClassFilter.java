package org.broadleafreturns.host;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * An address of a section that there is not does not exist, and a form that names a class that there is not is a bad one; the
 * platform takes both for failures of the shop.
 */
class UnknownClassFilter extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (!(NestedExceptionUtils.getMostSpecificCause(e) instanceof ClassNotFoundException) || response.isCommitted()) {
                throw e;
            }
            response.sendError(request.getMethod().equals("GET") ? HttpServletResponse.SC_NOT_FOUND : HttpServletResponse.SC_BAD_REQUEST);
        }
    }
}
