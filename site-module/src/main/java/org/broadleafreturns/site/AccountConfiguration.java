package org.broadleafreturns.site;

import java.util.List;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** What the page of a return is made of. The numbers leave room for parts of others between them. */
@Configuration
class AccountConfiguration {

    private static final String PARTS = "account/returns/parts/";

    @Bean
    AccountParts rtnAccountParts(ObjectProvider<AccountPart> parts) {
        return new AccountParts(parts.orderedStream().toList());
    }

    @Bean
    @Order(100)
    AccountPart rtnOrderCancelledPart() {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, PARTS + "orderCancelled", page ->
            page.changes().cancelled() ? page : null);
    }

    @Bean
    @Order(200)
    AccountPart rtnLabelPart() {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, PARTS + "label", page -> page.shown().label());
    }

    @Bean
    @Order(300)
    AccountPart rtnReturnAddressPart() {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, PARTS + "returnAddress", ReturnPage::returnAddress);
    }

    @Bean
    @Order(400)
    AccountPart rtnMessagePart() {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, PARTS + "message", page -> page.shown().merchantMessage());
    }

    @Bean
    @Order(500)
    AccountPart rtnLinesPart(GoodsWords goods) {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, PARTS + "lines", page -> page.shown().lines().stream()
            .map(line -> new ShownLine(line, goods.beside(line, ShopperWords.locale()))).toList());
    }

    @Bean
    @Order(100)
    AccountPart rtnRefundTypePart() {
        return AccountPart.of(AccountPart.Place.FACTS, PARTS + "refundType", page -> page.shown().refundType());
    }

    @Bean
    @Order(200)
    AccountPart rtnCommentPart() {
        return AccountPart.of(AccountPart.Place.FACTS, PARTS + "comment", page -> page.shown().comment());
    }

    @Bean
    @Order(300)
    AccountPart rtnPhotosPart() {
        return AccountPart.of(AccountPart.Place.FACTS, PARTS + "photos", page -> unlessEmpty(page.shown().photos()));
    }

    /** Until something has come, the shopper can say when they have sent it. */
    @Bean
    @Order(400)
    AccountPart rtnSentPart() {
        return AccountPart.of(AccountPart.Place.FACTS, PARTS + "sent", page -> page.shown().status().isRunning()
            && page.shown().lines().stream().allMatch(line -> line.quantityReceived() == 0) ? page.shown().stated() : null);
    }

    @Bean
    @Order(100)
    AccountPart rtnCancellationPart() {
        return AccountPart.of(AccountPart.Place.BELOW_FACTS, PARTS + "cancellation", page -> page.cancellable() ? page : null);
    }

    @Bean
    @Order(200)
    AccountPart rtnHistoryPart(GoodsWords goods) {
        return AccountPart.of(AccountPart.Place.BELOW_FACTS, PARTS + "history", page -> page.shown().journal().stream()
            .map(entry -> ShownStep.of(entry, goods, ShopperWords.locale())).toList());
    }

    private static List<?> unlessEmpty(List<?> some) {
        return some.isEmpty() ? null : some;
    }
}
