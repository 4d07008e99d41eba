package org.broadleafreturns.core.guest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailSource;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.springframework.context.MessageSource;

/** The mails with a code. */
class GuestMails implements MailSource {

    /** The code, with a gap in the middle. */
    static final Placeholder CODE = new Placeholder("guestCode", Placeholder.Kind.LINE);

    static final MailKind CODE_MAIL = MailKind.toShopper("GUEST_CODE", 790, CODE, Placeholder.ORDER_NUMBER);

    /** To whoever wants to have the order in their account. */
    static final MailKind TAKE_OVER_MAIL = MailKind.toShopper("TAKE_OVER_CODE", 791, CODE, Placeholder.ORDER_NUMBER);

    private static final String SAMPLE = "40719326";

    private final MailComposer composer;
    private final MessageSource messages;

    GuestMails(MailComposer composer, MessageSource messages) {
        this.composer = composer;
        this.messages = messages;
    }

    @Override
    public List<MailKind> kinds() {
        return List.of(CODE_MAIL, TAKE_OVER_MAIL);
    }

    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        return values(SAMPLE, messages.getMessage("rtn.mail.sample.orderNumber", null, language));
    }

    /** In the language in which somebody has asked. */
    MailContent code(MailKind kind, String code, String orderNumber, String recipient, Locale reader) {
        return composer.compose(kind, recipient, composer.languageFor(reader), values(code, orderNumber));
    }

    private static Map<Placeholder, Object> values(String code, String orderNumber) {
        return Map.of(CODE, GuestCodes.shown(code), Placeholder.ORDER_NUMBER, orderNumber);
    }
}
