package org.broadleafreturns.core.mailtext;

import java.util.Arrays;
import java.util.Optional;

/** What a text can leave to be filled in for each return. The values are plain text, whatever a shopper typed. */
public enum Placeholder {
    /** The return's number. */
    NUMBER("number", Kind.LINE),
    /** The order's number. */
    ORDER_NUMBER("orderNumber", Kind.LINE),
    /** The customer's first name; may be empty. */
    FIRST_NAME("firstName", Kind.LINE),
    /** The customer's last name; may be empty. */
    LAST_NAME("lastName", Kind.LINE),
    /** The name of the status that the return gets. */
    STATUS("status", Kind.LINE),
    /** What the customer wants in return. */
    REFUND_TYPE("refundType", Kind.LINE),
    /** The merchant's message; may be empty. */
    MESSAGE("message", Kind.LINES),
    /** The customer's comment; may be empty. */
    COMMENT("comment", Kind.LINES),
    /** The articles with their quantities: a list of lines, shown as a list. */
    ARTICLES("articles", Kind.LIST),
    /** Where parcels go; may be empty. */
    RETURN_ADDRESS("returnAddress", Kind.LINES),
    /** The address of the return in the customer's account; empty for guests, who have none, and where the shop's is not known. */
    ACCOUNT_LINK("accountLink", Kind.LINK),
    /** The address of the return in the back office; may be empty. */
    ADMIN_LINK("adminLink", Kind.LINK),
    /** Whether a label is attached; always so in the mail about it, since it is sent with one only. */
    LABEL_ATTACHED("labelAttached", Kind.CONDITION);

    private final String word;
    private final Kind kind;

    Placeholder(String word, Kind kind) {
        this.word = word;
        this.kind = kind;
    }

    enum Kind {
        /** Text of one line, which can stand in a subject and in a link's address. */
        LINE,
        /** Text of several lines. */
        LINES,
        /** Several texts. */
        LIST,
        /** The address of a page. */
        LINK,
        /** Yes or no, of which nothing can be shown. */
        CONDITION
    }

    /** As it is written between the braces. */
    public String word() {
        return word;
    }

    /** As it is written in a text: a value, or for a condition, the part that depends on it. */
    public String written() {
        return kind == Kind.CONDITION ? "{{#" + word + "}}\u2026{{/" + word + "}}" : "{{" + word + "}}";
    }

    Kind kind() {
        return kind;
    }

    static Optional<Placeholder> of(String word) {
        return Arrays.stream(values()).filter(placeholder -> placeholder.word.equals(word)).findFirst();
    }
}
