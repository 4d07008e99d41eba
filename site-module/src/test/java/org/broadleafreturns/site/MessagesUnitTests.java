package org.broadleafreturns.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class MessagesUnitTests {

    @Test
    void everyWordExistsInBothLanguages() throws IOException {
        assertThat(bundle("_fr").keySet()).isEqualTo(bundle("").keySet());
    }

    @Test
    void noApostropheIsTakenForAQuote() throws IOException {
        assertThat(bundle("").values()).noneMatch(words -> words.toString().contains("'"));
        assertThat(bundle("_fr").values()).noneMatch(words -> words.toString().contains("'"));
    }

    private static Properties bundle(String suffix) throws IOException {
        Properties bundle = new Properties();
        try (InputStream file = MessagesUnitTests.class
                .getResourceAsStream("/messages/rtn/ReturnsSiteMessages" + suffix + ".properties")) {
            bundle.load(file);
        }
        return bundle;
    }
}
