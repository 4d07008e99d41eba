package org.broadleafreturns.core.restock;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.ShopStock;
import org.broadleafreturns.core.platform.StockedItem;
import org.broadleafreturns.core.request.EnteredStep;
import org.broadleafreturns.core.request.GoodsOfLine;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StepPart;
import org.broadleafreturns.core.request.UnsentUnits;

/**
 * With a decision, how many units of each line can be sold again, {@code restock[12]}: they go back on the shelf with it. Where nothing
 * is said, the conditions say it in which they came. Taking a decision back takes them from the shelf.
 */
class RestockPart implements StepPart {

    static final String NAME = "restock";

    private final Restocking restocking;
    private final ReturnChoices choices;
    private final ShopStock stock;
    private final RestockWords words;
    private final Function<EnteredStep, Map<Long, Integer>> unsent;

    /** @param unsent how many units that a decision keeps have never left the shop, by the line's identifier */
    RestockPart(Restocking restocking, ReturnChoices choices, ShopStock stock, RestockWords words,
            Function<EnteredStep, Map<Long, Integer>> unsent) {
        this.restocking = restocking;
        this.choices = choices;
        this.stock = stock;
        this.words = words;
        this.unsent = unsent;
    }

    private static String input(ReturnLine line) {
        return NAME + "[" + line.getId() + "]";
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
        return to.isDecision() ? request.getLines().stream().map(RestockPart::input).collect(Collectors.toSet()) : Set.of();
    }

    @Override
    public List<Objection> objections(EnteredStep step) {
        List<Objection> objections = new ArrayList<>();
        decided(step).forEach((line, units) -> {
            String entered = step.input(input(line));
            if (entered != null && !(entered.matches("[0-9]{1,9}") && Integer.parseInt(entered) <= units.most())) {
                objections.add(Objection.to(input(line), "rtn.objection.restock.range", units.most()));
            }
        });
        objections.addAll(objectionsToFewer(step));
        return objections;
    }

    /**
     * Units that are on the shelf by our books, since they were sold before they could be taken from it, are neither sent back nor asked
     * for a second time. Only a decision that was taken back has left any.
     */
    private List<Objection> objectionsToFewer(EnteredStep step) {
        List<GoodsOfLine> decided = step.request().getStatus() == ReturnStatus.RECEIVED
            ? step.goods().stream().filter(GoodsOfLine::isDecided).toList() : List.of();
        if (decided.isEmpty()) {
            return List.of();
        }
        Map<Long, ReturnLine> lines = step.request().getLines().stream().collect(Collectors.toMap(ReturnLine::getId, Function.identity()));
        Map<Long, Integer> onShelf = restocking.onShelf(step.request().getId());
        List<Objection> objections = new ArrayList<>();
        decided.forEach(goods -> {
            ReturnLine line = lines.get(goods.lineId());
            int least = onShelf.getOrDefault(line.getOrderItemId(), 0);
            if (goods.accepted() + goods.staying() < least) {
                objections.add(Objection.to(fieldFor(least, goods, step.to()), "rtn.objection.restock.fewer",
                    line.getArticleName(), least));
            }
        });
        return objections;
    }

    /** Who refuses can keep what is here, and no more. */
    private static String fieldFor(int least, GoodsOfLine goods, ReturnStatus to) {
        return to == ReturnStatus.PARTIALLY_ACCEPTED ? "accepted[" + goods.lineId() + "]"
            : goods.refused() < least ? "status" : "refused[" + goods.lineId() + "].staying";
    }

    /** Before the step; nothing where it decides nothing, or what was entered of goods cannot be. */
    private Map<ReturnLine, SellableUnits> decided(EnteredStep step) {
        Map<ReturnLine, SellableUnits> units = new LinkedHashMap<>();
        Map<Long, GoodsOfLine> goods = step.goods().stream().filter(GoodsOfLine::isDecided)
            .collect(Collectors.toMap(GoodsOfLine::lineId, Function.identity()));
        Map<Long, Integer> neverLeft = unsent.apply(step);
        step.request().getLines().stream().filter(line -> goods.containsKey(line.getId())).forEach(line -> units.put(line,
            SellableUnits.with(goods.get(line.getId()), line, choices, neverLeft.getOrDefault(line.getId(), 0))));
        return units;
    }

    @Override
    public List<String> said(EnteredStep step, Map<Long, String> articles, Locale reader) {
        return step.isReopening() ? saidOfReopening(step.request(), reader) : saidOfDecision(step, articles, reader);
    }

    private List<String> saidOfReopening(ReturnRequest request, Locale reader) {
        Map<Long, Integer> onShelf = restocking.onShelf(request.getId());
        return request.getLines().stream().filter(line -> onShelf.getOrDefault(line.getOrderItemId(), 0) > 0)
            .map(line -> words.reopening(line.getArticleName(), onShelf.get(line.getOrderItemId()), reader)).toList();
    }

    private List<String> saidOfDecision(EnteredStep step, Map<Long, String> articles, Locale reader) {
        Map<ReturnLine, SellableUnits> decided = decided(step);
        decided.values().removeIf(units -> units.most() == 0);
        if (decided.isEmpty()) {
            return List.of();
        }
        Map<Long, StockedItem> items = stock.itemsOf(decided.keySet().stream().map(ReturnLine::getOrderItemId).toList());
        Map<Long, Integer> before = restocking.onShelf(step.request().getId());
        List<String> said = new ArrayList<>();
        decided.forEach((line, units) -> {
            StockedItem item = items.get(line.getOrderItemId());
            boolean counted = item != null && item.counted();
            int sellable = sellable(step, line, units);
            if (counted || sellable > 0) {
                said.add(words.preview(articles.getOrDefault(line.getId(), line.getArticleName()), sellable,
                    before.getOrDefault(line.getOrderItemId(), 0), counted, reader));
            }
        });
        return said;
    }

    /** As it was entered and looked at, or as the conditions say it. */
    private static int sellable(EnteredStep step, ReturnLine line, SellableUnits units) {
        String entered = step.input(input(line));
        return entered == null ? units.usual() : Math.min(units.most(), Integer.parseInt(entered));
    }

    @Override
    public void perform(EnteredStep step, Happening happening) {
        if (step.isReopening()) {
            restocking.takeBack(step.request(), happening);
        } else if (step.to().isDecision()) {
            Map<Long, Integer> sellable = new TreeMap<>();
            step.request().getLines().forEach(line -> sellable.put(line.getOrderItemId(),
                sellable(step, line, SellableUnits.of(line, choices, UnsentUnits.noted(step, line)))));
            restocking.putBack(step.request(), sellable, happening);
        }
    }
}
