package org.broadleafreturns.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.request.EntryView;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ShownPart;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.settings.ShopCalendar;
import org.springframework.context.MessageSource;

/**
 * Says where returns are on their way. A day is said where one binds somebody; where none is known, what happens is said without.
 * Cards, the page of a return and that of an order ask here, so that they say the same.
 */
class ReturnWays {

    private static final String WORDS = "rtn.site.way.";

    private final List<WayPart> ends;
    private final MessageSource messages;
    private final ReturnChoices choices;
    private final ReturnsSettings settings;
    private final ShopCalendar calendar;

    ReturnWays(List<WayPart> ends, MessageSource messages, ReturnChoices choices, ReturnsSettings settings, ShopCalendar calendar) {
        this.ends = ends;
        this.messages = messages;
        this.choices = choices;
        this.settings = settings;
        this.calendar = calendar;
    }

    /** By identifier of the return, with an entry for each. */
    Map<Long, ReturnWay> of(Collection<ReturnView> returns) {
        Map<Long, List<WayStep>> behind = new HashMap<>();
        if (!returns.isEmpty()) {
            ends.forEach(end -> ShownPart.unlessItFails(end.getClass().getName(), () -> end.of(returns))
                .ifPresent(steps -> steps.forEach((id, step) -> behind.computeIfAbsent(id, one -> new ArrayList<>()).add(step))));
        }
        Map<Long, ReturnWay> ways = new HashMap<>();
        returns.forEach(shown -> ways.put(shown.id(), new ReturnWay(steps(shown, behind.getOrDefault(shown.id(), List.of())))));
        return ways;
    }

    /** @param pictures of their articles, by identifier of the order item */
    List<ReturnCard> cards(List<ReturnView> returns, Map<Long, String> pictures) {
        Map<Long, ReturnWay> ways = of(returns);
        return returns.stream().map(shown -> new ReturnCard(shown, ways.get(shown.id()), pictures)).toList();
    }

    private List<WayStep> steps(ReturnView shown, List<WayStep> end) {
        List<WayStep> steps = new ArrayList<>();
        steps.add(WayStep.done(words("asked"), day(shown.submittedAt())));
        firstTo(ReturnStatus.LABEL_SENT, shown).ifPresent(day -> steps.add(WayStep.done(words("labelSent"), day)));
        LocalDate sentOn = shown.stated().sentOn();
        if (sentOn != null) {
            steps.add(WayStep.done(words("sent"), calendar.day(sentOn, ShopperWords.locale())));
        }
        boolean here = shown.lines().stream().anyMatch(line -> line.quantityReceived() > 0);
        if (here) {
            firstTo(ReturnStatus.RECEIVED, shown).ifPresent(day -> steps.add(WayStep.done(words("received"), day)));
        }
        if (shown.status().isRunning()) {
            steps.addAll(ahead(shown, sentOn != null));
            steps.addAll(end.isEmpty() ? List.of(WayStep.later(words("settled", refundType(shown)), null)) : end);
        } else {
            steps.add(WayStep.done(words(shown.status().name()), day(shown.statusChangedAt())));
            steps.addAll(end);
        }
        return steps;
    }

    private List<WayStep> ahead(ReturnView shown, boolean sent) {
        if (shown.status() == ReturnStatus.RECEIVED) {
            return List.of(WayStep.now(words("check"), toDo(shown)));
        }
        WayStep check = WayStep.later(words("check"), words("check.when"));
        if (sent) {
            return List.of(WayStep.now(words("wait"), words("nothingToDo")), check);
        }
        LocalDate by = shown.stated().sendBy();
        String last = by == null ? null : calendar.day(by, ShopperWords.locale());
        if (shown.status() == ReturnStatus.LABEL_SENT) {
            String send = shown.label() == null ? "send" : "sendWithLabel";
            return List.of(new WayStep(WayStep.Standing.NOW, last == null ? words(send) : words(send + ".by", last), said(shown).orElse(null), true), check);
        }
        return List.of(WayStep.now(words("review"), last == null ? toDo(shown) : said(shown).orElse(null)),
            WayStep.later(last == null ? words("send") : words("send.by", last), null), check);
    }

    /** What the merchant says of the status, which is whether to wait or what to do; else that there is nothing to do. */
    private String toDo(ReturnView shown) {
        return said(shown).orElseGet(() -> words("nothingToDo"));
    }

    private Optional<String> said(ReturnView shown) {
        return settings.statusDescription(shown.status().name(), ShopperWords.locale()).filter(text -> !text.isBlank());
    }

    private String refundType(ReturnView shown) {
        return choices.refundTypeLabel(shown.refundType(), ShopperWords.locale());
    }

    /** On which day a return first had a status. */
    private Optional<String> firstTo(ReturnStatus status, ReturnView shown) {
        return shown.journal().stream().filter(entry -> entry.isStatus() && status.name().equals(entry.to())).findFirst()
            .map(EntryView::happenedAt).map(this::day);
    }

    private String day(Date moment) {
        return calendar.day(moment, ShopperWords.locale());
    }

    private String words(String code, Object... arguments) {
        return messages.getMessage(WORDS + code, arguments, ShopperWords.locale());
    }
}
