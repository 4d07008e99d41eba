package org.broadleafreturns.site;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.PieceOfWork;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.UnsentUnits;
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
    @Order(100)
    AccountPart rtnReturnAddressPart(UnsentUnits unsent) {
        return AccountPart.of(AccountPart.Place.NEXT_STEP, PARTS + "returnAddress", page ->
            page.returnAddress() == null || hasNothingToSend(page, unsent) ? null : page.returnAddress());
    }

    @Bean
    @Order(200)
    AccountPart rtnLabelPart(UnsentUnits unsent) {
        return AccountPart.of(AccountPart.Place.NEXT_STEP, PARTS + "label", page ->
            isForLabel(page, unsent) ? page.shown().label() : null);
    }

    /** Until something has come, the shopper can say when they have sent it. */
    @Bean
    @Order(300)
    AccountPart rtnSentPart(UnsentUnits unsent) {
        return AccountPart.of(AccountPart.Place.NEXT_STEP, PARTS + "sent", page -> page.shown().status().isRunning()
            && page.shown().lines().stream().allMatch(line -> line.quantityReceived() == 0) && !hasNothingToSend(page, unsent)
                ? page.shown().stated() : null);
    }

    /** Once it is not needed any more, the label is still theirs. */
    @Bean
    @Order(350)
    AccountPart rtnFormerLabelPart(UnsentUnits unsent) {
        return AccountPart.of(AccountPart.Place.FACTS, PARTS + "formerLabel", page ->
            isForLabel(page, unsent) ? null : page.shown().label());
    }

    private static boolean isForLabel(ReturnPage page, UnsentUnits unsent) {
        return page.shown().status() == ReturnStatus.LABEL_SENT && !hasNothingToSend(page, unsent);
    }

    /** What has not left the shop is nobody's to send; but who has said that they sent it, is asked nothing else. */
    private static boolean hasNothingToSend(ReturnPage page, UnsentUnits unsent) {
        return page.shown().stated().sentOn() == null && PieceOfWork.recall(AccountConfiguration.class.getName() + "." + page.shown().id(),
            () -> !unsent.withNothingToSend(List.of(page.shown())).isEmpty());
    }

    /** Where the return is on its way, with the parts of the step that it waits for. */
    @Bean
    @Order(200)
    AccountPart rtnNextPart() {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, PARTS + "next", page -> page);
    }

    @Bean
    @Order(400)
    AccountPart rtnMessagePart() {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, PARTS + "message", page -> page.shown().merchantMessage());
    }

    @Bean
    @Order(500)
    AccountPart rtnLinesPart(GoodsWords goods, ReturnLookup lookup) {
        return AccountPart.of(AccountPart.Place.ABOVE_FACTS, PARTS + "lines", page -> {
            Map<Long, String> pictures = lookup.picturesOf(page.shown().lines().stream().map(LineView::orderItemId).toList());
            return page.shown().lines().stream().map(line ->
                new ShownLine(line, pictures.get(line.orderItemId()), goods.beside(line, ShopperWords.locale()))).toList();
        });
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

    @Bean
    @Order(300)
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
