package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.MessageSource;

/** What mails about returns say alike, of those that there are and of the one that could be. */
class MailPieces {

    private final MessageSource messages;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;
    private final String adminUrl;
    private final GoodsWords goods;

    /** @param adminUrl the back office's address for links in mails to the shop, without a slash at the end; empty for no links */
    MailPieces(MessageSource messages, ReturnChoices choices, ReturnsSettings settings, String adminUrl) {
        this.messages = messages;
        this.choices = choices;
        this.settings = settings;
        this.adminUrl = adminUrl;
        this.goods = new GoodsWords(messages, choices);
    }

    /**
     * What a mail says of one line.
     *
     * @param name the article's, with what tells it from others of that name
     * @param goods how it stands with the step that the mail is about; null if the step is about no goods
     */
    record Article(String name, int requested, int accepted, String reasonCode, GoodsOfLine goods) {

        /**
         * A line as it stands after a correction.
         *
         * @param goodsHaveCome whether it is to be said how many have
         */
        static Article of(CorrectedLine line, boolean goodsHaveCome) {
            LineStanding after = line.after();
            GoodsOfLine goods = new GoodsOfLine(line.orderItemId(), line.article(), after.requested(), 0, Map.of(),
                after.received().units(), 0, null, 0, null);
            return new Article(line.article(), after.requested(), 0, after.reasonCode(), goodsHaveCome ? goods : null);
        }
    }

    List<String> articles(MailKind kind, List<Article> articles, Locale language) {
        return articles.stream().map(article -> article(kind, article, language)).toList();
    }

    private String article(MailKind kind, Article article, Locale language) {
        if (article.goods() != null) {
            return goods.of(article.goods().withoutConditions().called(article.name()), language);
        }
        if (kind.equals(ReturnMailKinds.of(ReturnStatus.ACCEPTED)) || kind.equals(ReturnMailKinds.of(ReturnStatus.PARTIALLY_ACCEPTED))) {
            return words("rtn.mail.line.accepted", language, article.name(), article.accepted(), article.requested());
        }
        return kind.toShop()
            ? words("rtn.mail.line.reason", language, article.name(), article.requested(), choices.reasonLabel(article.reasonCode(), language))
            : words("rtn.mail.line", language, article.name(), article.requested());
    }

    /** What a correction has put right, as a shopper may know it. */
    List<String> changes(List<CorrectedLine> corrected, Locale language) {
        return goods.corrected(corrected.stream().map(CorrectedLine::withoutConditions).toList(), language);
    }

    String status(ReturnStatus status, Locale language) {
        return words(status.getFriendlyType(), language);
    }

    String words(String code, Locale language, Object... arguments) {
        return messages.getMessage(code, arguments, language);
    }

    /** Which return it is, whose, and what they want. */
    void putReturn(Map<Placeholder, Object> values, ReturnRequest request, Locale language) {
        values.put(Placeholder.NUMBER, request.getNumber());
        values.put(Placeholder.ORDER_NUMBER, request.getOrderNumber());
        values.put(Placeholder.FIRST_NAME, Texts.orEmpty(request.getCustomerFirstName()));
        values.put(Placeholder.LAST_NAME, Texts.orEmpty(request.getCustomerLastName()));
        values.put(Placeholder.REFUND_TYPE, choices.refundTypeLabel(request.getRefundType(), language));
    }

    void putReturnAddress(Map<Placeholder, Object> values) {
        settings.returnAddress().ifPresent(address -> values.put(Placeholder.RETURN_ADDRESS, address));
    }

    /** Not for guests: they have no account to see the return in. */
    void putAccountLink(Map<Placeholder, Object> values, String number) {
        if (!settings.mail().siteUrl().isEmpty()) {
            values.put(Placeholder.ACCOUNT_LINK, settings.mail().siteUrl() + "/account/returns/" + number);
        }
    }

    void putAdminLink(Map<Placeholder, Object> values, String number) {
        if (!adminUrl.isEmpty()) {
            values.put(Placeholder.ADMIN_LINK, adminUrl + "/returns/" + number);
        }
    }
}
