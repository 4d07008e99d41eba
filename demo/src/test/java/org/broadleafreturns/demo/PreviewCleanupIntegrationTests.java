package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.broadleafreturns.demo.TestShop.bean;

import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.Map;
import javax.sql.DataSource;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.util.ReflectionTestUtils;

/** What merchants entered and never confirmed. */
class PreviewCleanupIntegrationTests {

    private static final int LABEL_SIZE = 300_000;

    @Test
    void anOldPreviewGoesWithItsLabelAndAnAppliedOneLeavesItsLabelBehind() {
        JdbcTemplate database = new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class));
        StatusPreview forgotten = preview();
        StatusPreview applied = preview();
        bean(StatusChangeService.class).apply(applied.getToken(), false, TestShop.ADMIN);
        StatusPreview recent = preview();
        for (StatusPreview typed : new StatusPreview[] {forgotten, applied, recent}) {
            database.update("insert into RTN_PREVIEW_INPUT (PREVIEW_ID, INPUT_NAME, INPUT_VALUE) select PREVIEW_ID, 'gift.message', TOKEN"
                + " from RTN_STATUS_PREVIEW where TOKEN = ?", typed.getToken());
        }
        for (StatusPreview old : new StatusPreview[] {forgotten, applied}) {
            database.update("update RTN_STATUS_PREVIEW set CREATED_AT = dateadd('HOUR', -25, CREATED_AT) where TOKEN = ?", old.getToken());
        }

        ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnPreviewCleanup"), "run");

        assertThat(ReturnTables.count("RTN_PREVIEW_INPUT where INPUT_VALUE in ('" + forgotten.getToken() + "', '" + applied.getToken()
            + "')")).isZero();
        assertThat(ReturnTables.count("RTN_PREVIEW_INPUT where INPUT_VALUE = '" + recent.getToken() + "'")).isEqualTo(1);
        assertThat(chunks(database, forgotten)).isZero();
        assertThat(chunks(database, applied)).isEqualTo(3);
        assertThat(chunks(database, recent)).isEqualTo(3);
        assertThatExceptionOfType(ReturnNotFoundException.class)
            .isThrownBy(() -> bean(StatusChangeService.class).apply(forgotten.getToken(), false, TestShop.ADMIN));
        assertThat(bean(StatusChangeService.class).apply(recent.getToken(), false, TestShop.ADMIN).getStatus())
            .isEqualTo(ReturnStatus.LABEL_SENT);
    }

    @Test
    void thousandsOfUploadsThatNobodyConfirmedGo() {
        JdbcTemplate database = ReturnTables.database();
        StatusPreview forgotten = preview();
        int many = 3000;
        Long preview = database.queryForObject("select PREVIEW_ID from RTN_STATUS_PREVIEW where TOKEN = ?", Long.class, forgotten.getToken());
        Long document = forgotten.getLabel().getId();
        ReturnTables.copy("RTN_DOCUMENT", many, "DOCUMENT_ID = " + document, Map.of("DOCUMENT_ID", "-x", "STORAGE_KEY", "'key' || x"));
        ReturnTables.copy("RTN_DOCUMENT_CHUNK", many, "STORAGE_KEY = '" + forgotten.getLabel().getStorageKey() + "' and CHUNK_NUMBER = 2",
            Map.of("CHUNK_ID", "-x", "STORAGE_KEY", "'key' || x", "CHUNK_NUMBER", "0"));
        ReturnTables.copy("RTN_STATUS_PREVIEW", many, "PREVIEW_ID = " + preview,
            Map.of("PREVIEW_ID", "-x", "TOKEN", "'token' || x", "LABEL_ID", "-x", "CREATED_AT", "dateadd('HOUR', -25, CREATED_AT)"));

        long transactions = TestShop.transactions(() ->
            ReflectionTestUtils.invokeMethod(TestShop.get().siteContext().getBean("rtnPreviewCleanup"), "run"));

        assertThat(transactions).as("a hundred in each").isGreaterThanOrEqualTo(many / 100);

        for (String table : new String[] {"RTN_STATUS_PREVIEW where PREVIEW_ID < 0", "RTN_DOCUMENT where DOCUMENT_ID < 0",
                "RTN_DOCUMENT_CHUNK where CHUNK_ID < 0"}) {
            assertThat(ReturnTables.count(table)).as(table).isZero();
        }
        assertThat(chunks(database, forgotten)).isEqualTo(3);
    }

    private static StatusPreview preview() {
        ReturnRequest request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        byte[] label = Arrays.copyOf("%PDF-1.4\n".getBytes(), LABEL_SIZE);
        return TestShop.preview(request, ReturnStatus.LABEL_SENT, null,
            new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream(label)));
    }

    private static int chunks(JdbcTemplate database, StatusPreview preview) {
        return database.queryForObject("select count(*) from RTN_DOCUMENT_CHUNK where STORAGE_KEY = ?", Integer.class,
            preview.getLabel().getStorageKey());
    }
}
