package org.broadleafreturns.core.request;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;

import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.order.domain.OrderItem;
import org.broadleafcommerce.core.order.domain.OrderItemImpl;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.domain.CustomerImpl;
import org.broadleafreturns.core.choice.Choice;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.platform.OrderedLine.Nature;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ConfiguredSettings;
import org.broadleafreturns.core.settings.RequestWindow;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** A shop in small, without platform or database. */
final class Fixtures {

    static final long CUSTOMER_ID = 5L;
    static final ReturnsSettings SETTINGS = new ConfiguredSettings(true, "R",
        new RequestWindow(30, RequestWindow.Start.DELIVERY, 5), OptionalInt.empty(), 1000, 5, Locale.ENGLISH,
        List.of(Locale.ENGLISH, Locale.FRENCH), Locale.ENGLISH, ZoneOffset.UTC,
        new ReturnsSettings.Mail("shop@example.com", List.of(), "", 3, Duration.ofSeconds(1), Duration.ofSeconds(1)),
        Duration.ofHours(1));

    /** Two reasons on offer, one that asks for a comment and one that was switched off; one refund type, and one switched off. */
    static final ReturnChoices CHOICES = new ReturnChoices() {

        private final List<Choice> reasons = List.of(new Choice("DAMAGED", "Damaged", true, false),
            new Choice("OTHER", "Other", true, false), new Choice("TELL_US", "Something else", true, true),
            new Choice("GONE", "Gone", false, true));
        private final List<Choice> refundTypes = List.of(new Choice("REFUND", "Refund", true, false),
            new Choice("VOUCHER", "Voucher", false, false));
        private final List<Choice> conditions = List.of(new Choice("AS_NEW", "As new", true, false),
            new Choice("DAMAGED", "Damaged", true, false), new Choice("GONE", "Gone", false, false));
        private final List<Choice> refusalReasons = List.of(new Choice("USED", "Worn or used", true, false),
            new Choice("GONE", "Gone", false, false));

        @Override
        public List<Choice> reasons(Locale language) {
            return reasons.stream().filter(Choice::active).toList();
        }

        @Override
        public List<Choice> refundTypes(Locale language) {
            return refundTypes.stream().filter(Choice::active).toList();
        }

        @Override
        public Optional<Choice> reason(String code, Locale language) {
            return reasons.stream().filter(choice -> choice.code().equals(code)).findFirst();
        }

        @Override
        public Optional<Choice> refundType(String code, Locale language) {
            return refundTypes.stream().filter(choice -> choice.code().equals(code)).findFirst();
        }

        @Override
        public List<Choice> conditions(Locale language) {
            return conditions.stream().filter(Choice::active).toList();
        }

        @Override
        public Optional<Choice> condition(String code, Locale language) {
            return conditions.stream().filter(choice -> choice.code().equals(code)).findFirst();
        }

        @Override
        public boolean isSellable(String condition) {
            return "AS_NEW".equals(condition);
        }

        @Override
        public List<Choice> refusalReasons(Locale language) {
            return refusalReasons.stream().filter(Choice::active).toList();
        }

        @Override
        public Optional<Choice> refusalReason(String code, Locale language) {
            return refusalReasons.stream().filter(choice -> choice.code().equals(code)).findFirst();
        }
    };

    private Fixtures() {
    }

    static Order submittedOrder() {
        Customer customer = new CustomerImpl();
        customer.setId(CUSTOMER_ID);
        customer.setFirstName("Ann");
        customer.setLastName("Lee");
        customer.setEmailAddress("ann@example.com");
        Order order = new OrderImpl();
        order.setId(11L);
        order.setOrderNumber("O-1");
        order.setStatus(OrderStatus.SUBMITTED);
        order.setCustomer(customer);
        return order;
    }

    static OrderedLine line(Long itemId, int quantity) {
        OrderItem item = new OrderItemImpl();
        item.setId(itemId);
        return new OrderedLine(item, "Article " + itemId, null, quantity, Nature.PHYSICAL);
    }

    /** Lets a mocked shop answer by its other answers where the interface does. */
    static void asTheInterfaceHasIt(ShopOrders orders) {
        lenient().when(orders.keyOfCustomer(any(), any())).thenCallRealMethod();
        lenient().when(orders.nowOfCustomer(any(), any())).thenCallRealMethod();
        lenient().when(orders.customerOf(any(), any())).thenCallRealMethod();
        lenient().when(orders.stateOf(any())).thenCallRealMethod();
    }
}
