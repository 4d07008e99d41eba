package org.broadleafreturns.admin.access;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Shuts the addresses that the platform answers for all entities alike: a return is looked at and changed on the page of its
 * order only. Left to itself, Broadleaf 7.0 shows forms over returns there, and says with status 200 that it cannot save them.
 */
class GenericReturnAddresses implements HandlerInterceptor {

    private final ReturnAccess access;

    GenericReturnAddresses(ReturnAccess access) {
        this.access = access;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (RefusalResolver.isGeneric(handler)) {
            access.requireRead();
            throw new ReturnNotFoundException();
        }
        return true;
    }
}
