package org.broadleafreturns.core.mailtext;

import java.util.regex.Pattern;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What a text can leave to be filled in. The values are plain text, whatever a shopper typed. A feature makes its own; what they
 * stand for, merchants are told by the message {@code rtn.admin.mailText.placeholder.WORD}.
 *
 * @param word as it is written between the braces: letters and digits; one word means one thing in all mails
 * @param kind what it is filled in with
 */
@ForIntegrators
public record Placeholder(String word, Kind kind) {

    /** Stands first: the placeholders below are made with it. */
    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    /** Means the value itself in the language of placeholders. */
    private static final String THIS = "this";

    /** The return's number. */
    public static final Placeholder NUMBER = new Placeholder("number", Kind.CODE);
    /** The order's number. */
    public static final Placeholder ORDER_NUMBER = new Placeholder("orderNumber", Kind.CODE);
    /** The customer's first name; may be empty. */
    public static final Placeholder FIRST_NAME = new Placeholder("firstName", Kind.LINE);
    /** The customer's last name; may be empty. */
    public static final Placeholder LAST_NAME = new Placeholder("lastName", Kind.LINE);
    /** The name of the status that the return gets. */
    public static final Placeholder STATUS = new Placeholder("status", Kind.LINE);
    /** What the customer wants in return. */
    public static final Placeholder REFUND_TYPE = new Placeholder("refundType", Kind.LINE);
    /** The merchant's message; may be empty. */
    public static final Placeholder MESSAGE = new Placeholder("message", Kind.LINES);
    /** The customer's comment; may be empty. */
    public static final Placeholder COMMENT = new Placeholder("comment", Kind.LINES);
    /** The articles with their quantities: a list of lines, shown as a list. */
    public static final Placeholder ARTICLES = new Placeholder("articles", Kind.LIST);
    /** Where parcels go; may be empty. */
    public static final Placeholder RETURN_ADDRESS = new Placeholder("returnAddress", Kind.LINES);
    /** The address of the return in the customer's account; empty for guests, who have none, and where the shop's is not known. */
    public static final Placeholder ACCOUNT_LINK = new Placeholder("accountLink", Kind.LINK);
    /** The address at which a guest sees the return, signed; empty for whoever has an account, and as above. */
    public static final Placeholder GUEST_LINK = new Placeholder("guestLink", Kind.LINK);
    /** The address of the return in the back office; may be empty. */
    public static final Placeholder ADMIN_LINK = new Placeholder("adminLink", Kind.LINK);
    /** Whether a label is attached; always so in the mail about it, since it is sent with one only. */
    public static final Placeholder LABEL_ATTACHED = new Placeholder("labelAttached", Kind.CONDITION);

    public Placeholder {
        if (!WORD.matcher(word).matches() || word.equals(THIS)) {
            throw new IllegalArgumentException("No word for a placeholder: " + word);
        }
    }

    /** What a placeholder is filled in with. */
    public enum Kind {
        /** A number or code of one line, harmless in an address, so that it can stand in a subject and in a link's address. */
        CODE,
        /** Text of one line, which can stand in a subject. */
        LINE,
        /** Text of several lines. */
        LINES,
        /** Several texts, as a {@link java.util.List}, shown as a list. */
        LIST,
        /** The address of a page, with its scheme. */
        LINK,
        /** Yes or no, as a {@link Boolean}, of which nothing can be shown. */
        CONDITION;

        boolean isOneLine() {
            return this == CODE || this == LINE;
        }
    }

    /** As it is written in a text: a value, or for a condition, the part that depends on it. */
    public String written() {
        return kind == Kind.CONDITION ? part() : "{{" + word + "}}";
    }

    /** The part of a text that is there only if there is a value. */
    public String part() {
        return "{{#" + word + "}}\u2026{{/" + word + "}}";
    }
}
