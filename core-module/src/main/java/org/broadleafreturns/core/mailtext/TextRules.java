package org.broadleafreturns.core.mailtext;

import com.samskivert.mustache.MustacheException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mailtext.Placeholder.Kind;

/**
 * What a text must keep to. Only values and parts that depend on a value are allowed, of what the mail knows: neither the
 * includes, comments and unescaped values of the Mustache language, nor its ways into the properties of a value.
 */
final class TextRules {

    private static final String OPEN = "{{";
    private static final String CLOSE = "}}";
    private static final Pattern TAG = Pattern.compile("([#^/]?)\\s*(\\w+)");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)}}");
    private static final Pattern LINE_OF_ERROR = Pattern.compile("line (\\d+)");
    private static final String CODE = "rtn.objection.mailText.";
    private static final String CHARACTERS = "rtn.objection.text.characters";

    private final Collection<Placeholder> known;
    private final String field;
    private final String text;
    private final List<Objection> objections = new ArrayList<>();
    private final Deque<Section> open = new ArrayDeque<>();

    private TextRules(Collection<Placeholder> known, String field, String text) {
        this.known = known;
        this.field = field;
        this.text = text;
    }

    private record Section(String word, int line) {
    }

    static List<Objection> objectionsToSubject(Collection<Placeholder> known, String subject) {
        TextRules rules = new TextRules(known, "subject", subject);
        if (subject.isEmpty()) {
            rules.object("missing");
        } else if (subject.length() > MailText.SUBJECT_LENGTH) {
            rules.object("tooLong", MailText.SUBJECT_LENGTH);
        } else if (subject.chars().anyMatch(TextRules::breaksALine)) {
            rules.object("subject.oneLine");
        } else if (!Characters.areWritable(subject)) {
            rules.objections.add(Objection.to(rules.field, CHARACTERS));
        } else {
            rules.checkPlaceholders();
        }
        return rules.objections;
    }

    static List<Objection> objectionsToBody(Collection<Placeholder> known, String body) {
        TextRules rules = new TextRules(known, "body", body);
        if (body.isEmpty()) {
            rules.object("missing");
        } else if (body.length() > MailText.BODY_LENGTH) {
            rules.object("tooLong", MailText.BODY_LENGTH);
        } else if (!Characters.areWritable(body)) {
            rules.objections.add(Objection.to(rules.field, CHARACTERS));
        } else {
            rules.checkPlaceholders();
            if (rules.objections.isEmpty()) {
                rules.checkLinks();
            }
        }
        return rules.objections;
    }

    /** A text that stays plain: there is no link to look at, and how long it may be, others say. */
    static List<Objection> objectionsToMessage(Collection<Placeholder> known, String field, String text) {
        TextRules rules = new TextRules(known, field, text);
        if (!Characters.areWritable(text)) {
            rules.objections.add(Objection.to(field, CHARACTERS));
        } else {
            rules.checkPlaceholders();
        }
        return rules.objections;
    }

    private static boolean breaksALine(int character) {
        int type = Character.getType(character);
        return type == Character.CONTROL || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
    }

    private void checkPlaceholders() {
        int at = text.indexOf(OPEN);
        while (at >= 0) {
            int end = text.indexOf(CLOSE, at + OPEN.length());
            if (end < 0) {
                object("placeholder.open", line(at));
                return;
            }
            check(text.substring(at, end + CLOSE.length()), line(at));
            at = text.indexOf(OPEN, end + CLOSE.length());
        }
        open.forEach(section -> object("part.open", section.line(), "{{#" + section.word() + "}}", "{{/" + section.word() + "}}"));
        objections.sort(Comparator.comparingInt(objection -> (Integer) objection.arguments().get(0)));
        if (objections.isEmpty()) {
            compile();
        }
    }

    private void check(String written, int line) {
        Matcher tag = TAG.matcher(written.substring(OPEN.length(), written.length() - CLOSE.length()).strip());
        Optional<Placeholder> placeholder = tag.matches() ? named(tag.group(2)) : Optional.empty();
        if (placeholder.isEmpty()) {
            object("placeholder.unknown", line, written);
            return;
        }
        switch (tag.group(1)) {
            case "#", "^" -> openPart(placeholder.get(), written, line);
            case "/" -> closePart(placeholder.get(), written, line);
            default -> checkValue(placeholder.get(), written, line);
        }
    }

    private Optional<Placeholder> named(String word) {
        return known.stream().filter(placeholder -> placeholder.word().equals(word)).findFirst();
    }

    private void openPart(Placeholder placeholder, String written, int line) {
        if (placeholder.kind() == Kind.LIST) {
            object("placeholder.notHere", line, written);
        }
        open.push(new Section(placeholder.word(), line));
    }

    private void closePart(Placeholder placeholder, String written, int line) {
        if (open.isEmpty() || !open.peek().word().equals(placeholder.word())) {
            object("part.notOpen", line, written);
        } else {
            open.pop();
        }
    }

    private void checkValue(Placeholder placeholder, String written, int line) {
        boolean subject = field.equals("subject");
        if (placeholder.kind() == Kind.CONDITION || subject && !placeholder.kind().isOneLine()) {
            object("placeholder.notHere", line, written);
        }
    }

    /** The library has the last word on whether the text can be read. */
    private void compile() {
        try {
            TextTemplate.ofBody(text, known);
        } catch (MustacheException e) {
            Matcher line = LINE_OF_ERROR.matcher(String.valueOf(e.getMessage()));
            object("unreadable", line.find() ? Integer.parseInt(line.group(1)) : 1);
        }
    }

    /** Where a link leads is the text's own business, except for numbers and codes in its address. */
    private void checkLinks() {
        for (MailHtml.Link link : MailHtml.links(text)) {
            Matcher placeholder = PLACEHOLDER.matcher(MailHtml.withoutLeadingLink(known, link.address()));
            while (placeholder.find()) {
                if (named(placeholder.group(1).strip()).filter(found -> found.kind() == Kind.CODE).isEmpty()) {
                    object("placeholder.notInLink", link.line(), placeholder.group());
                }
            }
        }
    }

    private int line(int position) {
        return 1 + (int) text.substring(0, position).chars().filter(character -> character == '\n').count();
    }

    private void object(String code, Object... arguments) {
        objections.add(Objection.to(field, CODE + code, arguments));
    }
}
