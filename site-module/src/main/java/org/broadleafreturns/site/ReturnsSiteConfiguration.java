package org.broadleafreturns.site;

import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.document.DocumentDownload;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The site module's controllers, for the context of the storefront's dispatcher servlet. */
@Configuration
public class ReturnsSiteConfiguration {

    @Bean
    ShopperWords rtnShopperWords(MessageSource messages, ReturnChoices choices) {
        return new ShopperWords(messages, choices);
    }

    @Bean
    ReturnRequestController rtnReturnRequestController(ReturnLookup lookup, ReturnSubmissionService submissions,
            ReturnChoices choices, ShopperWords words) {
        return new ReturnRequestController(lookup, submissions, choices, words);
    }

    @Bean
    MyReturnsController rtnMyReturnsController(ReturnLookup lookup, DocumentDownload download, ShopperWords words) {
        return new MyReturnsController(lookup, download, words);
    }

    @Bean
    NotFoundAdvice rtnNotFoundAdvice() {
        return new NotFoundAdvice();
    }
}
