package org.broadleafreturns.core.restock;

import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.platform.ShopStock;
import org.broadleafreturns.core.repository.Repositories;
import org.broadleafreturns.core.request.StepGuard;
import org.broadleafreturns.core.request.StepPart;
import org.broadleafreturns.core.request.UnsentUnits;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What goes back on the shelf. */
@Configuration
class RestockConfiguration {

    @Bean
    StockMovements rtnStockMovements(Repositories repositories) {
        return repositories.of(StockMovements.class);
    }

    @Bean
    RestockWords rtnRestockWords(MessageSource messages) {
        return new RestockWords(messages);
    }

    @Bean
    StockViews rtnStockViews(StockMovements movements, ShopStock stock) {
        return new StockViews(movements, stock);
    }

    @Bean
    Restocking rtnRestocking(StockMovements movements, ShopStock stock) {
        return new Restocking(movements, stock);
    }

    @Bean
    StepGuard rtnSoldUnitsStay(Restocking restocking) {
        return new SoldUnitsStay(restocking);
    }

    @Bean
    @Order(220)
    StepPart rtnRestockStepPart(Restocking restocking, ShopStock stock, ReturnChoices choices, RestockWords words, UnsentUnits unsent) {
        return new RestockPart(restocking, choices, stock, words, unsent::kept);
    }
}
