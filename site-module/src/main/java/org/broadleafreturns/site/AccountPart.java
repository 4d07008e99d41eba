package org.broadleafreturns.site;

import java.util.Optional;
import java.util.function.Function;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * A piece of the page on which shoppers see one of their returns. A bean of this type in the storefront adds one; their order in a
 * place is that of Spring's {@code @Order}. What cannot be told is left out and logged.
 *
 * <p>The part's fragment is called {@code part} and finds its model as {@code part}, the return as {@code rtnReturn}, and the words
 * as {@code rtnWords}. Everything is plain values, as people typed them: show it with {@code th:text}. Nothing in the view is for
 * merchants alone; a part that reads more keeps to what the shopper may know.
 */
@ForIntegrators
public interface AccountPart {

    /** Where a part is shown. */
    enum Place {

        /** In the step that the return waits for: what the shopper needs to do it, such as the label and where to send the goods. */
        NEXT_STEP,
        /** Above the facts: notices, what the merchant said, articles. */
        ABOVE_FACTS,
        /** Among the facts: {@code <dt>…</dt><dd>…</dd>}. */
        FACTS,
        /** Below the facts: what can be done, and the history. */
        BELOW_FACTS
    }

    /** Where it is shown. */
    Place place();

    /** The template that the fragment is in, such as {@code account/returns/parts/label}. */
    String template();

    /** What the fragment shows; empty if there is nothing to show. */
    Optional<?> model(ReturnPage page);

    /**
     * A part that needs nothing but what the page has read.
     *
     * @param model answers null if there is nothing to show
     */
    static AccountPart of(Place place, String template, Function<ReturnPage, ?> model) {
        return new AccountPart() {
            @Override
            public Place place() {
                return place;
            }

            @Override
            public String template() {
                return template;
            }

            @Override
            public Optional<?> model(ReturnPage page) {
                return Optional.ofNullable(model.apply(page));
            }
        };
    }
}
