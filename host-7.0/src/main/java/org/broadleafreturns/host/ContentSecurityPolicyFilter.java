package org.broadleafreturns.host;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.web.filter.OncePerRequestFilter;

/** Sends a content security policy whose nonce the platform's templates find in the request. */
class ContentSecurityPolicyFilter extends OncePerRequestFilter {

    private static final String NONCE_ATTRIBUTE = "blcCspNonce";

    private final String policy;

    /** @param policy with %s in place of the nonce */
    ContentSecurityPolicyFilter(String policy) {
        this.policy = policy;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String nonce = UUID.randomUUID().toString();
        request.setAttribute(NONCE_ATTRIBUTE, nonce);
        response.setHeader("Content-Security-Policy", policy.formatted(nonce));
        chain.doFilter(request, response);
    }
}
