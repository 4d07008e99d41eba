package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MailContentUnitTests {

    @Test
    void hasOneLineOfSubjectSoThatNobodyCanAddAHeader() {
        assertThat(new MailContent("a@b.c", "Return\r\nBcc: x@y.z", "", "").subject()).isEqualTo("Return Bcc: x@y.z");
    }

    @Test
    void hasTheLineEndsOfMailHoweverItWasWritten() {
        MailContent content = new MailContent("a@b.c", "s", "a\nb\r\nc", "d\re");

        assertThat(content.html()).isEqualTo("a\r\nb\r\nc");
        assertThat(content.text()).isEqualTo("d\r\ne");
    }
}
