package org.broadleafreturns.core.mailtext;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A mail that there is, whose text merchants can write. A feature brings its own by a {@link MailSource}. The shipped text are the
 * messages {@code rtn.mail.NAME.subject} and {@code rtn.mail.NAME.body}, with the name in small letters.
 *
 * @param name by which the merchants' texts are stored, for ever: capitals, digits and underscores
 * @param toShop whether the shop gets it, not the shopper
 * @param position in the list of all mails, the smallest first
 * @param placeholders what its text can show; further features may add to them, see {@link MailKinds#placeholdersOf}
 * @param titleCode the message by which merchants know it
 */
@ForIntegrators
public record MailKind(String name, boolean toShop, int position, Set<Placeholder> placeholders, String titleCode) {

    private static final int NAME_LENGTH = 30;
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{0," + (NAME_LENGTH - 1) + "}");

    public MailKind {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("No name for a mail: " + name);
        }
        placeholders = Collections.unmodifiableSet(new LinkedHashSet<>(placeholders));
    }

    /** A mail to the shopper, whose title is the message {@code rtn.mail.NAME.title}. */
    public static MailKind toShopper(String name, int position, Placeholder... placeholders) {
        return new MailKind(name, false, position, new LinkedHashSet<>(List.of(placeholders)), code(name, "title"));
    }

    /** A mail to the shop, whose title is the message {@code rtn.mail.NAME.title}. */
    public static MailKind toShop(String name, int position, Placeholder... placeholders) {
        return new MailKind(name, true, position, new LinkedHashSet<>(List.of(placeholders)), code(name, "title"));
    }

    /** The same with another title. */
    public MailKind titled(String messageCode) {
        return new MailKind(name, toShop, position, placeholders, messageCode);
    }

    /** The message that is the shipped subject. */
    public String subjectCode() {
        return code(name, "subject");
    }

    /** The message that is the shipped body. */
    public String bodyCode() {
        return code(name, "body");
    }

    private static String code(String name, String part) {
        return "rtn.mail." + name.toLowerCase(Locale.ROOT) + "." + part;
    }
}
