package org.broadleafreturns.admin.order;

import java.util.List;
import org.broadleafcommerce.openadmin.web.controller.AdminAbstractControllerExtensionManager;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.admin.panel.OrderPart;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.document.web.ThumbnailDownload;
import org.broadleafreturns.core.request.GoodsWords;
import org.broadleafreturns.core.request.ReturnAmounts;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.UnsentUnits;
import org.broadleafreturns.core.request.StatusChangeService;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

/** The numbers of the parts leave room for others between them. */
@Configuration
class OrderConfiguration {

    @Bean
    OrderReturns rtnOrderReturns(ReturnAccess access, ReturnLookup returns, ReturnViews views, DeliveryService deliveries,
            UnsentUnits unsent, ObjectProvider<OrderPart> ofOrder, ObjectProvider<ReturnPart> ofReturns, MerchantWords words,
            @Qualifier("blAdminAbstractControllerExtensionManager") AdminAbstractControllerExtensionManager platform) {
        OrderReturns panel = new OrderReturns(access, returns, views, deliveries, unsent,
            new PanelParts(ofOrder.orderedStream().toList(), ofReturns.orderedStream().toList()), words);
        platform.registerHandler(panel);
        return panel;
    }

    @Bean
    @Order(100)
    OrderPart rtnCreationPart() {
        return OrderPart.of("rtn/panel/creation", order -> order.mayChange() && order.standing().open() ? order.id() : null);
    }

    /** Behind the deliveries, from which it follows. */
    @Bean
    @Order(300)
    OrderPart rtnLastDayPart() {
        return OrderPart.of("rtn/panel/lastDay", order -> order.submittedAt() == null || order.standing().changes().cancelled() ? null
            : order.standing().lastDay());
    }

    @Bean
    @Order(100)
    ReturnPart rtnCancelledOrderPart() {
        return ReturnPart.of(ReturnPart.Place.ABOVE_FACTS, "rtn/panel/orderCancelled", (order, view) ->
            order.standing().changes().cancelled() && view.shown().status().isRunning() ? order.id() : null);
    }

    @Bean
    @Order(200)
    LinesPart rtnLinesPart(ReturnLookup lookup, ReturnAmounts amounts, GoodsWords goods, MerchantWords words) {
        return new LinesPart(lookup, amounts, goods, words);
    }

    @Bean
    @Order(100)
    ReturnPart rtnRefundTypePart() {
        return ReturnPart.of(ReturnPart.Place.FACTS, "rtn/panel/refundType", (order, view) -> view.shown().refundType());
    }

    @Bean
    @Order(200)
    ReturnPart rtnLabelPart() {
        return ReturnPart.of(ReturnPart.Place.FACTS, "rtn/panel/label", (order, view) -> view.shown().label());
    }

    @Bean
    @Order(300)
    ReturnPart rtnCommentPart() {
        return ReturnPart.of(ReturnPart.Place.FACTS, "rtn/panel/comment", (order, view) -> view.shown().comment());
    }

    @Bean
    @Order(400)
    ReturnPart rtnPhotosPart() {
        return ReturnPart.of(ReturnPart.Place.FACTS, "rtn/panel/photos", (order, view) -> unlessEmpty(view.shown().photos()));
    }

    /** Those of the mails that tell the shop of the request which did not go out yet although it was tried. */
    @Bean
    @Order(100)
    ReturnPart rtnShopMailsPart() {
        return ReturnPart.of(ReturnPart.Place.BELOW_FACTS, "rtn/panel/shopMails", (order, view) ->
            unlessEmpty(view.mailsToShop().stream().filter(mail -> mail.failure() != null)
                .map(mail -> ShownMail.toShop(mail, order.mayChange())).toList()));
    }

    @Bean
    @Order(200)
    ReturnPart rtnJournalPart(GoodsWords goods, ObjectProvider<EntryWords> further, MerchantWords words) {
        return ReturnPart.of(ReturnPart.Place.BELOW_FACTS, "rtn/panel/journal", (order, view) ->
            new ShownJournal(ShownEntry.of(view, order.mayChange(), goods, further.orderedStream().toList(), words.locale())));
    }

    private static List<?> unlessEmpty(List<?> some) {
        return some.isEmpty() ? null : some;
    }

    @Bean
    LabelController rtnLabelController(AccessibleReturns accessible, ReturnLookup returns, DocumentDownload download) {
        return new LabelController(accessible, returns, download);
    }

    @Bean
    PhotoController rtnPhotoController(AccessibleReturns accessible, ReturnLookup returns, DocumentDownload download,
            ThumbnailDownload thumbnails) {
        return new PhotoController(accessible, returns, download, thumbnails);
    }

    @Bean
    MailController rtnMailController(AccessibleReturns returns, StatusChangeService statusChanges, MerchantWords words) {
        return new MailController(returns, statusChanges, words);
    }
}
