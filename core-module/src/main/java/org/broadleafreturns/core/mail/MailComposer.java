package org.broadleafreturns.core.mail;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailText;
import org.broadleafreturns.core.mailtext.MailTexts;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.mailtext.RenderedText;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * Composes a mail in the reader's language from the text that is in force for it and the frame
 * {@code emailTemplates/rtn/layout.html}.
 */
public class MailComposer {

    private final MailRenderer renderer;
    private final MailTexts texts;

    MailComposer(MailRenderer renderer, MailTexts texts) {
        this.renderer = renderer;
        this.texts = texts;
    }

    /** The language in which a mail to a reader of that one is written. */
    public Locale languageFor(Locale reader) {
        return texts.languageFor(reader);
    }

    /** The texts in force of several mails, each in one of those languages, read at once. */
    public Map<MailKind, MailText> textsFor(Map<MailKind, Locale> mails) {
        return texts.inForce(mails);
    }

    /**
     * @param recipient one address
     * @param language one of those that {@link #languageFor} answers with
     * @param values what the text and the frame may show; missing ones count as empty
     */
    public MailContent compose(MailKind mail, String recipient, Locale language, Map<Placeholder, Object> values) {
        return compose(mail, texts.inForce(mail, language).text(), recipient, language, values);
    }

    /** Composes a mail with a text that is not in force. */
    public MailContent compose(MailKind mail, MailText text, String recipient, Locale language, Map<Placeholder, Object> values) {
        RenderedText rendered = RenderedText.of(text, values);
        Map<String, Object> frame = new HashMap<>();
        frame.put("subject", rendered.subject());
        frame.put("language", language.toLanguageTag());
        frame.put("text", rendered.body());
        frame.put("toShop", mail.toShop());
        frame.put("firstName", values.getOrDefault(Placeholder.FIRST_NAME, ""));
        frame.put("number", values.get(Placeholder.NUMBER));
        frame.put("orderNumber", values.get(Placeholder.ORDER_NUMBER));
        frame.put("accountUrl", values.get(Placeholder.ACCOUNT_LINK));
        frame.put("guestUrl", values.get(Placeholder.GUEST_LINK));
        Document body = Jsoup.parse(renderer.render("rtn/layout", language, frame));
        body.outputSettings().prettyPrint(false);
        InlineStyles.write(body);
        String plain = PlainText.of(body);
        WholeNumber.keep(body, (String) values.get(Placeholder.NUMBER));
        return new MailContent(recipient, rendered.subject(), body.outerHtml(), plain);
    }
}
