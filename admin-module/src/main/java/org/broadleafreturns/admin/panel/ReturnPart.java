package org.broadleafreturns.admin.panel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.request.MerchantReturnView;

/**
 * A piece of what the panel shows of each return. A bean of this type in the back office adds one; their order in a place is that
 * of Spring's {@code @Order}. What cannot be told is left out and logged.
 *
 * <p>The part's fragment is called {@code part} and finds its model as {@code part}, the return as {@code ret} (what its customer
 * sees too), the order as {@code rtnOrder}, and the words as {@code rtnWords}. Everything is plain values, as people typed them:
 * show it with {@code th:text}.
 */
@ForIntegrators
public interface ReturnPart {

    /** Where a part is shown. */
    enum Place {

        /** Above the facts: notices and articles. */
        ABOVE_FACTS,
        /** A row of the facts: {@code <div><dt>…</dt><dd>…</dd></div>}. */
        FACTS,
        /** Below the facts: mails and the journal. */
        BELOW_FACTS,
        /** Beside the facts and what is below them, in a narrower column of its own: the money. */
        BESIDE_FACTS
    }

    /** Where it is shown. */
    Place place();

    /** The template that the fragment is in, such as {@code rtn/panel/label}. */
    String template();

    /**
     * What the fragment shows, in as many queries for many returns as for one.
     *
     * @return by identifier of the return; of those that are missing nothing is shown
     */
    Map<Long, ?> models(PanelOrder order, List<MerchantReturnView> returns);

    /**
     * Whether a return that is closed waits for somebody on account of what this shows, so that it stands among the open ones all the same.
     *
     * @param model one of {@link #models}
     */
    default boolean isPending(Object model) {
        return false;
    }

    /**
     * What this has to say in the one line that a closed return has, or null.
     *
     * @param model one of {@link #models}
     */
    default String brief(Object model) {
        return null;
    }

    /**
     * A part that needs nothing but what the panel has read.
     *
     * @param model answers null if there is nothing to show
     */
    static ReturnPart of(Place place, String template, BiFunction<PanelOrder, MerchantReturnView, ?> model) {
        return new ReturnPart() {
            @Override
            public Place place() {
                return place;
            }

            @Override
            public String template() {
                return template;
            }

            @Override
            public Map<Long, ?> models(PanelOrder order, List<MerchantReturnView> returns) {
                Map<Long, Object> models = new HashMap<>();
                returns.forEach(view -> models.put(view.shown().id(), model.apply(order, view)));
                return models;
            }
        };
    }
}
