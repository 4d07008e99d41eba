package org.broadleafreturns.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnStatus;
import org.junit.jupiter.api.Test;

class MessagesUnitTests {

    @Test
    void everyWordExistsInBothLanguages() throws IOException {
        assertThat(bundle("_fr").keySet()).isEqualTo(bundle("").keySet());
        assertThat(bundle("_fr").values()).doesNotContain("");
    }

    @Test
    void everyStatusHasANameAndAMail() throws IOException {
        assertThat(bundle("").stringPropertyNames())
            .containsAll(Arrays.stream(ReturnStatus.values()).map(ReturnStatus::getFriendlyType).toList())
            .containsAll(Arrays.stream(ReturnStatus.values())
                .map(status -> "rtn.mail." + status.name().toLowerCase(java.util.Locale.ROOT) + ".subject").toList());
        assertThat(ReturnMailKinds.all()).extracting(MailKind::name)
            .containsAll(Arrays.stream(ReturnStatus.values()).map(Enum::name).toList());
    }

    @Test
    void theStatusesHaveTheWordsOfTheDesign() throws IOException {
        assertThat(bundle("_fr")).containsEntry("rtn.status.REQUESTED", "Retour demandé")
            .containsEntry("rtn.status.LABEL_SENT", "Étiquette envoyée")
            .containsEntry("rtn.status.RECEIVED", "Produits reçus")
            .containsEntry("rtn.status.ACCEPTED", "Accepté")
            .containsEntry("rtn.status.PARTIALLY_ACCEPTED", "Partiellement accepté")
            .containsEntry("rtn.status.REFUSED", "Refusé")
            .containsEntry("rtn.status.CANCELLED", "Annulé");
    }

    @Test
    void noApostropheIsTakenForAQuote() throws IOException {
        assertThat(bundle("").values()).noneMatch(words -> words.toString().contains("'"));
        assertThat(bundle("_fr").values()).noneMatch(words -> words.toString().contains("'"));
    }

    @Test
    void theFilesAreReadAlikeInEveryEncoding() throws IOException {
        for (String suffix : new String[] {"", "_fr"}) {
            try (InputStream file = open(suffix)) {
                assertThat(StandardCharsets.US_ASCII.newEncoder().canEncode(new String(file.readAllBytes(), StandardCharsets.UTF_8)))
                    .isTrue();
            }
        }
    }

    private static Properties bundle(String suffix) throws IOException {
        Properties bundle = new Properties();
        try (InputStream file = open(suffix)) {
            bundle.load(file);
        }
        return bundle;
    }

    private static InputStream open(String suffix) {
        return MessagesUnitTests.class.getResourceAsStream("/messages/rtn/ReturnsMessages" + suffix + ".properties");
    }
}
