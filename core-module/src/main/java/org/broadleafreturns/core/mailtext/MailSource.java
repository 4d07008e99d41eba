package org.broadleafreturns.core.mailtext;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A feature's mails. Every bean of this type is asked: the list of mails in the back office follows, and each mail can be written
 * there. The feature composes and queues the mails itself, when something happens.
 */
@ForIntegrators
public interface MailSource {

    /** Its mails, always the same. */
    List<MailKind> kinds();

    /**
     * What one of its mails could say of a return that could be, for the preview in the back office.
     *
     * @param language one of those that merchants write in
     */
    Map<Placeholder, Object> sample(MailKind kind, Locale language);
}
