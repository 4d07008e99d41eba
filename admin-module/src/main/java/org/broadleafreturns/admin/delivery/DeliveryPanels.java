package org.broadleafreturns.admin.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.delivery.Delivery;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.context.i18n.LocaleContextHolder;

/** Says what is known of an order's deliveries. */
public class DeliveryPanels {

    private final DeliveryService deliveries;
    private final ReturnLookup returns;
    private final ReturnsSettings settings;
    private final MerchantWords words;

    DeliveryPanels(DeliveryService deliveries, ReturnLookup returns, ReturnsSettings settings, MerchantWords words) {
        this.deliveries = deliveries;
        this.returns = returns;
        this.settings = settings;
        this.words = words;
    }

    /** One for each fulfilment group; none for an order that was not submitted. */
    public List<DeliveryPanel> of(Order order) {
        if (order.getSubmitDate() == null) {
            return List.of();
        }
        Map<Long, Delivery> known = deliveries.ofOrder(order.getId());
        Map<Long, ArticleDetails> details = returns.detailsOf(order.getFulfillmentGroups().stream()
            .flatMap(group -> group.getFulfillmentGroupItems().stream()).map(item -> item.getOrderItem().getId()).toList(),
            LocaleContextHolder.getLocale());
        return order.getFulfillmentGroups().stream().map(group -> panel(group, known.get(group.getId()), details)).toList();
    }

    private DeliveryPanel panel(FulfillmentGroup group, Delivery delivery, Map<Long, ArticleDetails> details) {
        List<String> articles = group.getFulfillmentGroupItems().stream()
            .map(item -> words.message("rtn.admin.delivery.article", item.getQuantity(),
                details.get(item.getOrderItem().getId()).after(item.getOrderItem().getName())))
            .toList();
        if (delivery == null) {
            return new DeliveryPanel(group.getId(), articles, null, null, null);
        }
        if (!delivery.isKnown()) {
            return new DeliveryPanel(group.getId(), articles, null, null, words.message("rtn.admin.delivery.origin.cleared",
                words.date(delivery.getRecordedAt()), delivery.getRecordedByName()));
        }
        LocalDate day = dayOf(delivery.getDeliveredAt());
        return new DeliveryPanel(group.getId(), articles, day.toString(), words.day(day),
            words.message("rtn.admin.delivery.origin." + delivery.getSource().name(), words.date(delivery.getRecordedAt()),
                delivery.getRecordedByName()));
    }

    private LocalDate dayOf(Date moment) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(moment.getTime()), settings.timeZone());
    }
}
