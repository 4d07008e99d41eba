package org.broadleafreturns.core.storedsettings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressUnitTests {

    @ParameterizedTest
    @ValueSource(strings = {"returns@localhost", "returns@shop.example", "a.b+c_d'e@sub.shop-1.example", "1@2.example"})
    void takesAddresses(String address) {
        assertThat(MailAddress.isValid(address)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "shop", "@shop.example", "shop@", "a b@shop.example", "a@b@shop.example", "a@shop..example",
        "a@-shop.example", "a..b@shop.example", ".a@shop.example", "Shop <a@shop.example>", "a@shop.example,b@shop.example",
        "a@shop.example\r\nBcc: x@evil.example", "a@shop.example\n", "a\u0000@shop.example", "\u00e9@shop.example", "a@caf\u00e9.example",
        "\"a b\"@shop.example", "a@[127.0.0.1]"})
    void takesNothingElse(String address) {
        assertThat(MailAddress.isValid(address)).isFalse();
    }

    @Test
    void takesNoneThatIsTooLong() {
        String domain = "@" + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + ".example";
        String longest = "a".repeat(MailAddress.ADDRESS_LENGTH - domain.length()) + domain;

        assertThat(MailAddress.isValid("a" + longest)).isFalse();
        assertThat(longest).hasSize(254);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Shop", "Caf\u00e9 & Cie", "Smith, \"the\" shop <b>"})
    void aNameStaysInItsHeader(String name) {
        String header = MailAddress.header(name, "a@shop.example");

        assertThat(header).matches("[ -~]*").endsWith(name.isEmpty() ? "a@shop.example" : "<a@shop.example>");
        assertThat(MailAddress.nameIn(header)).isEqualTo(name);
        assertThat(MailAddress.addressIn(header)).isEqualTo("a@shop.example");
    }

    @Test
    void aNameCannotEndItsHeader() {
        assertThat(MailAddress.header("Shop\r\nBcc: x@evil.example", "a@shop.example"))
            .isEqualTo("\"Shop Bcc: x@evil.example\" <a@shop.example>");
    }

    @Test
    void whatIsNoHeaderIsShownAsItIs() {
        assertThat(MailAddress.nameIn("a@b@c")).isEmpty();
        assertThat(MailAddress.addressIn("a@b@c")).isEqualTo("a@b@c");
    }
}
