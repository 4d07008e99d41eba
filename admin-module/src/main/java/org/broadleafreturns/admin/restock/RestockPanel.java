package org.broadleafreturns.admin.restock;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.MerchantEntryView;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.restock.RestockWords;
import org.broadleafreturns.core.restock.StockNote;
import org.broadleafreturns.core.restock.StockViews;

/** How many units of a return are back on the shelf, and of which the stock was not changed and why; and what the journal says of it. */
class RestockPanel implements ReturnPart, EntryWords {

    private final StockViews stock;
    private final RestockWords said;
    private final MerchantWords words;

    RestockPanel(StockViews stock, RestockWords said, MerchantWords words) {
        this.stock = stock;
        this.said = said;
        this.words = words;
    }

    @Override
    public Place place() {
        return Place.FACTS;
    }

    @Override
    public String template() {
        return "rtn/restock/panel";
    }

    @Override
    public Map<Long, ?> models(PanelOrder order, List<MerchantReturnView> returns) {
        Map<Long, List<StockNote>> notes = stock.notesOn(returns.stream().map(MerchantReturnView::shown).toList());
        Map<Long, List<String>> models = new HashMap<>();
        returns.stream().filter(view -> notes.containsKey(view.shown().id())).forEach(view ->
            models.put(view.shown().id(), said.of(notes.get(view.shown().id()), view.articles(), words.locale())));
        return models;
    }

    @Override
    public List<String> of(MerchantEntryView entry, MerchantReturnView view) {
        return said.ofEntry(entry.kind(), entry.details(), view.articles(), words.locale());
    }
}
