package org.broadleafreturns.core.kernel.web;

import javax.servlet.http.HttpServletRequest;
import org.broadleafreturns.core.kernel.Actor;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From which network address the request being answered came, for the journal. Such an address is personal data, so the shop
 * decides whether it is kept ({@code returns.journal.addresses}). Behind a proxy it is the proxy's, unless the server is told to
 * trust what the proxy says of the client.
 */
public class ClientAddress {

    private final boolean kept;

    public ClientAddress(boolean kept) {
        this.kept = kept;
    }

    /** The actor at the address of the current request; unchanged if addresses are not kept, or outside of a request. */
    public Actor locate(Actor actor) {
        if (kept && RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
            HttpServletRequest request = attributes.getRequest();
            return actor.at(request.getRemoteAddr());
        }
        return actor;
    }
}
