package org.broadleafreturns.admin.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.ReturnAmounts;
import org.broadleafreturns.core.request.ReturnLookup;

/** The articles of each return: which ones they are, what has become of their units, and what was paid. */
class LinesPart implements ReturnPart {

    private final ReturnLookup lookup;
    private final ReturnAmounts amounts;
    private final GoodsWords goods;
    private final MerchantWords words;

    LinesPart(ReturnLookup lookup, ReturnAmounts amounts, GoodsWords goods, MerchantWords words) {
        this.lookup = lookup;
        this.amounts = amounts;
        this.goods = goods;
        this.words = words;
    }

    @Override
    public Place place() {
        return Place.ABOVE_FACTS;
    }

    @Override
    public String template() {
        return "rtn/panel/lines";
    }

    @Override
    public Map<Long, ?> models(PanelOrder order, List<MerchantReturnView> returns) {
        List<Long> items = returns.stream().flatMap(view -> view.shown().lines().stream()).map(LineView::orderItemId).distinct().toList();
        Map<Long, List<String>> codes = lookup.codesOf(items);
        Map<Long, String> pictures = lookup.picturesOf(items);
        Map<Long, ReturnAmounts.Line> paid = amounts.of(order.id(), returns.stream().map(MerchantReturnView::shown).toList());
        Locale reader = words.locale();
        Map<Long, ShownLines> models = new HashMap<>();
        returns.forEach(view -> models.put(view.shown().id(), new ShownLines(view.shown().lines().stream()
            .map(line -> new ShownLine(line, codes.getOrDefault(line.orderItemId(), List.of()), pictures.get(line.orderItemId()),
                paid.get(line.id()), beside(view, line, reader), order.standing().changes().unitsNow(line))).toList())));
        return models;
    }

    private List<String> beside(MerchantReturnView view, LineView line, Locale reader) {
        List<String> said = new ArrayList<>(goods.beside(line, reader));
        String conditions = goods.conditions(view.conditions().getOrDefault(line.id(), Map.of()), reader);
        if (!conditions.isEmpty()) {
            said.add(conditions);
        }
        return said;
    }
}
