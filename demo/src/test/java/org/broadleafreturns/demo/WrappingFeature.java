package org.broadleafreturns.demo;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadleafreturns.admin.panel.OrderPart;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.site.AccountPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/**
 * A feature of a shop's own that shows something of returns whose comment speaks of wrapping, on the page of the order and in the
 * account. Some of its parts fail.
 */
@Configuration
class WrappingFeature {

    static final String COMMENT = "Wrapping: ";
    /** So many that no other test orders them. */
    static final int MANY = 29;

    private static Optional<String> wrapping(ReturnView view) {
        return Optional.ofNullable(view.comment()).filter(comment -> comment.startsWith(COMMENT))
            .map(comment -> comment.substring(COMMENT.length()));
    }

    @Bean
    @Order(250)
    ReturnPart wrappingPart() {
        return new ReturnPart() {
            @Override
            public Place place() {
                return Place.FACTS;
            }

            @Override
            public String template() {
                return "wrapping/fact";
            }

            @Override
            public Map<Long, String> models(PanelOrder order, List<MerchantReturnView> returns) {
                return returns.stream().map(MerchantReturnView::shown).filter(view -> wrapping(view).isPresent())
                    .collect(Collectors.toMap(ReturnView::id, view -> wrapping(view).orElseThrow()));
            }
        };
    }

    @Bean
    ReturnPart failingReturnPart() {
        return ReturnPart.of(ReturnPart.Place.BELOW_FACTS, "wrapping/missing", (order, view) -> fail(view.shown()));
    }

    @Bean
    @Order(160)
    OrderPart wrappingOrderPart() {
        return OrderPart.of("wrapping/order", order -> hasMany(order) ? "Paper for " + MANY : null);
    }

    @Bean
    OrderPart failingOrderPart() {
        return OrderPart.of("wrapping/missing", order -> {
            if (hasMany(order)) {
                throw new IllegalStateException("No paper");
            }
            return null;
        });
    }

    private static boolean hasMany(PanelOrder order) {
        return order.contents().stream().flatMap(group -> group.parts().stream()).anyMatch(part -> part.quantity() == MANY);
    }

    @Bean
    @Order(160)
    AccountPart wrappingAccountPart() {
        return AccountPart.of(AccountPart.Place.FACTS, "account/wrapping/fact", page -> wrapping(page.shown()).orElse(null));
    }

    @Bean
    AccountPart failingAccountPart() {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, "account/wrapping/missing", page -> fail(page.shown()));
    }

    private static Object fail(ReturnView view) {
        if (wrapping(view).isPresent()) {
            throw new IllegalStateException("No ribbon");
        }
        return null;
    }
}
