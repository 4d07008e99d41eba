package org.broadleafreturns.admin.restock;

import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.restock.RestockWords;
import org.broadleafreturns.core.restock.StockViews;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class RestockAdminConfiguration {

    @Bean
    @Order(220)
    DialogPart rtnRestockField(ReturnViews views, StockViews stock, ReturnChoices choices, UnsentUnits unsent) {
        return new RestockField(views, stock, choices, unsent);
    }

    @Bean
    @Order(150)
    RestockPanel rtnRestockPanel(StockViews stock, RestockWords said, MerchantWords words) {
        return new RestockPanel(stock, said, words);
    }
}
