package org.broadleafreturns.admin.status;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.admin.dialog.ReturnHead;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.PieceOfWork;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.UnsentUnits;
import org.springframework.context.i18n.LocaleContextHolder;

/** The goods of the return whose status a dialog changes, as its fields show them. They are read once for all fields. */
class OpenGoods {

    private static final String READ = OpenGoods.class.getName();

    private final ReturnViews views;
    private final ReturnLookup lookup;
    private final ReturnHead head;
    private final ReturnChoices choices;
    private final GoodsWords words;
    private final UnsentUnits unsent;

    OpenGoods(ReturnViews views, ReturnLookup lookup, ReturnHead head, ReturnChoices choices, GoodsWords words, UnsentUnits unsent) {
        this.views = views;
        this.lookup = lookup;
        this.head = head;
        this.choices = choices;
        this.words = words;
        this.unsent = unsent;
    }

    List<GoodsLine> of(OpenDialog dialog) {
        ReturnView shown = dialog.request().orElseThrow();
        return PieceOfWork.recall(READ + "." + shown.id(), () -> read(shown));
    }

    private List<GoodsLine> read(ReturnView shown) {
        Locale reader = LocaleContextHolder.getLocale();
        List<LineView> lines = shown.lines();
        Map<Long, Map<String, Integer>> conditions = views.conditionsOf(shown.id());
        List<Long> items = lines.stream().map(LineView::orderItemId).toList();
        Map<Long, List<String>> codes = lookup.codesOf(items);
        Map<Long, String> pictures = head.picturesOf(shown);
        boolean nothingYet = lines.stream().allMatch(line -> line.quantityReceived() == 0);
        int mostHeaps = Math.min(ReturnLookup.MOST_HEAPS, choices.conditions(reader).size() + 1);
        Map<Long, Integer> neverLeft = unsent.of(shown);
        Map<Long, Integer> toStop = unsent.toStop(shown);
        List<GoodsLine> goods = new ArrayList<>();
        for (LineView line : lines) {
            int missing = line.quantityMissing();
            int here = neverLeft.getOrDefault(line.id(), 0);
            Long item = line.orderItemId();
            goods.add(new GoodsLine(line.id(), line.articleName(), line.details().words(), codes.getOrDefault(item, List.of()),
                pictures.get(item), line.quantityRequested(), line.quantityReceived(), missing,
                words.conditions(conditions.getOrDefault(line.id(), Map.of()), reader), Math.min(missing, mostHeaps),
                nothingYet ? missing - here : 0, here, toStop.getOrDefault(line.id(), 0)));
        }
        return List.copyOf(goods);
    }

    List<Choice> conditions() {
        return choices.conditions(LocaleContextHolder.getLocale());
    }

    List<Choice> refusalReasons() {
        return choices.refusalReasons(LocaleContextHolder.getLocale());
    }
}
