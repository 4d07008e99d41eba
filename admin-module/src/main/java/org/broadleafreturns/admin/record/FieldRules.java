package org.broadleafreturns.admin.record;

import java.util.Collection;
import org.broadleafreturns.core.characters.Characters;

/** Checks that fields of different records share. A field that the form did not have is not looked at. */
public final class FieldRules {

    private static final String YES_OR_NO = "true|false";
    /** Control characters, among them line breaks. */
    private static final String CONTROL = "(?s).*\\p{Cntrl}.*";

    private FieldRules() {
    }

    /** A text of one line that must be there. */
    public static void requireLine(SubmittedRecord submitted, String field, int maximumLength) {
        String text = submitted.value(field).orElse("");
        if (text.isEmpty()) {
            submitted.reject(field, "rtn.admin.record.required");
        } else {
            checkLine(submitted, field, maximumLength);
        }
    }

    /** A text of one line that may be empty; kept without blanks around it. */
    public static void checkLine(SubmittedRecord submitted, String field, int maximumLength) {
        submitted.value(field).ifPresent(text -> {
            if (text.length() > maximumLength) {
                submitted.reject(field, "rtn.admin.record.tooLong." + maximumLength);
            } else if (text.matches(CONTROL) || !Characters.areWritable(text)) {
                submitted.reject(field, "rtn.admin.record.control");
            } else {
                submitted.set(field, text);
            }
        });
    }

    /** A text of several lines that may be empty; kept without blanks around it, with its lines ended alike. */
    public static void checkText(SubmittedRecord submitted, String field, int maximumLength) {
        submitted.value(field).map(text -> text.replace("\r\n", "\n").replace('\r', '\n')).ifPresent(text -> {
            if (text.length() > maximumLength) {
                submitted.reject(field, "rtn.admin.record.tooLong." + maximumLength);
            } else if (text.replace("\n", "").matches(CONTROL) || !Characters.areWritable(text)) {
                submitted.reject(field, "rtn.admin.record.control.text");
            } else {
                submitted.set(field, text);
            }
        });
    }

    /** A whole number from 0 to 99999; the given one takes the place of an empty field. */
    public static void checkOrder(SubmittedRecord submitted, String field, int otherwise) {
        String text = submitted.value(field).orElse("");
        if (text.isEmpty()) {
            submitted.set(field, Integer.toString(otherwise));
        } else if (text.matches("[0-9]{1,5}")) {
            submitted.set(field, text);
        } else {
            submitted.reject(field, "rtn.admin.record.order");
        }
    }

    /** One of those that the field offers; the given one takes the place of none. */
    public static void checkOffered(SubmittedRecord submitted, String field, Collection<String> offered, String otherwise) {
        String type = submitted.value(field).orElse("");
        if (type.isEmpty()) {
            submitted.set(field, otherwise);
        } else if (!offered.contains(type)) {
            submitted.reject(field, "rtn.admin.record.offered");
        }
    }

    /** Yes or no; the given one takes the place of no answer. */
    public static void checkSwitch(SubmittedRecord submitted, String field, boolean otherwise) {
        String text = submitted.value(field).orElse("");
        if (text.isEmpty()) {
            submitted.set(field, Boolean.toString(otherwise));
        } else if (!text.matches(YES_OR_NO)) {
            submitted.reject(field, "rtn.admin.record.switch");
        }
    }
}
