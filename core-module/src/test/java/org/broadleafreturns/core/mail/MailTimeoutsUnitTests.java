package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

class MailTimeoutsUnitTests {

    @Test
    void aSenderThatWouldWaitForEverGetsTimeouts() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();

        MailTimeouts.ensured(sender);

        assertThat(sender.getSession().getProperties()).containsEntry("mail.smtp.connectiontimeout", "10000")
            .containsEntry("mail.smtp.timeout", "30000").containsEntry("mail.smtp.writetimeout", "30000")
            .containsEntry("mail.smtps.timeout", "30000");
    }

    @Test
    void whatTheShopHasSetStays() {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        Properties own = new Properties();
        own.setProperty("mail.smtp.timeout", "1234");
        sender.setJavaMailProperties(own);

        MailTimeouts.ensured(sender);

        assertThat(sender.getSession().getProperties()).containsEntry("mail.smtp.timeout", "1234")
            .containsEntry("mail.smtp.connectiontimeout", "10000");
    }
}
