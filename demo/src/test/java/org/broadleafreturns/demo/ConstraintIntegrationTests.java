package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What the tables refuse, whoever writes to them. The constraints are read from the migrated tables: <strong>one that is neither
 * tried here nor by {@link SimpleTables} fails the test</strong>, and each has to be the one that refuses.
 */
class ConstraintIntegrationTests {

    private static final Set<String> PLATFORM = Set.of("BLC_ORDER", "BLC_ORDER_ITEM", "BLC_CUSTOMER", "BLC_PRODUCT", "BLC_CATEGORY",
        "BLC_FULFILLMENT_GROUP");

    /**
     * A row that is right for each table, in an order in which they can be inserted. Those that {@link SimpleTables} can describe by
     * itself are not written here: a table needs rows only if it has checks, or keys whose columns refer to others.
     */
    private static final Map<String, Map<String, Object>> RIGHT = new LinkedHashMap<>();

    static {
        right("RTN_DOCUMENT", "DOCUMENT_ID", 1, "STORAGE_KEY", "K1", "FILE_NAME", "a.pdf", "CONTENT_TYPE", "application/pdf",
            "SIZE_BYTES", 1);
        right("RTN_DOCUMENT_CHUNK", "CHUNK_ID", 1, "STORAGE_KEY", "K1", "CHUNK_NUMBER", 0, "CHUNK_BYTES", new byte[] {1});
        right("RTN_MAIL", "MAIL_ID", 1, "MESSAGE_ID", "<1@x>", "SENDER", "b@x", "RECIPIENT", "a@x", "SUBJECT", "s",
            "ATTACHMENT_ID", 1, "STATE", "QUEUED", "ATTEMPTS", 0, "VERSION", 0);
        right("RTN_REQUEST", "REQUEST_ID", 1, "RETURN_NUMBER", "R1", "ORDER_NUMBER", "O1", "STATUS", "REQUESTED", "ARTICLE_COUNT", 2,
            "ORDER_ID", 1, "CUSTOMER_ID", 1, "REFUND_TYPE", "OTHER", "LANGUAGE_TAG", "en", "SUBMISSION_KEY", "S1", "LABEL_ID", 2,
            "VERSION", 0);
        right("RTN_LINE", "LINE_ID", 1, "REQUEST_ID", 1, "ORDER_ITEM_ID", 1, "ARTICLE_NAME", "Fern", "QUANTITY_REQUESTED", 2,
            "QUANTITY_RECEIVED", 1, "QUANTITY_ACCEPTED", 1, "QUANTITY_ANNOUNCED", 0, "REASON_CODE", "OTHER");
        right("RTN_LINE_CONDITION", "LINE_ID", 1, "CONDITION_CODE", "DAMAGED", "UNITS", 1);
        right("RTN_STOCK_MOVEMENT", "MOVEMENT_ID", 1, "REQUEST_ID", 1, "RETURN_VERSION", 0, "ORDER_ITEM_ID", 1, "SKU_ID", 1, "DIRECTION",
            "PUT", "UNITS", 2, "UNITS_MOVED", 2);
        right("RTN_REFUND", "REFUND_ID", 1, "REQUEST_ID", 1, "ORDER_ID", 1, "CURRENCY_CODE", "EUR", "GOODS_AMOUNT", 2, "DELIVERY_AMOUNT", 0,
            "WEAR_AMOUNT", 0, "POSTAGE_AMOUNT", 1, "FEE_AMOUNT", 0, "OTHERWISE_AMOUNT", 0, "GOODWILL_AMOUNT", 0,
            "TOTAL_AMOUNT", 1, "DONE_AMOUNT", 0, "STATE", "PENDING", "IN_FORCE", true, "ACTOR_NAME", "x", "MAIL_ID", 1, "VERSION", 0);
        right("RTN_REFUND_LINE", "REFUND_LINE_ID", 1, "REFUND_ID", 1, "LINE_ID", 1, "ORDER_ITEM_ID", 1, "UNITS", 1, "AMOUNT", 2);
        right("RTN_REFUND_PAYMENT", "REFUND_PAYMENT_ID", 1, "REFUND_ID", 1, "ORDER_ID", 1, "PAYMENT_ID", 1, "CAPTURE_ID", 1, "PAYMENT_TYPE",
            "CREDIT_CARD", "MEANS", "GATEWAY", "AMOUNT", 1, "STATE", "PENDING", "TRIES", 1, "VERSION", 0);
        right("RTN_VOUCHER", "REFUND_ID", 1, "REFERENCE", "7", "CODE", "ABCD", "AGREED_BY", "PHONE");
        right("RTN_VOUCHER_AGREEMENT", "REQUEST_ID", 1, "AGREEMENT", "x", "AGREED_BY", "ONLINE");
        right("RTN_WITHDRAWAL", "WITHDRAWAL_ID", 1, "WITHDRAWAL_NUMBER", "W-1", "PAGE_KEY", "k1", "CHANNEL", "LETTER", "STATED_AT",
            "2026-11-28", "STATED_UTC", "2026-11-28T12:00:00Z", "RECORDED_UTC", "2026-11-28T12:00:00Z", "PERSON_NAME", "x",
            "ORDER_REFERENCE", "x", "EMAIL", "", "ARTICLES", "", "SENTENCE", "x", "LANGUAGE", "en", "MATCHED", "NONE", "FLAGS", "",
            "MAIL_ID", 1, "VERSION", 0);
        right("RTN_WITHDRAWAL_LINE", "WITHDRAWAL_LINE_ID", 1, "WITHDRAWAL_ID", 1, "ORDER_ITEM_ID", 1, "ARTICLE_NAME", "Fern", "UNITS", 1);
        right("RTN_WITHDRAWAL_RETURN", "WITHDRAWAL_ID", 1, "REQUEST_ID", 1);
        right("RTN_WITHDRAWAL_WORD", "WORD", "fern", "WITHDRAWAL_ID", 1);
        right("RTN_WITHDRAWAL_KEY", "KEY_ID", 1, "SECRET", "x", "CREATED_UTC", "2026-11-28T12:00:00Z");
        right("RTN_GUEST_ENTRY", "ENTRY_ID", 1, "BROWSER_HASH", "b1", "ORDER_REFERENCE", "x", "EMAIL", "x", "LANGUAGE", "en", "TRIES", 0);
        right("RTN_TAKEN_ORDER", "ORDER_ID", 1, "CUSTOMER_ID", 3, "FROM_CUSTOMER_ID", 1);
        right("RTN_JOURNAL_ENTRY", "ENTRY_ID", 1, "REQUEST_ID", 1, "ACTOR_KIND", "CUSTOMER", "ACTOR_NAME", "x", "CHANNEL", "STOREFRONT",
            "TO_STATUS", "REQUESTED", "DOCUMENT_ID", 3, "MAIL_ID", 2);
        right("RTN_STATUS_PREVIEW", "PREVIEW_ID", 1, "TOKEN", "T1", "REQUEST_ID", 1, "REQUEST_VERSION", 0, "MERCHANT_ID", 1,
            "TO_STATUS", "REFUSED", "LABEL_ID", 4);
        right("RTN_STATUS_PREVIEW_LINE", "PREVIEW_ID", 1, "LINE_ID", 1, "QUANTITY_ACCEPTED", 0);
        right("RTN_PHOTO", "REQUEST_ID", 1, "DOCUMENT_ID", 5, "PHOTO_NUMBER", 0);
        right("RTN_SETTINGS", "SITE_ID", 1, "ENABLED", true, "NUMBER_PREFIX", "R", "WINDOW_DAYS", 0, "WINDOW_START", "ORDER",
            "TRANSIT_DAYS", 0, "MAX_FILE_SIZE", 1, "MAX_PHOTOS", 0, "RETURN_ADDRESS", "", "SENDER_NAME", "", "SENDER_ADDRESS", "",
            "NOTIFIED", "", "CHANGED_BY", "x", "VERSION", 0);
        right("RTN_SETTINGS_TEXT", "TEXT_ID", 1, "SITE_ID", 1, "TEXT_KIND", "MESSAGE", "TEXT_SUBJECT", "FORM", "LANGUAGE_TAG", "en",
            "TEXT_CONTENT", "x");
        right("RTN_SETTING", "SITE_ID", 1, "SETTING_NAME", "windowDays", "LANGUAGE_TAG", "und", "HELD_FROM", 0);
        right("RTN_MAIL_TEXT", "MAIL_TEXT_ID", 1, "SITE_ID", 1, "MAIL_NAME", "ACCEPTED", "LANGUAGE_TAG", "en", "SUBJECT", "s", "BODY", "b",
            "CHANGED_BY", "x", "VERSION", 0);
        right("RTN_DELIVERY", "FULFILLMENT_GROUP_ID", 1, "SOURCE", "STATUS");
        right("RTN_REASON", "CHOICE_ID", 1, "CODE", "C1", "SORT_ORDER", 1, "ACTIVE", true,
            "COMMENT_REQUIRED", false);
        right("RTN_REFUND_TYPE", "CHOICE_ID", 1, "CODE", "C1", "SORT_ORDER", 1, "ACTIVE", true);
        right("RTN_CONDITION", "CHOICE_ID", 1, "CODE", "C1", "SORT_ORDER", 1, "ACTIVE", true);
        right("RTN_REFUSAL_REASON", "CHOICE_ID", 1, "CODE", "C1", "SORT_ORDER", 1, "ACTIVE", true);
        right("RTN_MESSAGE_TEMPLATE", "TEMPLATE_ID", 1, "SORT_ORDER", 1, "ACTIVE", true);
        right("RTN_EXCLUSION", "EXCLUSION_ID", 1, "KIND", "NOT_RETURNABLE", "PRODUCT_ID", 1, "CATEGORY_ID", null, "GROUND", "OTHER");
        right("RTN_EXCLUSION_PAST", "EXCLUSION_ID", 1, "HELD_FROM", 1, "HELD_UNTIL", 2, "KIND", "NOT_RETURNABLE", "PRODUCT_ID", 1,
            "CATEGORY_ID", null, "GROUND", "OTHER");
        right("RTN_DRAFT", "DRAFT_ID", 1, "TOKEN", "T1", "CUSTOMER_ID", 2, "ORDER_ID", 2);
        right("RTN_DRAFT_PHOTO", "DRAFT_ID", 1, "DOCUMENT_ID", 6);
        right("RTN_EVENT", "EVENT_ID", 1, "REQUEST_ID", 1, "RETURN_NUMBER", "R1", "ORDER_ID", 1, "EVENT_NUMBER", 1, "EVENT_KIND",
            "return.requested", "ACTOR_KIND", "CUSTOMER", "RETURN_VERSION", 0, "EVENT_VALUES", "");
        right("RTN_EVENT_DELIVERY", "LISTENER_NAME", "stock", "REQUEST_ID", 1, "EVENT_NUMBER", 1, "EVENT_ID", 1, "ATTEMPTS", 0, "DUE_AT", 0);
    }

