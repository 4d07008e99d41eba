package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What shoppers began and never sent, when there is a lot of it. */
class DraftCleanupIntegrationTests {

    private static final int MANY = 2000;
    private static final int YOUNGER = 150;
    private static final List<String> TABLES = List.of("RTN_DRAFT_PHOTO where DRAFT_ID", "RTN_DRAFT_LINE where DRAFT_ID",
        "RTN_DRAFT where DRAFT_ID", "RTN_DOCUMENT where DOCUMENT_ID", "RTN_DOCUMENT_CHUNK where CHUNK_ID");

    @AfterEach
    void nothingIsLeftForOthers() {
        TABLES.forEach(table -> ReturnTables.database().update("delete from " + table + " < 0"));
    }

    @Test
    void thousandsOfDraftsGoOneByOneWithTheirPhotosAndYoungerOnesStay() {
        ReturnDraft draft = TestShop.draft(TestShop.newOrder("john@example.com", Map.of(1L, 1)), "a.png");
        copies(draft, 0, MANY, 25);
        copies(draft, MANY, YOUNGER, 23);

        long transactions = TestShop.transactions(() ->
            ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnDraftCleanup"), "run"));

        assertThat(transactions).as("one in each").isGreaterThanOrEqualTo(MANY);
        assertThat(TABLES).allSatisfy(table -> {
            assertThat(ReturnTables.count(table + " between -" + MANY + " and -1")).isZero();
            assertThat(ReturnTables.count(table + " < -" + MANY)).isEqualTo(YOUNGER);
        });
        assertThat(ReturnTables.count("RTN_DRAFT where TOKEN = '" + draft.getToken() + "'")).isEqualTo(1);
    }

    /** Drafts of the same order, each with a photo of its own, numbered downwards from -1. */
    private static void copies(ReturnDraft draft, int from, int many, int hoursAgo) {
        ReturnDocument photo = draft.getPhotos().get(0);
        String id = "-x - " + from;
        String of = " = (select DRAFT_ID from RTN_DRAFT where TOKEN = '" + draft.getToken() + "')";
        ReturnTables.copy("RTN_DOCUMENT", many, "DOCUMENT_ID = " + photo.getId(),
            Map.of("DOCUMENT_ID", id, "STORAGE_KEY", "'draft' || (" + id + ")"));
        ReturnTables.copy("RTN_DOCUMENT_CHUNK", many, "STORAGE_KEY = '" + photo.getStorageKey() + "'",
            Map.of("CHUNK_ID", id, "STORAGE_KEY", "'draft' || (" + id + ")"));
        ReturnTables.copy("RTN_DRAFT", many, "DRAFT_ID" + of, Map.of("DRAFT_ID", id, "TOKEN", "'draft' || (" + id + ")",
            "SAVED_AT", "dateadd('HOUR', -" + hoursAgo + ", SAVED_AT)"));
        ReturnTables.copy("RTN_DRAFT_LINE", many, "DRAFT_ID" + of, Map.of("DRAFT_ID", id));
        ReturnTables.copy("RTN_DRAFT_PHOTO", many, "DRAFT_ID" + of, Map.of("DRAFT_ID", id, "DOCUMENT_ID", id));
    }
}
