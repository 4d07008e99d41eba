package org.broadleafreturns.core.mail;

/** Is told what became of mails. A feature that has to do with failed ones is a bean of this type. */
public interface MailOutcomes {

    /** A mail was given up, in the transaction that notes it. */
    void failed(Long mailId);

    /** A mail went out, in the transaction that notes it. */
    void sent(Long mailId);
}