    /** What is not said of a row above. */
    private static final Map<String, List<String>> MOMENTS = Map.ofEntries(
        Map.entry("RTN_DOCUMENT", List.of("CREATED_AT")), Map.entry("RTN_MAIL", List.of("QUEUED_AT")),
        Map.entry("RTN_REQUEST", List.of("SUBMITTED_AT", "STATUS_CHANGED_AT")), Map.entry("RTN_JOURNAL_ENTRY", List.of("HAPPENED_AT")),
        Map.entry("RTN_STATUS_PREVIEW", List.of("CREATED_AT")), Map.entry("RTN_SETTINGS", List.of("CHANGED_AT")), Map.entry("RTN_MAIL_TEXT", List.of("CHANGED_AT")),
        Map.entry("RTN_DELIVERY", List.of("DELIVERED_AT", "RECORDED_AT")), Map.entry("RTN_DRAFT", List.of("SAVED_AT")),
        Map.entry("RTN_EVENT", List.of("HAPPENED_AT")), Map.entry("RTN_STOCK_MOVEMENT", List.of("HAPPENED_AT")),
        Map.entry("RTN_REFUND", List.of("CREATED_AT")), Map.entry("RTN_VOUCHER", List.of("AGREED_AT")),
        Map.entry("RTN_VOUCHER_AGREEMENT", List.of("AGREED_AT")), Map.entry("RTN_GUEST_ENTRY", List.of("ASKED_AT")),
        Map.entry("RTN_TAKEN_ORDER", List.of("TAKEN_AT")));

