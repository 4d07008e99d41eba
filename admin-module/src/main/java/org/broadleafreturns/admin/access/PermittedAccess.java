package org.broadleafreturns.admin.access;

import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.server.security.domain.AdminUser;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/** What the logged-in back-office user may do, by the permissions that they have on what a class stands for. */
public abstract class PermittedAccess {

    private final SecurityVerifier security;
    private final Class<?> what;

    PermittedAccess(SecurityVerifier security, Class<?> what) {
        this.security = security;
        this.what = what;
    }

    public boolean mayRead() {
        return may(EntityOperationType.FETCH);
    }

    public boolean mayChange() {
        return mayRead() && may(EntityOperationType.UPDATE);
    }

    /** @throws NoAccessException if the user may not see it */
    public void requireRead() {
        if (!mayRead()) {
            throw new NoAccessException();
        }
    }

    /** @throws NoAccessException if the user may not change it */
    public void requireChange() {
        if (!mayChange()) {
            throw new NoAccessException();
        }
    }

    /** @throws NoAccessException if nobody is logged in */
    AdminUser user() {
        AdminUser user = security.getPersistentAdminUser();
        if (user == null) {
            throw new NoAccessException();
        }
        return user;
    }

    /** The platform asks the database each time, and one page asks for many buttons: the answer holds for the web request. */
    private boolean may(EntityOperationType operation) {
        RequestAttributes request = RequestContextHolder.getRequestAttributes();
        if (request == null) {
            return isPermitted(operation);
        }
        String name = PermittedAccess.class.getName() + "." + what.getName() + "." + operation;
        Object known = request.getAttribute(name, RequestAttributes.SCOPE_REQUEST);
        if (known == null) {
            known = isPermitted(operation);
            request.setAttribute(name, known, RequestAttributes.SCOPE_REQUEST);
        }
        return (Boolean) known;
    }

    private boolean isPermitted(EntityOperationType operation) {
        if (security.getPersistentAdminUser() == null) {
            return false;
        }
        try {
            security.securityCheck(what.getName(), operation);
            return true;
        } catch (ServiceException e) {
            return false;
        }
    }
}
