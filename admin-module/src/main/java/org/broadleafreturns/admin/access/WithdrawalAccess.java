package org.broadleafreturns.admin.access;

import org.broadleafcommerce.openadmin.server.security.remote.SecurityVerifier;
import org.broadleafreturns.core.withdrawal.WithdrawalDesk;

/** What the logged-in back-office user may do to statements of withdrawal. */
public class WithdrawalAccess extends PermittedAccess {

    WithdrawalAccess(SecurityVerifier security) {
        super(security, WithdrawalDesk.class);
    }

    /**
     * The user's name.
     *
     * @throws NoAccessException if nobody is logged in
     */
    public String userName() {
        return user().getName();
    }
}