    /**
     * What breaks a constraint and nothing else: a change of the right row, or another row that is right but for what is named.
     *
     * @param constraint that refuses it
     */
    record Wrong(String constraint, String table, boolean added, Map<String, Object> values) {
    }

    private static final List<Wrong> WRONG = new ArrayList<>(List.of(
        added("RTN_DOCUMENT_PK", "RTN_DOCUMENT", "STORAGE_KEY", "K9"),
        added("RTN_DOCUMENT_KEY", "RTN_DOCUMENT", "DOCUMENT_ID", 99),
        changed("RTN_DOCUMENT_SIZE_CK", "RTN_DOCUMENT", "SIZE_BYTES", 0),
        added("RTN_DOCUMENT_CHUNK_PK", "RTN_DOCUMENT_CHUNK", "STORAGE_KEY", "K9"),
        added("RTN_DOCUMENT_CHUNK_KEY", "RTN_DOCUMENT_CHUNK", "CHUNK_ID", 99),
        changed("RTN_DOCUMENT_CHUNK_NUMBER_CK", "RTN_DOCUMENT_CHUNK", "CHUNK_NUMBER", -1),

        added("RTN_MAIL_PK", "RTN_MAIL", "MESSAGE_ID", "<9@x>"),
        added("RTN_MAIL_MESSAGE_ID", "RTN_MAIL", "MAIL_ID", 99),
        changed("RTN_MAIL_ATTACHMENT_FK", "RTN_MAIL", "ATTACHMENT_ID", 99),
        changed("RTN_MAIL_STATE_CK", "RTN_MAIL", "STATE", "LOST"),
        changed("RTN_MAIL_ATTEMPTS_CK", "RTN_MAIL", "ATTEMPTS", -1),
        changed("RTN_MAIL_SENT_CK", "RTN_MAIL", "STATE", "SENT"),
        changed("RTN_MAIL_FAILURE_CK", "RTN_MAIL", "FAILURE", "WEATHER"),

        added("RTN_REQUEST_PK", "RTN_REQUEST", "RETURN_NUMBER", "R9", "SUBMISSION_KEY", "S9"),
        added("RTN_REQUEST_NUMBER", "RTN_REQUEST", "REQUEST_ID", 99, "SUBMISSION_KEY", "S9"),
        added("RTN_REQUEST_SUBMISSION_KEY", "RTN_REQUEST", "REQUEST_ID", 99, "RETURN_NUMBER", "R9"),
        changed("RTN_REQUEST_ORDER_FK", "RTN_REQUEST", "ORDER_ID", 99),
        changed("RTN_REQUEST_CUSTOMER_FK", "RTN_REQUEST", "CUSTOMER_ID", 99),
        changed("RTN_REQUEST_LABEL_FK", "RTN_REQUEST", "LABEL_ID", 99),
        changed("RTN_REQUEST_STATUS_CK", "RTN_REQUEST", "STATUS", "LOST"),
        changed("RTN_REQUEST_ARTICLES_CK", "RTN_REQUEST", "ARTICLE_COUNT", 0),
        changed("RTN_REQUEST_BASIS_CK", "RTN_REQUEST", "LEGAL_BASIS", "WHIM"),
        changed("RTN_REQUEST_STATED_CK", "RTN_REQUEST", "STATED_BY", "RUMOUR"),

        added("RTN_LINE_PK", "RTN_LINE", "ORDER_ITEM_ID", 2),
        added("RTN_LINE_ITEM_ONCE", "RTN_LINE", "LINE_ID", 99),
        changed("RTN_LINE_REQUEST_FK", "RTN_LINE", "REQUEST_ID", 99),
        changed("RTN_LINE_ORDER_ITEM_FK", "RTN_LINE", "ORDER_ITEM_ID", 99),
        changed("RTN_LINE_RECEIVED_CK", "RTN_LINE", "QUANTITY_REQUESTED", -1, "QUANTITY_RECEIVED", 0, "QUANTITY_ACCEPTED", 0),
        changed("RTN_LINE_DECISION_CK", "RTN_LINE", "DECISION", "MAYBE"),
        changed("RTN_LINE_RECEIVED_CK", "RTN_LINE", "QUANTITY_RECEIVED", 3),
        changed("RTN_LINE_RECEIVED_CK", "RTN_LINE", "QUANTITY_RECEIVED", 2, "QUANTITY_KEPT", 1),
        changed("RTN_LINE_RECEIVED_CK", "RTN_LINE", "QUANTITY_KEPT", -1, "QUANTITY_ACCEPTED", 0),
        changed("RTN_LINE_ACCEPTED_CK", "RTN_LINE", "QUANTITY_ACCEPTED", 2),
        changed("RTN_LINE_ACCEPTED_CK", "RTN_LINE", "QUANTITY_ACCEPTED", -1),
        changed("RTN_LINE_ACCEPTED_CK", "RTN_LINE", "QUANTITY_KEPT", 1, "QUANTITY_ACCEPTED", 0),
        changed("RTN_LINE_REFUSED_CK", "RTN_LINE", "QUANTITY_REFUSED", 1),
        changed("RTN_LINE_STAYING_CK", "RTN_LINE", "QUANTITY_STAYING", 1),
        changed("RTN_LINE_STAYING_CK", "RTN_LINE", "QUANTITY_STAYING", -1),
        added("RTN_LINE_CONDITION_PK", "RTN_LINE_CONDITION", "UNITS", 2),
        changed("RTN_LINE_CONDITION_LINE_FK", "RTN_LINE_CONDITION", "LINE_ID", 99),
        changed("RTN_LINE_CONDITION_UNITS_CK", "RTN_LINE_CONDITION", "UNITS", 0),
        added("RTN_STOCK_MOVEMENT_PK", "RTN_STOCK_MOVEMENT", "RETURN_VERSION", 1),
        added("RTN_STOCK_MOVEMENT_ONCE", "RTN_STOCK_MOVEMENT", "MOVEMENT_ID", 99),
        changed("RTN_STOCK_MOVEMENT_REQUEST_FK", "RTN_STOCK_MOVEMENT", "REQUEST_ID", 99),
        changed("RTN_STOCK_MOVEMENT_DIRECTION_CK", "RTN_STOCK_MOVEMENT", "DIRECTION", "ASIDE"),
        changed("RTN_STOCK_MOVEMENT_UNITS_CK", "RTN_STOCK_MOVEMENT", "UNITS", 0, "UNITS_MOVED", 0),
        changed("RTN_STOCK_MOVEMENT_UNITS_CK", "RTN_STOCK_MOVEMENT", "UNITS", -1, "UNITS_MOVED", -1),
        changed("RTN_STOCK_MOVEMENT_OBSTACLE_CK", "RTN_STOCK_MOVEMENT", "UNITS_MOVED", 1),
        changed("RTN_STOCK_MOVEMENT_OBSTACLE_CK", "RTN_STOCK_MOVEMENT", "OBSTACLE", "SOLD"),
        changed("RTN_LINE_ANNOUNCED_CK", "RTN_LINE", "QUANTITY_ANNOUNCED", -1),

        added("RTN_REFUND_PK", "RTN_REFUND"),
        changed("RTN_REFUND_REQUEST_FK", "RTN_REFUND", "REQUEST_ID", 99),
        changed("RTN_REFUND_MAIL_FK", "RTN_REFUND", "MAIL_ID", 99),
        changed("RTN_REFUND_STATE_CK", "RTN_REFUND", "STATE", "LOST"),
        changed("RTN_REFUND_PARTS_CK", "RTN_REFUND", "POSTAGE_AMOUNT", -1, "TOTAL_AMOUNT", 3),
        changed("RTN_REFUND_PARTS_CK", "RTN_REFUND", "OTHERWISE_AMOUNT", -1, "TOTAL_AMOUNT", 2),
        changed("RTN_REFUND_TOTAL_CK", "RTN_REFUND", "TOTAL_AMOUNT", 2),
        changed("RTN_REFUND_TOTAL_CK", "RTN_REFUND", "OTHERWISE_AMOUNT", 1),
        changed("RTN_REFUND_TOTAL_CK", "RTN_REFUND", "GOODS_AMOUNT", 1, "TOTAL_AMOUNT", 0),
        changed("RTN_REFUND_DONE_CK", "RTN_REFUND", "DONE_AMOUNT", 2),
        added("RTN_REFUND_LINE_PK", "RTN_REFUND_LINE", "LINE_ID", 2),
        added("RTN_REFUND_LINE_ONCE", "RTN_REFUND_LINE", "REFUND_LINE_ID", 99),
        changed("RTN_REFUND_LINE_REFUND_FK", "RTN_REFUND_LINE", "REFUND_ID", 99),
        changed("RTN_REFUND_LINE_CK", "RTN_REFUND_LINE", "UNITS", 0),
        added("RTN_REFUND_PAYMENT_PK", "RTN_REFUND_PAYMENT"),
        changed("RTN_REFUND_PAYMENT_REFUND_FK", "RTN_REFUND_PAYMENT", "REFUND_ID", 99),
        changed("RTN_REFUND_PAYMENT_STATE_CK", "RTN_REFUND_PAYMENT", "STATE", "LOST"),
        changed("RTN_REFUND_PAYMENT_MEANS_CK", "RTN_REFUND_PAYMENT", "MEANS", "BARTER"),
        changed("RTN_REFUND_PAYMENT_AMOUNT_CK", "RTN_REFUND_PAYMENT", "AMOUNT", 0),
        added("RTN_VOUCHER_PK", "RTN_VOUCHER", "REFERENCE", "8"),
        added("RTN_VOUCHER_ONCE", "RTN_VOUCHER", "REFUND_ID", 2),
        changed("RTN_VOUCHER_REFUND_FK", "RTN_VOUCHER", "REFUND_ID", 99),
        changed("RTN_VOUCHER_CK", "RTN_VOUCHER", "AGREED_BY", "PIGEON"),
        added("RTN_VOUCHER_AGREEMENT_PK", "RTN_VOUCHER_AGREEMENT"),
        changed("RTN_VOUCHER_AGREEMENT_FK", "RTN_VOUCHER_AGREEMENT", "REQUEST_ID", 99),
        changed("RTN_VOUCHER_AGREEMENT_CK", "RTN_VOUCHER_AGREEMENT", "AGREED_BY", "PIGEON"),

        added("RTN_WITHDRAWAL_PK", "RTN_WITHDRAWAL", "WITHDRAWAL_NUMBER", "W-9", "PAGE_KEY", "k9"),
        added("RTN_WITHDRAWAL_NUMBER", "RTN_WITHDRAWAL", "WITHDRAWAL_ID", 99, "PAGE_KEY", "k9"),
        added("RTN_WITHDRAWAL_ONCE", "RTN_WITHDRAWAL", "WITHDRAWAL_ID", 99, "WITHDRAWAL_NUMBER", "W-9"),
        changed("RTN_WITHDRAWAL_MAIL_FK", "RTN_WITHDRAWAL", "MAIL_ID", 99),
        changed("RTN_WITHDRAWAL_CHANNEL_CK", "RTN_WITHDRAWAL", "CHANNEL", "PIGEON"),
        changed("RTN_WITHDRAWAL_MATCHED_CK", "RTN_WITHDRAWAL", "MATCHED", "PERHAPS"),
        added("RTN_WITHDRAWAL_LINE_PK", "RTN_WITHDRAWAL_LINE", "ORDER_ITEM_ID", 2),
        added("RTN_WITHDRAWAL_LINE_ONCE", "RTN_WITHDRAWAL_LINE", "WITHDRAWAL_LINE_ID", 99),
        changed("RTN_WITHDRAWAL_LINE_FK", "RTN_WITHDRAWAL_LINE", "WITHDRAWAL_ID", 99),
        changed("RTN_WITHDRAWAL_LINE_CK", "RTN_WITHDRAWAL_LINE", "UNITS", 0),
        added("RTN_WITHDRAWAL_WORD_PK", "RTN_WITHDRAWAL_WORD"),
        changed("RTN_WITHDRAWAL_WORD_FK", "RTN_WITHDRAWAL_WORD", "WITHDRAWAL_ID", 99),
        added("RTN_WITHDRAWAL_RETURN_PK", "RTN_WITHDRAWAL_RETURN"),
        changed("RTN_WITHDRAWAL_RETURN_FK", "RTN_WITHDRAWAL_RETURN", "WITHDRAWAL_ID", 99),
        changed("RTN_WITHDRAWAL_RETURN_REQUEST_FK", "RTN_WITHDRAWAL_RETURN", "REQUEST_ID", 99),
        added("RTN_WITHDRAWAL_KEY_PK", "RTN_WITHDRAWAL_KEY"),

        added("RTN_GUEST_ENTRY_PK", "RTN_GUEST_ENTRY"),
        added("RTN_TAKEN_ORDER_PK", "RTN_TAKEN_ORDER"),
        changed("RTN_TAKEN_ORDER_CUSTOMER_FK", "RTN_TAKEN_ORDER", "CUSTOMER_ID", 99),
        changed("RTN_GUEST_ENTRY_TRIES_CK", "RTN_GUEST_ENTRY", "TRIES", 6),

        added("RTN_JOURNAL_ENTRY_PK", "RTN_JOURNAL_ENTRY"),
        changed("RTN_JOURNAL_REQUEST_FK", "RTN_JOURNAL_ENTRY", "REQUEST_ID", 99),
        changed("RTN_JOURNAL_DOCUMENT_FK", "RTN_JOURNAL_ENTRY", "DOCUMENT_ID", 99),
        changed("RTN_JOURNAL_MAIL_FK", "RTN_JOURNAL_ENTRY", "MAIL_ID", 99),
        changed("RTN_JOURNAL_ACTOR_CK", "RTN_JOURNAL_ENTRY", "ACTOR_KIND", "NOBODY"),
        changed("RTN_JOURNAL_CHANNEL_CK", "RTN_JOURNAL_ENTRY", "CHANNEL", "TELEPHONE"),
        changed("RTN_JOURNAL_FROM_CK", "RTN_JOURNAL_ENTRY", "FROM_STATUS", "LOST"),
        changed("RTN_JOURNAL_TO_CK", "RTN_JOURNAL_ENTRY", "TO_STATUS", "LOST"),

        added("RTN_STATUS_PREVIEW_PK", "RTN_STATUS_PREVIEW", "TOKEN", "T9"),
        added("RTN_PREVIEW_TOKEN", "RTN_STATUS_PREVIEW", "PREVIEW_ID", 99),
        changed("RTN_PREVIEW_REQUEST_FK", "RTN_STATUS_PREVIEW", "REQUEST_ID", 99),
        changed("RTN_PREVIEW_LABEL_FK", "RTN_STATUS_PREVIEW", "LABEL_ID", 99),
        changed("RTN_PREVIEW_TO_CK", "RTN_STATUS_PREVIEW", "TO_STATUS", "LOST"),
        added("RTN_STATUS_PREVIEW_LINE_PK", "RTN_STATUS_PREVIEW_LINE"),
        changed("RTN_PREVIEW_LINE_PREVIEW_FK", "RTN_STATUS_PREVIEW_LINE", "PREVIEW_ID", 99),
        changed("RTN_PREVIEW_LINE_ACCEPTED_CK", "RTN_STATUS_PREVIEW_LINE", "QUANTITY_ACCEPTED", -1),

        added("RTN_PHOTO_PK", "RTN_PHOTO", "DOCUMENT_ID", 7),
        added("RTN_PHOTO_DOCUMENT_UQ", "RTN_PHOTO", "PHOTO_NUMBER", 1),
        changed("RTN_PHOTO_REQUEST_FK", "RTN_PHOTO", "REQUEST_ID", 99),
        changed("RTN_PHOTO_DOCUMENT_FK", "RTN_PHOTO", "DOCUMENT_ID", 99),

        added("RTN_SETTINGS_PK", "RTN_SETTINGS"),
        changed("RTN_SETTINGS_WINDOW_CK", "RTN_SETTINGS", "WINDOW_DAYS", -1),
        changed("RTN_SETTINGS_WINDOW_CK", "RTN_SETTINGS", "TRANSIT_DAYS", -1),
        changed("RTN_SETTINGS_FILES_CK", "RTN_SETTINGS", "MAX_FILE_SIZE", 0),
        changed("RTN_SETTINGS_FILES_CK", "RTN_SETTINGS", "MAX_PHOTOS", -1),
        added("RTN_SETTINGS_TEXT_PK", "RTN_SETTINGS_TEXT", "LANGUAGE_TAG", "fr"),
        added("RTN_SETTINGS_TEXT_ONCE", "RTN_SETTINGS_TEXT", "TEXT_ID", 99),
        changed("RTN_SETTINGS_TEXT_SITE_FK", "RTN_SETTINGS_TEXT", "SITE_ID", 99),
        added("RTN_SETTING_PK", "RTN_SETTING", "SETTING_VALUE", "1"),
        changed("RTN_SETTING_HELD_CK", "RTN_SETTING", "HELD_FROM", -1),
        added("RTN_MAIL_TEXT_PK", "RTN_MAIL_TEXT", "LANGUAGE_TAG", "fr"),
        added("RTN_MAIL_TEXT_ONCE", "RTN_MAIL_TEXT", "MAIL_TEXT_ID", 99),

        added("RTN_DELIVERY_PK", "RTN_DELIVERY"),
        changed("RTN_DELIVERY_GROUP_FK", "RTN_DELIVERY", "FULFILLMENT_GROUP_ID", 99),
        changed("RTN_DELIVERY_SOURCE_CK", "RTN_DELIVERY", "SOURCE", "RUMOUR"),
        changed("RTN_DELIVERY_CLEARED_CK", "RTN_DELIVERY", "DELIVERED_AT", null),

        added("RTN_REASON_PK", "RTN_REASON", "CODE", "C9"),
        added("RTN_REASON_CODE", "RTN_REASON", "CHOICE_ID", 99),
        added("RTN_REFUND_TYPE_PK", "RTN_REFUND_TYPE", "CODE", "C9"),
        added("RTN_REFUND_TYPE_CODE", "RTN_REFUND_TYPE", "CHOICE_ID", 99),
        changed("RTN_REFUND_TYPE_BEHAVIOUR_CK", "RTN_REFUND_TYPE", "BEHAVIOUR", "GOLD"),
        added("RTN_CONDITION_PK", "RTN_CONDITION", "CODE", "C9"),
        added("RTN_CONDITION_CODE", "RTN_CONDITION", "CHOICE_ID", 99),
        added("RTN_REFUSAL_REASON_PK", "RTN_REFUSAL_REASON", "CODE", "C9"),
        added("RTN_REFUSAL_REASON_CODE", "RTN_REFUSAL_REASON", "CHOICE_ID", 99),
        added("RTN_MESSAGE_TEMPLATE_PK", "RTN_MESSAGE_TEMPLATE"),
        added("RTN_EXCLUSION_PK", "RTN_EXCLUSION"),
        changed("RTN_EXCLUSION_PRODUCT_FK", "RTN_EXCLUSION", "PRODUCT_ID", 99),
        changed("RTN_EXCLUSION_CATEGORY_FK", "RTN_EXCLUSION", "PRODUCT_ID", null, "CATEGORY_ID", 99),
        changed("RTN_EXCLUSION_TARGET_CK", "RTN_EXCLUSION", "PRODUCT_ID", null),
        changed("RTN_EXCLUSION_TARGET_CK", "RTN_EXCLUSION", "CATEGORY_ID", 1),
        changed("RTN_EXCLUSION_KIND_CK", "RTN_EXCLUSION", "KIND", "PERHAPS"),
        changed("RTN_EXCLUSION_GROUND_CK", "RTN_EXCLUSION", "GROUND", null),
        added("RTN_EXCLUSION_PAST_PK", "RTN_EXCLUSION_PAST"),
        changed("RTN_EXCLUSION_PAST_HELD_CK", "RTN_EXCLUSION_PAST", "HELD_FROM", 2),
        changed("RTN_EXCLUSION_PAST_TARGET_CK", "RTN_EXCLUSION_PAST", "PRODUCT_ID", null),
        changed("RTN_EXCLUSION_PAST_TARGET_CK", "RTN_EXCLUSION_PAST", "CATEGORY_ID", 1),
        changed("RTN_EXCLUSION_PAST_KIND_CK", "RTN_EXCLUSION_PAST", "KIND", "PERHAPS"),
        changed("RTN_EXCLUSION_PAST_GROUND_CK", "RTN_EXCLUSION_PAST", "GROUND", null),

        added("RTN_DRAFT_PK", "RTN_DRAFT", "TOKEN", "T9"),
        added("RTN_DRAFT_TOKEN_UQ", "RTN_DRAFT", "DRAFT_ID", 99),
        changed("RTN_DRAFT_CUSTOMER_FK", "RTN_DRAFT", "CUSTOMER_ID", 99),
        changed("RTN_DRAFT_ORDER_FK", "RTN_DRAFT", "ORDER_ID", 99),
        added("RTN_DRAFT_PHOTO_DOCUMENT_UQ", "RTN_DRAFT_PHOTO", "DRAFT_ID", 2),
        changed("RTN_DRAFT_PHOTO_DRAFT_FK", "RTN_DRAFT_PHOTO", "DRAFT_ID", 99),
        changed("RTN_DRAFT_PHOTO_DOCUMENT_FK", "RTN_DRAFT_PHOTO", "DOCUMENT_ID", 99),

        added("RTN_EVENT_PK", "RTN_EVENT", "EVENT_NUMBER", 2),
        added("RTN_EVENT_ONCE", "RTN_EVENT", "EVENT_ID", 99),
        changed("RTN_EVENT_REQUEST_FK", "RTN_EVENT", "REQUEST_ID", 99),
        changed("RTN_EVENT_NUMBER_CK", "RTN_EVENT", "EVENT_NUMBER", 0),
        changed("RTN_EVENT_ACTOR_CK", "RTN_EVENT", "ACTOR_KIND", "NOBODY"),
        added("RTN_EVENT_DELIVERY_PK", "RTN_EVENT_DELIVERY", "EVENT_ID", 2),
        changed("RTN_EVENT_DELIVERY_TRIED_CK", "RTN_EVENT_DELIVERY", "ATTEMPTS", -1)));

