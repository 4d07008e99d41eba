package org.broadleafreturns.core.mail;

import java.util.Locale;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailKinds;
import org.broadleafreturns.core.mailtext.MailText;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.MessageSource;

/** Mails as they would be sent about what could be, for whoever writes their texts. */
public class SampleMails {

    private final MailComposer composer;
    private final MailKinds kinds;
    private final ReturnsSettings settings;
    private final MessageSource messages;

    SampleMails(MailComposer composer, MailKinds kinds, ReturnsSettings settings, MessageSource messages) {
        this.composer = composer;
        this.kinds = kinds;
        this.settings = settings;
        this.messages = messages;
    }

    /** A mail with a text that may not be in force. */
    public MailContent of(MailKind kind, MailText text, Locale language) {
        String recipient = kind.toShop() ? settings.mail().notified().stream().findFirst().orElse(settings.mail().from())
            : messages.getMessage("rtn.mail.sample.recipient", null, language);
        return composer.compose(kind, text, recipient, language, kinds.sample(kind, language));
    }
}
