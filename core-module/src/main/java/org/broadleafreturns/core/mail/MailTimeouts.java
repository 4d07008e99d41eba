package org.broadleafreturns.core.mail;

import java.util.Properties;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Lets no mail server keep a thread that sends mails waiting for ever, which is what Jakarta Mail does unless it is told
 * how long. What the shop has set for its sender stays.
 */
final class MailTimeouts {

    private static final String CONNECT = "10000";
    private static final String ANSWER = "30000";

    private MailTimeouts() {
    }

    /** Gives the sender's session the timeouts that it lacks. */
    static JavaMailSender ensured(JavaMailSender sender) {
        if (sender instanceof JavaMailSenderImpl smtp) {
            Properties session = smtp.getSession().getProperties();
            for (String protocol : new String[] {"smtp", "smtps"}) {
                session.putIfAbsent("mail." + protocol + ".connectiontimeout", CONNECT);
                session.putIfAbsent("mail." + protocol + ".timeout", ANSWER);
                session.putIfAbsent("mail." + protocol + ".writetimeout", ANSWER);
            }
        }
        return sender;
    }
}
