package org.broadleafreturns.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesUnitTests {

    private static final String ENGLISH = "/messages/rtn/ReturnsAdminMessages.properties";
    private static final String FRENCH = "/messages/rtn/ReturnsAdminMessages_fr.properties";

    @Test
    void everythingIsSaidInBothLanguages() throws IOException {
        assertThat(messages(FRENCH).keySet()).isEqualTo(messages(ENGLISH).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {ENGLISH, FRENCH})
    void bundlesAreReadAlikeInEveryEncodingAndHaveNoQuoteThatMessageFormatEats(String bundle) throws IOException {
        try (InputStream stream = getClass().getResourceAsStream(bundle)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(text)).isTrue();
            assertThat(text).doesNotContain("'");
        }
    }

    private Properties messages(String bundle) throws IOException {
        Properties messages = new Properties();
        try (InputStream stream = getClass().getResourceAsStream(bundle)) {
            messages.load(stream);
        }
        return messages;
    }
}
