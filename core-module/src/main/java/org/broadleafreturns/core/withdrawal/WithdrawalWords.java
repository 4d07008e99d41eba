package org.broadleafreturns.core.withdrawal;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** Says statements in the language of whoever reads them. */
public class WithdrawalWords {

    private final MessageSource messages;

    WithdrawalWords(MessageSource messages) {
        this.messages = messages;
    }

    /** The sentence by which somebody withdraws, as in the model form of the directive's annex I (B). */
    public String sentence(Locale reader) {
        return messages.getMessage("rtn.withdrawal.sentence", null, reader);
    }

    /** What is withdrawn from, one text an article; that it is all, where it is. */
    public List<String> articles(WithdrawalContent content, Locale reader) {
        if (content.isOfAll()) {
            return List.of(messages.getMessage("rtn.withdrawal.all", null, reader));
        }
        return content.lines().isEmpty() ? List.of(content.articles())
            : content.lines().stream().map(line -> line.quantity() + "\u00a0\u00d7 " + line.name()).toList();
    }

    /** Day, time and zone. */
    public String moment(WithdrawalMoment moment, Locale reader) {
        return moment.isDayAlone() ? moment.said(reader) : moment.said(reader) + " (" + moment.zone(reader) + ")";
    }
}
