package org.broadleafreturns.core.request;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailSource;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.MailPieces.Article;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;

/**
 * A return that could be, of which mails tell in the back office before their texts are saved. It brings the mails about a return
 * itself.
 */
public class SampleReturn implements MailSource {

    private static final String SAMPLE = "rtn.mail.sample.";
    private static final LocalDate SEND_BY = LocalDate.of(2026, 12, 12);

    private final MailPieces pieces;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;

    SampleReturn(MailPieces pieces, ReturnChoices choices, ReturnsSettings settings) {
        this.pieces = pieces;
        this.choices = choices;
        this.settings = settings;
    }

    @Override
    public List<MailKind> kinds() {
        return ReturnMailKinds.all();
    }

    /**
     * What a mail could say, by the constants of {@link Placeholder}; for mails of others too, which add what is theirs.
     */
    @Override
    public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
        Map<Placeholder, Object> values = new HashMap<>();
        String number = settings.numberPrefix() + "7KM-2QXP";
        values.put(Placeholder.NUMBER, number);
        values.put(Placeholder.ORDER_NUMBER, words("orderNumber", language));
        values.put(Placeholder.FIRST_NAME, words("firstName", language));
        values.put(Placeholder.LAST_NAME, words("lastName", language));
        values.put(Placeholder.REFUND_TYPE, choices.refundTypes(language).stream().findFirst().map(Choice::label).orElse(""));
        values.put(Placeholder.ARTICLES, articles(kind, language));
        if (kind.toShop()) {
            values.put(Placeholder.COMMENT, words("comment", language));
            pieces.putAdminLink(values, number);
            return values;
        }
        ReturnStatus status = Arrays.stream(ReturnStatus.values()).filter(one -> is(kind, one)).findFirst()
            .orElse(kind.equals(ReturnMailKinds.REOPENED) ? ReturnStatus.RECEIVED : ReturnStatus.REQUESTED);
        values.put(Placeholder.STATUS, pieces.status(status, language));
        values.put(Placeholder.MESSAGE, is(kind, ReturnStatus.REQUESTED) ? "" : words("message", language));
        values.put(Placeholder.LABEL_ATTACHED, is(kind, ReturnStatus.LABEL_SENT));
        values.put(ReturnMailKinds.BY_WITHDRAWAL, false);
        values.put(ReturnMailKinds.NOTHING_TO_SEND, false);
        values.put(ReturnMailKinds.SEND_BY, new ShopCalendar(settings).day(SEND_BY, language));
        values.put(ReturnMailKinds.SOMETHING_ELSE, is(kind, ReturnStatus.RECEIVED) ? words("somethingElse", language) : "");
        if (kind.equals(ReturnMailKinds.CORRECTED)) {
            values.put(ReturnMailKinds.CHANGES, changes(language));
        }
        pieces.putReturnAddress(values);
        pieces.putAccountLink(values, number);
        return values;
    }

    /** One unit less of what the list of articles has. */
    private List<String> changes(Locale language) {
        String reason = choices.reasons(language).stream().findFirst().map(Choice::code).orElse("");
        return pieces.changes(List.of(new CorrectedLine(0L, words("article1", language),
            new LineStanding(3, reason, ReceivedUnits.NONE), new LineStanding(2, reason, ReceivedUnits.NONE))), language);
    }

    private List<String> articles(MailKind kind, Locale language) {
        String reason = choices.reasons(language).stream().findFirst().map(Choice::code).orElse("");
        boolean all = is(kind, ReturnStatus.ACCEPTED);
        boolean some = all || is(kind, ReturnStatus.PARTIALLY_ACCEPTED);
        return pieces.articles(kind, List.of(
            article(kind, "article1", 2, all ? 2 : some ? 1 : 0, reason, language),
            article(kind, "article2", 1, some ? 1 : 0, reason, language)), language);
    }

    private Article article(MailKind kind, String name, int units, int accepted, String reason, Locale language) {
        return new Article(words(name, language), units, accepted, reason, goods(kind, units, accepted, language));
    }

    /** All of it has come; what is refused goes back. */
    private GoodsOfLine goods(MailKind kind, int units, int accepted, Locale language) {
        boolean decided = Arrays.stream(ReturnStatus.values()).anyMatch(status -> status.isDecision() && is(kind, status));
        String reason = accepted == units ? null
            : choices.refusalReasons(language).stream().findFirst().map(Choice::code).orElse(null);
        return decided ? new GoodsOfLine(0L, "", units, units, Map.of(), units, 0, accepted, 0, reason)
            : is(kind, ReturnStatus.RECEIVED) ? new GoodsOfLine(0L, "", units, units, Map.of(), units, 0, null, 0, null) : null;
    }

    private static boolean is(MailKind kind, ReturnStatus status) {
        return kind.equals(ReturnMailKinds.of(status));
    }

    private String words(String what, Locale language) {
        return pieces.words(SAMPLE + what, language);
    }
}
