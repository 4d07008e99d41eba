package org.broadleafreturns.demo;

import java.util.Arrays;
import java.util.List;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

/** What the shop's mail server has received. */
final class ReceivedMails {

    private ReceivedMails() {
    }

    /** The mails whose subject names that return. */
    static List<MimeMessage> about(String number) {
        return Arrays.stream(TestShop.get().mailServer().getReceivedMessages())
            .filter(mail -> subject(mail).contains(number)).toList();
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