    static {
        WRONG.addAll(SimpleTables.describe(RIGHT));
    }

    /** A row that breaks it breaks another one, too, and which of them a database names is its own affair. */
    private static final Set<String> IMPLIED = Set.of("RTN_DRAFT_PHOTO_PK");

    /** What something stands on cannot be taken away from under it; by the reference that holds it. */
    private static final Map<String, String> NEEDED = Map.of(
        "RTN_REQUEST_ORDER_FK", "BLC_ORDER WHERE ORDER_ID = 1", "RTN_DRAFT_ORDER_FK", "BLC_ORDER WHERE ORDER_ID = 2",
        "RTN_REQUEST_CUSTOMER_FK", "BLC_CUSTOMER WHERE CUSTOMER_ID = 1", "RTN_DRAFT_CUSTOMER_FK", "BLC_CUSTOMER WHERE CUSTOMER_ID = 2",
        "RTN_LINE_ORDER_ITEM_FK", "BLC_ORDER_ITEM WHERE ORDER_ITEM_ID = 1", "RTN_JOURNAL_MAIL_FK", "RTN_MAIL WHERE MAIL_ID = 2",
        "RTN_REQUEST_LABEL_FK", "RTN_DOCUMENT WHERE DOCUMENT_ID = 2", "RTN_JOURNAL_DOCUMENT_FK", "RTN_DOCUMENT WHERE DOCUMENT_ID = 3",
        "RTN_PHOTO_DOCUMENT_FK", "RTN_DOCUMENT WHERE DOCUMENT_ID = 5");

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void everyConstraintOfTheTablesRefusesWhatItIsFor(TestDatabase.Server server) throws Exception {
        DataSource database = filled(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        Set<String> tried = WRONG.stream().map(Wrong::constraint).collect(Collectors.toCollection(TreeSet::new));
        tried.addAll(IMPLIED);

        Set<String> found = constraints(database);
        List<String> faults = new ArrayList<>();
        found.stream().filter(constraint -> !tried.contains(constraint)).forEach(constraint -> faults.add(constraint + " is not tried"));
        tried.stream().filter(constraint -> !found.contains(constraint)).forEach(constraint -> faults.add(constraint + " is not there"));
        for (Wrong wrong : WRONG) {
            Map<String, Object> values = new LinkedHashMap<>(wrong.added() ? RIGHT.get(wrong.table()) : Map.of());
            values.putAll(wrong.values());
            Runnable attempt = wrong.added() ? () -> insert(sql, wrong.table(), values) : () -> update(sql, wrong.table(), values);
            check(faults, database, wrong.constraint(), wrong.table() + " " + wrong.values(), attempt);
        }
        NEEDED.forEach((constraint, row) ->
            check(faults, database, constraint, "DELETE " + row, () -> sql.update("DELETE FROM " + row)));
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void nothingThatMustBeThereCanBeEmptied(TestDatabase.Server server) throws Exception {
        DataSource database = filled(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        Set<String> columns = SchemaIntegrationTests.columnsThatMustBeFilled(database);

        assertThat(columns).contains("RTN_LINE.QUANTITY_RECEIVED", "RTN_REQUEST.RETURN_NUMBER", "RTN_REFUND_TYPE_LABEL.CONTENT");
        assertThat(columns).allSatisfy(column -> {
            String[] names = column.split("\\.");
            assertThat(refusal(database, () -> sql.update("UPDATE " + names[0] + " SET " + names[1] + " = NULL"))).as(column).isNotNull();
        });
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.Server.class)
    void whatIsRightIsTaken(TestDatabase.Server server) {
        JdbcTemplate sql = new JdbcTemplate(filled(server));

        for (int i = 2; i < 4; i++) {
            insert(sql, "RTN_REQUEST", with(RIGHT.get("RTN_REQUEST"), "REQUEST_ID", i, "RETURN_NUMBER", "R" + i, "SUBMISSION_KEY", null));
        }
        update(sql, "RTN_LINE", with(Map.of(), "QUANTITY_RECEIVED", 2, "QUANTITY_ACCEPTED", 2, "QUANTITY_ANNOUNCED", 2));
        // Taken out, and told of before.
        update(sql, "RTN_LINE", with(Map.of(), "QUANTITY_REQUESTED", 0, "QUANTITY_RECEIVED", 0, "QUANTITY_ACCEPTED", 0,
            "QUANTITY_ANNOUNCED", 2));
        update(sql, "RTN_LINE", with(Map.of(), "QUANTITY_REQUESTED", 2));
        update(sql, "RTN_LINE", with(Map.of(), "QUANTITY_RECEIVED", 1, "QUANTITY_KEPT", 1, "QUANTITY_ACCEPTED", 1, "QUANTITY_REFUSED", 1,
            "QUANTITY_STAYING", 1));
        update(sql, "RTN_DELIVERY", with(Map.of(), "SOURCE", "MERCHANT", "DELIVERED_AT", null));
        assertThat(sql.queryForObject("SELECT CONTENT FROM RTN_REASON_LABEL WHERE CHOICE_ID = -1 AND LANGUAGE_TAG = 'fr'", String.class))
            .isEqualTo("J\u2019ai chang\u00e9 d\u2019avis");
        // The platform removes fulfilment groups when an order is edited.
        sql.update("DELETE FROM BLC_FULFILLMENT_GROUP WHERE FULFILLMENT_GROUP_ID = 1");
        assertThat(sql.queryForObject("SELECT COUNT(*) FROM RTN_DELIVERY", Integer.class)).isZero();
    }

    /** The tables with a right row each, and what those refer to. */
    private static DataSource filled(TestDatabase.Server server) {
        DataSource database = SchemaIntegrationTests.migrated(server);
        JdbcTemplate sql = new JdbcTemplate(database);
        PLATFORM.forEach(table -> IntStream.rangeClosed(1, 3).forEach(row -> sql.update("INSERT INTO " + table + " VALUES (?)", row)));
        for (int i = 2; i < 8; i++) {
            insert(sql, "RTN_DOCUMENT", with(RIGHT.get("RTN_DOCUMENT"), "DOCUMENT_ID", i, "STORAGE_KEY", "K" + i));
        }
        RIGHT.forEach((table, row) -> {
            if (table.equals("RTN_REQUEST")) {
                insert(sql, "RTN_MAIL", with(RIGHT.get("RTN_MAIL"), "MAIL_ID", 2, "MESSAGE_ID", "<2@x>"));
            }
            insert(sql, table, row);
        });
        insert(sql, "RTN_DRAFT", with(RIGHT.get("RTN_DRAFT"), "DRAFT_ID", 2, "TOKEN", "T2"));
        insert(sql, "RTN_REFUND", with(RIGHT.get("RTN_REFUND"), "REFUND_ID", 2));
        return database;
    }

    /** The names of all constraints, in capitals; not those that a database makes of NOT NULL. */
    private static Set<String> constraints(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            String schema = connection.getSchema() == null ? connection.getCatalog() : connection.getSchema();
            // MariaDB calls every primary key PRIMARY.
            return new TreeSet<>(new JdbcTemplate(dataSource).query("SELECT CONSTRAINT_NAME, CONSTRAINT_TYPE, TABLE_NAME"
                + " FROM INFORMATION_SCHEMA.TABLE_CONSTRAINTS WHERE UPPER(TABLE_NAME) LIKE 'RTN%'"
                + " AND UPPER(TABLE_NAME) NOT LIKE 'RTN_CHANGELOG%' AND TABLE_SCHEMA = ?", (row, number) ->
                (row.getString(2).equals("PRIMARY KEY") ? row.getString(3) + "_PK" : row.getString(1)).toUpperCase(Locale.ROOT), schema)
                .stream().filter(name -> !name.matches("SYS_CT_\\d+|.*_NOT_NULL")).toList());
        }
    }

    private static void check(List<String> faults, DataSource database, String constraint, String what, Runnable attempt) {
        String refusal = refusal(database, attempt);
        if (refusal == null) {
            faults.add(constraint + " lets through " + what);
        } else if (!refusal.contains(constraint) && !(constraint.endsWith("_PK") && refusal.contains("PRIMARY"))) {
            faults.add(constraint + " is not what refuses " + what + ": " + refusal);
        }
    }

    /** What the database says, in capitals; null if it takes it. Nothing of the attempt stays. */
    private static String refusal(DataSource database, Runnable attempt) {
        try {
            new TransactionTemplate(new DataSourceTransactionManager(database)).executeWithoutResult(attempted -> {
                attempted.setRollbackOnly();
                attempt.run();
            });
            return null;
        } catch (DataAccessException e) {
            SQLException cause = (SQLException) e.getCause();
            assertThat(cause.getSQLState()).as(cause.getMessage()).startsWith("23");
            // H2 says that of every unique constraint.
            return cause.getMessage().toUpperCase(Locale.ROOT).replace("PRIMARY KEY VIOLATION", "");
        }
    }

    private static void insert(JdbcTemplate sql, String table, Map<String, Object> values) {
        List<String> moments = MOMENTS.getOrDefault(table, List.of());
        List<String> columns = new ArrayList<>(values.keySet());
        columns.addAll(moments);
        sql.update("INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
            + columns.stream().map(column -> moments.contains(column) ? "CURRENT_TIMESTAMP" : "?").collect(Collectors.joining(", ")) + ")",
            values.values().toArray());
    }

    /** Changes the first row, which the other rows of the table leave alone. */
    private static void update(JdbcTemplate sql, String table, Map<String, Object> values) {
        String key = RIGHT.get(table).keySet().iterator().next();
        List<Object> arguments = new ArrayList<>(values.values());
        arguments.add(RIGHT.get(table).get(key));
        sql.update("UPDATE " + table + " SET " + values.keySet().stream().map(column -> column + " = ?").collect(Collectors.joining(", "))
            + " WHERE " + key + " = ?", arguments.toArray());
    }

    private static void right(String table, Object... values) {
        RIGHT.put(table, with(Map.of(), values));
    }

    private static Wrong added(String constraint, String table, Object... values) {
        return new Wrong(constraint, table, true, with(Map.of(), values));
    }

    private static Wrong changed(String constraint, String table, Object... values) {
        return new Wrong(constraint, table, false, with(Map.of(), values));
    }

    private static Map<String, Object> with(Map<String, Object> row, Object... values) {
        Map<String, Object> changed = new LinkedHashMap<>(row);
        for (int i = 0; i < values.length; i += 2) {
            changed.put((String) values[i], values[i + 1]);
        }
        return changed;
    }
}
