package org.broadleafreturns.admin.correct;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.policy.Eligibility;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;

/** Reads what the dialog shows of a return that is to be corrected. */
class CorrectableReturns {

    private final ReturnViews views;
    private final ReturnLookup lookup;
    private final ReturnChoices choices;
    private final GoodsWords goods;
    private final MerchantWords words;

    CorrectableReturns(ReturnViews views, ReturnLookup lookup, ReturnChoices choices, GoodsWords goods, MerchantWords words) {
        this.views = views;
        this.lookup = lookup;
        this.choices = choices;
        this.goods = goods;
        this.words = words;
    }

    /**
     * A return as it can be corrected.
     *
     * @param lines what is in it
     * @param others what else there is in the order
     * @param reasons on offer
     */
    record Correctable(ReturnView shown, List<CorrectLine> lines, List<OtherLine> others, List<Choice> reasons) {
    }

    Correctable read(ReturnReference which) {
        Locale reader = words.locale();
        ReturnView shown = views.shown(which, reader).orElseThrow(ReturnNotFoundException::new);
        Eligibility eligibility = lookup.eligibilityToCorrect(which);
        List<Choice> reasons = choices.reasons(reader);
        Set<Long> own = shown.lines().stream().map(LineView::orderItemId).collect(Collectors.toSet());
        List<EligibleLine> others = eligibility.lines().stream().filter(line -> !own.contains(line.line().itemId())).toList();
        Map<Long, ArticleDetails> details = lookup.detailsOf(others.stream().map(line -> line.line().itemId()).toList(), reader);
        return new Correctable(shown, lines(shown, eligibility, reasons),
            others.stream().map(line -> other(line, eligibility, details.get(line.line().itemId()))).toList(), reasons);
    }

    private List<CorrectLine> lines(ReturnView shown, Eligibility eligibility, List<Choice> reasons) {
        Locale reader = words.locale();
        Map<Long, Map<String, Integer>> conditions = views.conditionsOf(shown.id());
        List<Long> items = shown.lines().stream().map(LineView::orderItemId).toList();
        Map<Long, List<String>> codes = lookup.codesOf(items);
        Map<Long, String> pictures = lookup.picturesOf(items);
        List<Choice> offered = choices.conditions(reader);
        boolean goodsHaveCome = shown.status() == ReturnStatus.RECEIVED;
        List<CorrectLine> lines = new ArrayList<>();
        for (LineView line : shown.lines()) {
            Optional<EligibleLine> eligible = eligibility.lineOf(line.orderItemId());
            Map<String, Integer> noted = conditions.getOrDefault(line.id(), Map.of());
            List<Choice> conditionChoices = with(offered, noted.keySet().stream().map(code -> choices.condition(code, reader)));
            int most = Math.max(line.quantityRequested(), eligible.map(EligibleLine::returnable).orElse(0));
            lines.add(new CorrectLine(line.id(), line.articleName(), line.details().words(),
                codes.getOrDefault(line.orderItemId(), List.of()), pictures.get(line.orderItemId()), line.quantityRequested(), most,
                line.reasonCode(),
                with(reasons, Stream.of(choices.reason(line.reasonCode(), reader))), line.quantityReceived(),
                goods.conditions(noted, reader),
                goodsHaveCome ? heaps(line.quantityReceived(), noted, Math.min(most, conditionChoices.size() + 1)) : List.of(),
                conditionChoices, eligible.map(one -> notice(one, eligibility, most > line.quantityRequested())).orElse(null)));
        }
        return lines;
    }

    /** What is noted, and empty ones to be brought out. */
    private static List<CorrectLine.Heap> heaps(int received, Map<String, Integer> noted, int most) {
        List<CorrectLine.Heap> heaps = new ArrayList<>();
        noted.forEach((condition, units) -> heaps.add(new CorrectLine.Heap(units, condition)));
        int others = received - noted.values().stream().mapToInt(Integer::intValue).sum();
        if (others > 0 || heaps.isEmpty()) {
            heaps.add(new CorrectLine.Heap(others, null));
        }
        while (heaps.size() < most) {
            heaps.add(new CorrectLine.Heap(null, null));
        }
        return heaps;
    }

    /** What is on offer, and what was chosen when it still was. */
    private static List<Choice> with(List<Choice> offered, Stream<Optional<Choice>> chosen) {
        List<Choice> all = new ArrayList<>(offered);
        chosen.flatMap(Optional::stream).filter(choice -> offered.stream().noneMatch(one -> one.code().equals(choice.code())))
            .forEach(all::add);
        return all;
    }

    private String notice(EligibleLine line, Eligibility eligibility, boolean more) {
        Objection waived = line.waived() == null ? eligibility.waived() : line.waived();
        return line.objection() != null ? words.message("rtn.admin.correct.notMore", text(line.objection()))
            : more && waived != null ? words.message("rtn.admin.correct.waived", text(waived)) : null;
    }

    private OtherLine other(EligibleLine line, Eligibility eligibility, ArticleDetails details) {
        Objection waived = line.waived() == null ? eligibility.waived() : line.waived();
        Objection notice = line.objection() == null ? waived : line.objection();
        return new OtherLine(line.line().itemId(), line.line().name(), details.words(), line.line().quantity(), line.returnable(),
            notice == null ? null : text(notice), line.objection() == null && waived != null);
    }

    private String text(Objection objection) {
        return words.of(List.of(objection)).get(0).text();
    }
}
