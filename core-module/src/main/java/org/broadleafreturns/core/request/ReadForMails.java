package org.broadleafreturns.core.request;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailText;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;

/** What was read for the mails about one request, so that it is read once for all of them. */
final class ReadForMails {

    private final Map<MailKind, MailText> texts;
    private final Map<Locale, Map<Long, ArticleDetails>> details = new HashMap<>();

    /** @param texts in force, in the language in which each mail is to be written */
    ReadForMails(Map<MailKind, MailText> texts) {
        this.texts = Map.copyOf(texts);
    }

    /** Nothing yet. */
    ReadForMails() {
        this(Map.of());
    }

    /** The text in force; empty if it was not read. */
    Optional<MailText> text(MailKind mail) {
        return Optional.ofNullable(texts.get(mail));
    }

    /** What the articles of the order items are called, read for the first mail of a language. */
    Map<Long, ArticleDetails> details(Collection<Long> items, Locale language, ShopOrders orders) {
        return details.computeIfAbsent(language, unread -> orders.detailsOf(items, unread));
    }
}
