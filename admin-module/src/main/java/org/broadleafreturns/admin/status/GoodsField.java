package org.broadleafreturns.admin.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.core.request.ReturnStatus;

/** The lines of the return, and what is asked of them with a status: what has come, what is accepted, why something is refused. */
class GoodsField implements DialogPart {

    private final String template;
    private final ReturnStatus status;
    private final Predicate<GoodsLine> shown;
    private final OpenGoods goods;

    private GoodsField(String template, ReturnStatus status, Predicate<GoodsLine> shown, OpenGoods goods) {
        this.template = template;
        this.status = status;
        this.shown = shown;
        this.goods = goods;
    }

    /** What a parcel has brought. */
    static DialogPart received(OpenGoods goods) {
        return new GoodsField("rtn/part/received", ReturnStatus.RECEIVED, line -> true, goods);
    }

    /** What has come, or need not, of goods that are all accepted before all of them were noted. */
    static DialogPart acceptedUnseen(OpenGoods goods) {
        return new GoodsField("rtn/part/acceptedUnseen", ReturnStatus.ACCEPTED, line -> line.missing() > 0, goods);
    }

    /** How many units of each line are accepted. */
    static DialogPart accepted(OpenGoods goods) {
        return new GoodsField("rtn/part/accepted", ReturnStatus.PARTIALLY_ACCEPTED, line -> true, goods);
    }

    /** Why nothing is accepted. */
    static DialogPart refused(OpenGoods goods) {
        return new GoodsField("rtn/part/refused", ReturnStatus.REFUSED, line -> true, goods);
    }

    @Override
    public String template() {
        return template;
    }

    @Override
    public Set<ReturnStatus> shownFor() {
        return Set.of(status);
    }

    /** Taking a decision back brings no goods. */
    @Override
    public boolean isIn(OpenDialog dialog) {
        return dialog.request().filter(request -> !request.status().isDecision()).isPresent() && !lines(dialog).isEmpty();
    }

    @Override
    public Map<String, Object> model(OpenDialog dialog) {
        List<GoodsLine> lines = lines(dialog);
        return Map.of("lines", lines, "conditions", goods.conditions(), "reasons", goods.refusalReasons(),
            "missing", lines.stream().anyMatch(line -> line.missing() > 0));
    }

    private List<GoodsLine> lines(OpenDialog dialog) {
        return goods.of(dialog).stream().filter(shown).toList();
    }
}
