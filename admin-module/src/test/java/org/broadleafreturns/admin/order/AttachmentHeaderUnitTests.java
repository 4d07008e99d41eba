package org.broadleafreturns.admin.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AttachmentHeaderUnitTests {

    @Test
    void keepsAPlainName() {
        assertThat(AttachmentHeader.of("label.pdf"))
            .isEqualTo("attachment; filename=\"label.pdf\"; filename*=UTF-8''label.pdf");
    }

    @Test
    void givesAccentsInFullAndForOldBrowsersWithout() {
        assertThat(AttachmentHeader.of("étiquette n°1.pdf"))
            .isEqualTo("attachment; filename=\"etiquette n_1.pdf\"; filename*=UTF-8''%C3%A9tiquette%20n%C2%B01.pdf");
    }

    @Test
    void cannotBeLeftThroughQuotesOrLineEnds() {
        assertThat(AttachmentHeader.of("a\"b\\c\r\nX: y.pdf"))
            .isEqualTo("attachment; filename=\"a_b_c__X: y.pdf\"; filename*=UTF-8''a%22b%5Cc%0D%0AX%3A%20y.pdf");
    }

    @Test
    void encodesCharactersBeyondTheBasicPlane() {
        assertThat(AttachmentHeader.of("📦.png")).endsWith("filename*=UTF-8''%F0%9F%93%A6.png");
    }
}
