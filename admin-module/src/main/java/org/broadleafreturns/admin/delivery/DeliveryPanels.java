package org.broadleafreturns.admin.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.admin.panel.OrderPart;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.delivery.DeliveryView;
import org.broadleafreturns.core.delivery.GroupContent;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** Says what is known of an order's deliveries, above its returns. */
class DeliveryPanels implements OrderPart {

    private final DeliveryService deliveries;
    private final ReturnsSettings settings;
    private final MerchantWords words;

    DeliveryPanels(DeliveryService deliveries, ReturnsSettings settings, MerchantWords words) {
        this.deliveries = deliveries;
        this.settings = settings;
        this.words = words;
    }

    @Override
    public String template() {
        return "rtn/panel/deliveries";
    }

    /** One for each fulfilment group. */
    @Override
    public Optional<List<DeliveryPanel>> model(PanelOrder order) {
        if (order.contents().isEmpty()) {
            return Optional.empty();
        }
        Map<Long, DeliveryView> known = deliveries.shownOfOrder(order.id());
        return Optional.of(order.contents().stream().map(group -> panel(group, known.get(group.groupId()), order.details())).toList());
    }

    private DeliveryPanel panel(GroupContent group, DeliveryView delivery, Map<Long, ArticleDetails> details) {
        List<String> articles = group.parts().stream()
            .map(part -> words.message("rtn.admin.delivery.article", part.quantity(),
                details.getOrDefault(part.itemId(), ArticleDetails.NONE).after(part.name())))
            .toList();
        int units = group.parts().stream().mapToInt(GroupContent.Part::quantity).sum();
        if (delivery == null) {
            return new DeliveryPanel(group.groupId(), units, articles, null, null, null);
        }
        if (!delivery.isKnown()) {
            return new DeliveryPanel(group.groupId(), units, articles, null, null, words.message("rtn.admin.delivery.origin.cleared",
                words.date(delivery.recordedAt()), delivery.recordedByName()));
        }
        LocalDate day = dayOf(delivery.deliveredAt());
        return new DeliveryPanel(group.groupId(), units, articles, day.toString(), words.day(day),
            words.message("rtn.admin.delivery.origin." + delivery.source().name(), words.date(delivery.recordedAt()),
                delivery.recordedByName()));
    }

    private LocalDate dayOf(Date moment) {
        return LocalDate.ofInstant(Instant.ofEpochMilli(moment.getTime()), settings.timeZone());
    }
}
