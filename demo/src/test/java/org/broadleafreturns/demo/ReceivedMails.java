package org.broadleafreturns.demo;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import javax.mail.internet.MimeMessage;

/** What the shop's mail server has received. */
final class ReceivedMails {

    private ReceivedMails() {
    }

    /** The mails to its customer whose subject names that return. */
    static List<MimeMessage> about(String number) {
        return naming(number).filter(mail -> !isToShop(mail)).toList();
    }

    /** The mails to the shop itself whose subject names that return. */
    static List<MimeMessage> toShop(String number) {
        return naming(number).filter(ReceivedMails::isToShop).toList();
    }

    private static Stream<MimeMessage> naming(String number) {
        return Arrays.stream(TestShop.get().mailServer().getReceivedMessages()).filter(mail -> subject(mail).contains(number));
    }

    private static boolean isToShop(MimeMessage mail) {
        return recipient(mail).endsWith("@plants.example");
    }

    static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What it says as plain text. */
    static String text(MimeMessage mail) {
        try {
            return (String) MailIntegrationTests.part(mail, "text/plain").getContent();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
