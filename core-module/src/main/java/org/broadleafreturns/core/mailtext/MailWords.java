package org.broadleafreturns.core.mailtext;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Placeholders that a feature adds to the mails of others. Every bean of this type is asked; for mails about a return it is a
 * {@code ReturnMailWords} of the package {@code request}, which also gives their values. The message
 * {@code rtn.mail.words.WORD}, if there is one, ends the shipped texts of the mails to which a placeholder is added; in a text of their own
 * merchants put it where they want it. When the feature is gone, what a
 * merchant's text says with them counts as empty, and the text has to be put right when it is next saved.
 */
@ForIntegrators
public interface MailWords {

    /** What it adds to a mail, always the same; empty for those to which it adds nothing. */
    Set<Placeholder> addedTo(MailKind kind);

    /**
     * What they could be in a mail to which it adds some, for the preview in the back office.
     *
     * @param language one of those that merchants write in
     */
    Map<Placeholder, Object> sample(MailKind kind, Locale language);
}
