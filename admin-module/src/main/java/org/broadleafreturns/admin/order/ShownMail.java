package org.broadleafreturns.admin.order;

import org.broadleafreturns.core.mail.MailReport;
import org.broadleafreturns.core.mail.MailState;

/**
 * What became of a mail, in the panel. Public for the templates.
 *
 * @param again whether this user can send it once more
 * @param addressNow where it goes then: the customer's or the order's address may have been corrected
 * @param reader {@code customer} or {@code shop}
 */
public record ShownMail(MailReport report, boolean again, String addressNow, String reader) {

    /** @param address where mails to the customer go now, or null if nowhere */
    static ShownMail toCustomer(MailReport report, String address, boolean mayChange) {
        return new ShownMail(report, mayChange && report.state() == MailState.FAILED, address == null ? report.recipient() : address,
            "customer");
    }

    static ShownMail toShop(MailReport report, boolean mayChange) {
        return new ShownMail(report, mayChange && report.state() == MailState.FAILED, report.recipient(), "shop");
    }
}
