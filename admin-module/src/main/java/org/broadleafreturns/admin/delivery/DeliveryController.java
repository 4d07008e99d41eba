package org.broadleafreturns.admin.delivery;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.turn.TryAgainLaterException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a merchant's word on when something was delivered, or takes back what is recorded. */
@Controller
class DeliveryController {

    /** No year that people mean has more digits. */
    private static final String ISO_DAY = "[0-9]{4}-[0-9]{2}-[0-9]{2}";

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final DeliveryService deliveries;
    private final MerchantWords words;

    DeliveryController(AccessibleReturns returns, ReturnAccess access, DeliveryService deliveries, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.deliveries = deliveries;
        this.words = words;
    }

    @PostMapping("/returns/orders/{orderId:[0-9]{1,18}}/deliveries/{groupId:[0-9]{1,18}}")
    String record(@PathVariable("orderId") Long orderId, @PathVariable("groupId") Long groupId,
            @RequestParam(value = "day", defaultValue = "") String typed, @RequestParam(value = "clear", defaultValue = "") String clear,
            RedirectAttributes redirect) {
        Order order = returns.orderToChange(orderId);
        if (order.getFulfillmentGroups().stream().noneMatch(group -> groupId.equals(group.getId()))) {
            throw new ReturnNotFoundException();
        }
        Actor merchant = access.merchant();
        redirect.addFlashAttribute("rtnDeliveryOf", groupId);
        try {
            TryAgainLaterException.insteadOfFailing(() -> {
                if ("true".equals(clear)) {
                    deliveries.clear(groupId, merchant.id(), merchant.name());
                    redirect.addFlashAttribute("rtnDeliveryConfirmation", words.message("rtn.admin.delivery.cleared"));
                } else {
                    record(groupId, typed, merchant, redirect);
                }
            });
        } catch (TryAgainLaterException later) {
            object(later.objections(), typed, redirect);
        }
        return "redirect:/order/" + orderId + "#delivery-" + groupId;
    }

    private void record(Long groupId, String typed, Actor merchant, RedirectAttributes redirect) {
        Optional<Objection> objection = day(typed.strip())
            .map(day -> deliveries.record(groupId, day, merchant.id(), merchant.name()))
            .orElseGet(() -> Optional.of(Objection.to("day", "rtn.objection.delivery.missing")));
        if (objection.isPresent()) {
            object(List.of(objection.get()), typed, redirect);
        } else {
            redirect.addFlashAttribute("rtnDeliveryConfirmation", words.message("rtn.admin.delivery.saved"));
        }
    }

    private void object(List<Objection> objections, String typed, RedirectAttributes redirect) {
        redirect.addFlashAttribute("rtnDeliveryError", words.of(objections).get(0).text());
        redirect.addFlashAttribute("rtnDeliveryTyped", typed);
    }

    private static Optional<LocalDate> day(String typed) {
        if (!typed.matches(ISO_DAY)) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(typed));
        } catch (DateTimeParseException noSuchDay) {
            return Optional.empty();
        }
    }
}
