package org.broadleafreturns.admin.mailtext;

import java.util.List;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.core.mailtext.EffectiveText;
import org.broadleafreturns.core.mailtext.MailText;

/**
 * What the editor shows: the text in force or the one that was typed, and what is wrong with it.
 *
 * @param subject as typed
 * @param body as typed
 * @param version of the text that the editor was opened with
 * @param faults in words
 */
public record MailTextForm(String subject, String body, int version, List<FieldMessage> faults) {

    /** Stands for a missing or mangled version: it never equals a text's. */
    private static final int UNKNOWN_VERSION = -2;

    static MailTextForm of(EffectiveText inForce) {
        return new MailTextForm(inForce.text().subject(), inForce.text().body(), inForce.version(), List.of());
    }

    static MailTextForm typed(String subject, String body, String version) {
        return new MailTextForm(subject, body, version.matches("-?[0-9]{1,9}") ? Integer.parseInt(version) : UNKNOWN_VERSION,
            List.of());
    }

    MailTextForm with(List<FieldMessage> found) {
        return new MailTextForm(subject, body, version, List.copyOf(found));
    }

    MailText text() {
        return new MailText(subject, body);
    }

    /** What is wrong with an input; empty if nothing is. */
    public List<String> faultsOf(String field) {
        return faults.stream().filter(fault -> fault.field().equals(field)).map(FieldMessage::text).toList();
    }
}
