package org.broadleafreturns.host;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.springframework.security.web.RedirectStrategy;

/**
 * Leads to pages of this application only, after a login or a failed one. Broadleaf's handlers take the address to go to from
 * the request and look for a colon or a dot in it, which {@code //elsewhere} has not.
 */
public class LocalRedirects implements RedirectStrategy {

    /** A path, and not the beginning of a host: browsers drop tabs and line ends, and take a backslash for a slash. */
    private static final Pattern PATH = Pattern.compile("/(?![/\\\\])[^\\\\\\p{Cntrl}]*");

    private final RedirectStrategy redirects;

    /** @param redirects how to lead to an address that is this application's */
    public LocalRedirects(RedirectStrategy redirects) {
        this.redirects = redirects;
    }

    @Override
    public void sendRedirect(HttpServletRequest request, HttpServletResponse response, String url) throws IOException {
        redirects.sendRedirect(request, response, PATH.matcher(url).matches() || isOwn(request, url) ? url : "/");
    }

    /** The page that was asked for before the login is named with its server. */
    private static boolean isOwn(HttpServletRequest request, String url) {
        try {
            URI asked = new URI(url);
            URI own = new URI(request.getRequestURL().toString());
            return own.getScheme().equals(asked.getScheme()) && own.getRawAuthority().equals(asked.getRawAuthority());
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
