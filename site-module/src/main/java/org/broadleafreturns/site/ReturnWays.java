package org.broadleafreturns.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.request.EntryView;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ShownPart;
import org.broadleafreturns.core.request.UnsentUnits;
import org.springframework.context.MessageSource;

/**
 * Says where returns are on their way. A day is said where one binds somebody; where none is known, what happens is said without.
 * Cards, the page of a return and that of an order ask here, so that they say the same.
 */
class ReturnWays {

    private static final String WORDS = "rtn.site.way.";

    private final List<WayPart> ends;
    private final UnsentUnits unsent;
    private final MessageSource messages;
    private final ShopperWords words;

    ReturnWays(List<WayPart> ends, UnsentUnits unsent, MessageSource messages, ShopperWords words) {
        this.ends = ends;
        this.unsent = unsent;
        this.messages = messages;
        this.words = words;
    }

    /** By identifier of the return, with an entry for each. */
    Map<Long, ReturnWay> of(Collection<ReturnView> returns) {
        Map<Long, List<WayStep>> behind = new HashMap<>();
        if (!returns.isEmpty()) {
            ends.forEach(end -> ShownPart.unlessItFails(end.getClass().getName(), () -> end.of(returns))
                .ifPresent(steps -> steps.forEach((id, step) -> behind.computeIfAbsent(id, one -> new ArrayList<>()).add(step))));
        }
        Set<Long> nothingToSend = unsent.withNothingToSend(returns);
        Map<Long, ReturnWay> ways = new HashMap<>();
        returns.forEach(shown -> ways.put(shown.id(),
            new ReturnWay(steps(shown, nothingToSend.contains(shown.id()), behind.getOrDefault(shown.id(), List.of())))));
        return ways;
    }

    /** @param pictures of their articles, by identifier of the order item */
    List<ReturnCard> cards(List<ReturnView> returns, Map<Long, String> pictures) {
        Map<Long, ReturnWay> ways = of(returns);
        return returns.stream().map(shown -> new ReturnCard(shown, ways.get(shown.id()), pictures)).toList();
    }

    private List<WayStep> steps(ReturnView shown, boolean nothingToSend, List<WayStep> end) {
        List<WayStep> steps = new ArrayList<>(begun(shown));
        firstTo(ReturnStatus.LABEL_SENT, shown).ifPresent(day -> steps.add(WayStep.done(words("labelSent"), day)));
        LocalDate sentOn = shown.stated().sentOn();
        if (sentOn != null) {
            steps.add(WayStep.done(words("sent"), words.day(sentOn)));
        }
        boolean here = shown.lines().stream().anyMatch(line -> line.quantityReceived() > 0);
        if (here) {
            firstTo(ReturnStatus.RECEIVED, shown).ifPresent(day -> steps.add(WayStep.done(words("received"), day)));
        }
        if (shown.status().isRunning()) {
            steps.addAll(nothingToSend && sentOn == null
                ? List.of(WayStep.now(words(shown.isWithoutGoods() ? "again"
                    : shown.stated().isWithdrawal() ? "review.unsent" : "review"), words("nothingToSend")))
                : ahead(shown, sentOn != null));
            steps.addAll(end.isEmpty() ? List.of(WayStep.later(words("settled", words.refundType(shown.refundType())), null)) : end);
        } else {
            steps.add(WayStep.done(words(shown.status().name()), words.day(shown.statusChangedAt())));
            steps.addAll(end);
        }
        return steps;
    }

    /** Whoever has withdrawn has asked for nothing, unless that was before. */
    private List<WayStep> begun(ReturnView shown) {
        WayStep asked = WayStep.done(words("asked"), words.day(shown.submittedAt()));
        LocalDate statedOn = shown.stated().statedOn();
        if (statedOn == null) {
            return List.of(asked);
        }
        WayStep withdrawn = WayStep.done(words("withdrawn"), words.day(statedOn));
        return statedOn.isAfter(words.dayOf(shown.submittedAt())) ? List.of(asked, withdrawn) : List.of(withdrawn);
    }

    private List<WayStep> ahead(ReturnView shown, boolean sent) {
        WayStep check = WayStep.later(words("check"), words("check.when"));
        if (shown.isWithoutGoods()) {
            return List.of(WayStep.now(words("again"), sent ? words("nothingToDo") : null));
        }
        if (shown.status() == ReturnStatus.RECEIVED) {
            return List.of(toDo(shown, words("check"), false, words("nothingToDo")));
        }
        if (sent) {
            return List.of(WayStep.now(words("wait"), words("nothingToDo")), check);
        }
        LocalDate by = shown.stated().sendBy();
        String last = by == null ? null : words.day(by);
        if (shown.status() == ReturnStatus.LABEL_SENT) {
            String send = shown.label() == null ? "send" : "sendWithLabel";
            return List.of(toDo(shown, last == null ? words(send) : words(send + ".by", last), true, null), check);
        }
        return List.of(toDo(shown, words(shown.stated().isWithdrawal() ? "review.withdrawal" : "review"), false, last == null ? words("nothingToDo") : null),
            WayStep.later(last == null ? words("send") : words("send.by", last), null), check);
    }

    /** With what the merchant says of the status, which is whether to wait or what to do. */
    private WayStep toDo(ReturnView shown, String text, boolean shoppers, String otherwise) {
        String said = words.said(shown);
        return new WayStep(WayStep.Standing.NOW, text, said == null ? otherwise : said, words.descriptionLanguage(shown.status()),
            shoppers);
    }

    /** On which day a return first had a status. */
    private Optional<String> firstTo(ReturnStatus status, ReturnView shown) {
        return shown.journal().stream().filter(entry -> entry.isStatus() && status.name().equals(entry.to())).findFirst()
            .map(EntryView::happenedAt).map(words::day);
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(WORDS + code, arguments, ShopperWords.locale());
    }
}
