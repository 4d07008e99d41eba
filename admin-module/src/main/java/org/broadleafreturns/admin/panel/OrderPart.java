package org.broadleafreturns.admin.panel;

import java.util.Optional;
import java.util.function.Function;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A piece of the panel that is shown once, above the order's returns. A bean of this type in the back office adds one; their order
 * is that of Spring's {@code @Order}. What cannot be told is left out and logged.
 *
 * <p>The part's fragment is called {@code part} and finds its model as {@code part}, the order as {@code rtnOrder}, and the words
 * as {@code rtnWords}. Everything is plain values, as people typed them: show it with {@code th:text}.
 */
@ForIntegrators
public interface OrderPart {

    /** The template that the fragment is in, such as {@code rtn/panel/deliveries}. */
    String template();

    /** What the fragment shows; empty if there is nothing to show. */
    Optional<?> model(PanelOrder order);

    /** A part that needs nothing but what the panel has read. */
    static OrderPart of(String template, Function<PanelOrder, ?> model) {
        return new OrderPart() {
            @Override
            public String template() {
                return template;
            }

            @Override
            public Optional<?> model(PanelOrder order) {
                return Optional.ofNullable(model.apply(order));
            }
        };
    }
}
