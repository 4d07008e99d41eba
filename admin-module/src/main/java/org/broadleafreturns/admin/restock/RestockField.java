package org.broadleafreturns.admin.restock;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.restock.StockViews;
import org.broadleafreturns.core.restock.StockViews.LineStock;

/** How many units of each line can be sold again. A script fills it in by what is typed of the goods, until the merchant knows better. */
class RestockField implements DialogPart {

    private final ReturnViews views;
    private final StockViews stock;
    private final ReturnChoices choices;
    private final UnsentUnits unsent;

    RestockField(ReturnViews views, StockViews stock, ReturnChoices choices, UnsentUnits unsent) {
        this.views = views;
        this.stock = stock;
        this.choices = choices;
        this.unsent = unsent;
    }

    @Override
    public String template() {
        return "rtn/restock/dialog";
    }

    @Override
    public Set<ReturnStatus> shownFor() {
        return EnumSet.of(ReturnStatus.ACCEPTED, ReturnStatus.PARTIALLY_ACCEPTED, ReturnStatus.REFUSED);
    }

    /** Not where a decision is taken back. */
    @Override
    public boolean isIn(OpenDialog dialog) {
        return dialog.request().filter(request -> !request.status().isDecision()).isPresent();
    }

    @Override
    public Map<String, Object> model(OpenDialog dialog) {
        ReturnView shown = dialog.request().orElseThrow();
        Map<Long, Map<String, Integer>> conditions = views.conditionsOf(shown.id());
        Map<Long, LineStock> stocks = stock.linesOf(shown);
        Map<Long, Integer> neverLeft = unsent.of(shown);
        List<RestockLine> lines = shown.lines().stream()
            .map(line -> line(line, conditions.getOrDefault(line.id(), Map.of()), stocks.get(line.orderItemId()),
                neverLeft.getOrDefault(line.id(), 0))).toList();
        String sellable = choices.conditions(Locale.ENGLISH).stream().map(Choice::code).filter(choices::isSellable)
            .collect(Collectors.joining(" "));
        return Map.of("lines", lines, "sellable", sellable);
    }

    private RestockLine line(LineView line, Map<String, Integer> conditions, LineStock lineStock, int neverLeft) {
        int unsellable = conditions.entrySet().stream().filter(some -> !choices.isSellable(some.getKey()))
            .mapToInt(Map.Entry::getValue).sum();
        return new RestockLine(line.id(), line.articleName(), line.details().words(), line.quantityRequested(),
            line.quantityReceived(), line.quantityReceived() - unsellable, lineStock, neverLeft);
    }
}
