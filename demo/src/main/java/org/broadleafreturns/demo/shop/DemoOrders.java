package org.broadleafreturns.demo.shop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.broadleafcommerce.common.locale.service.LocaleService;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentOption;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.FulfillmentOptionService;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.call.OrderItemRequestDTO;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.profile.core.domain.Address;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.AddressService;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafreturns.demo.gateway.DemoGateway;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two customers, a guest and what they have ordered, through the platform's own services and its pricing workflow. */
public class DemoOrders {

    private static final long FERN = 1;
    private static final long CHEESE_PLANT = 2;
    private static final long PEARLS = 3;
    private static final long FIG = 4;
    private static final long POT = 5;
    private static final long GLAZED_POT = 6;
    private static final long CAN = 7;
    private static final long SHEARS = 8;
    private static final long GUIDE = 9;
    private static final long GLOVES = 10;
    private static final long SIGN = 11;
    private static final long BALCONY_SET = 12;

    /** Takes 15 % off each pot. */
    private static final String POTS = "POTS15";
    private static final Money GIFT_CARD = new Money("20.00", "EUR");

    private static final int FIRST_FURTHER_NUMBER = 5001;

    private final AtomicInteger further = new AtomicInteger();
    private final CustomerService customers;
    private final OrderService orders;
    private final OrderPaymentService payments;
    private final FulfillmentOptionService fulfillmentOptions;
    private final AddressService addresses;
    private final AddressCountry countries;
    private final LocaleService locales;
    private final OfferService offers;
    private final TransactionTemplate transaction;

    public DemoOrders(CustomerService customers, OrderService orders, OrderPaymentService payments,
            FulfillmentOptionService fulfillmentOptions, AddressService addresses, AddressCountry countries,
            LocaleService locales, OfferService offers, PlatformTransactionManager transactionManager) {
        this.customers = customers;
        this.orders = orders;
        this.payments = payments;
        this.fulfillmentOptions = fulfillmentOptions;
        this.addresses = addresses;
        this.countries = countries;
        this.locales = locales;
        this.offers = offers;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /** Fills an empty shop. */
    public void create() {
        Customer marie = customer("marie@example.com", "Marie", "Lefèvre", "fr");
        Customer john = customer("john@example.com", "John", "Miller", "en");
        // Above 100 before tax, so the order-level discount applies.
        if (locales.findLocaleByCode("de") != null) {
            Customer greta = customer("greta@example.com", "Greta", "Jäger", "de");
            submitted(greta, "PL-4001", 3, Map.of(FERN, 2, CAN, 1));
            submitted(greta, "PL-4002", 6, Map.of(GLAZED_POT, 2, SHEARS, 1));
        }
        submitted(marie, "PL-1001", 3, Map.of(FERN, 3, CHEESE_PLANT, 2, POT, 5));
        submitted(marie, "PL-1002", 8, Map.of(CAN, 2, SHEARS, 1, GUIDE, 1));
        submitted(marie, "PL-1003", 15, Map.of(PEARLS, 4, GLAZED_POT, 2));
        submitted(marie, "PL-1004", 24, Map.of(FIG, 2, POT, 2));
        // Too long ago to be returned, unless by a merchant.
        submitted(marie, "PL-1005", 75, Map.of(CAN, 1, GLAZED_POT, 1));
        submitted(john, "PL-2001", 2, Map.of(FIG, 1, GLAZED_POT, 3, FERN, 2));
        submitted(john, "PL-2002", 10, Map.of(POT, 4, PEARLS, 2));
        submitted(john, "PL-2003", 20, Map.of(SHEARS, 2, CAN, 3));
        transaction.executeWithoutResult(status -> cart(john, items(Map.of(FERN, 1)), List.of()));
        submitted(guest(), "PL-3001", 6, Map.of(PEARLS, 2, POT, 1), "guest@example.com");
        addressTo("PL-3001", "Camille", "Roux");
        // Goods that only their options, their engraving or their set tell apart; never as many of the one as of the other, since
        // Broadleaf 3.1 takes two new items of one SKU and quantity for the same and loses the first one's fulfilment.
        submitted(marie, "PL-1006", 4, List.of(gloves(2, "S", "Green"), gloves(1, "M", "Green"), sign(1, "Jardin de Marie"),
            sign(2, "Tomates"), new OrderItemRequestDTO(POT, 1), new OrderItemRequestDTO(BALCONY_SET, 1)), marie.getEmailAddress());
        submitted(john, "PL-2004", 5, List.of(gloves(1, "M", "Brown"), gloves(2, "L", "Brown"), sign(1, "Mum’s roses"),
            new OrderItemRequestDTO(CAN, 1), new OrderItemRequestDTO(BALCONY_SET, 1)), john.getEmailAddress());
        // All others were paid on delivery. Discounts on the pots and on the order, and tax: nothing of it divides evenly.
        submitted(marie, "PL-1007", 5, items(Map.of(POT, 3, CHEESE_PLANT, 2, SHEARS, 1)), List.of(POTS), marie.getEmailAddress(),
            this::payByCard);
        submitted(john, "PL-2005", 6, items(Map.of(GLAZED_POT, 3, CAN, 1)), List.of(), john.getEmailAddress(), this::payByCardAndGiftCard);
        submitted(john, "PL-2006", 4, items(Map.of(PEARLS, 2, FERN, 1)), List.of(), john.getEmailAddress(), this::authoriseCard);
    }

    /**
     * One more submitted order of a customer, paid by card through the demo's gateway.
     *
     * @return its number
     */
    public String submitPaidByCard(String email, Map<Long, Integer> products) {
        String number = furtherNumber();
        submitted(customers.readCustomerByUsername(email), number, 1, items(products), List.of(), email, this::payByCard);
        return number;
    }

    /**
     * One more submitted order of a customer, paid by a gift card of 20 and for the rest by card through the demo's gateway.
     *
     * @return its number
     */
    public String submitPaidByCardAndGiftCard(String email, Map<Long, Integer> products) {
        String number = furtherNumber();
        submitted(customers.readCustomerByUsername(email), number, 1, items(products), List.of(), email, this::payByCardAndGiftCard);
        return number;
    }

    /**
     * One more submitted order of a customer.
     *
     * @return its number
     */
    public String submit(String email, Map<Long, Integer> products) {
        return submit(email, 1, products);
    }

    /**
     * One more submitted order of a customer, so many days old.
     *
     * @return its number
     */
    public String submit(String email, int daysAgo, Map<Long, Integer> products) {
        String number = furtherNumber();
        submitted(customers.readCustomerByUsername(email), number, daysAgo, products);
        return number;
    }

    /**
     * One more submitted order of somebody who is no customer yet and left no more than an address, if that.
     *
     * @param email may be null
     * @return its number
     */
    public String submitAsGuest(String email, int daysAgo, Map<Long, Integer> products) {
        String number = furtherNumber();
        submitted(guest(), number, daysAgo, products, email);
        return number;
    }

    /**
     * The same of somebody who has said what they are called, for the parcel.
     *
     * @return its number
     */
    public String submitAsGuest(String email, String firstName, String lastName, Map<Long, Integer> products) {
        String number = submitAsGuest(email, 1, products);
        addressTo(number, firstName, lastName);
        return number;
    }

    private void addressTo(String number, String firstName, String lastName) {
        transaction.executeWithoutResult(status -> {
            for (FulfillmentGroup group : orders.findOrderByOrderNumber(number).getFulfillmentGroups()) {
                group.getAddress().setFirstName(firstName);
                group.getAddress().setLastName(lastName);
                addresses.saveAddress(group.getAddress());
            }
        });
    }

    private String furtherNumber() {
        return "PL-" + (FIRST_FURTHER_NUMBER + further.getAndIncrement());
    }

    private static OrderItemRequestDTO gloves(int quantity, String size, String colour) {
        return chosen(GLOVES, quantity, Map.of("SIZE", size, "COLOR", colour));
    }

    private static OrderItemRequestDTO sign(int quantity, String engraving) {
        return chosen(SIGN, quantity, Map.of("ENGRAVING", engraving));
    }

    private static OrderItemRequestDTO chosen(long product, int quantity, Map<String, String> options) {
        return new OrderItemRequestDTO(product, quantity).setItemAttributes(new HashMap<>(options));
    }

    /**
     * One more submitted order of a customer, for articles with whatever was chosen or typed for them.
     *
     * @return its number
     */
    public String submit(String email, List<OrderItemRequestDTO> items) {
        String number = furtherNumber();
        submitted(customers.readCustomerByUsername(email), number, 1, items, email);
        return number;
    }

    /** As the platform stores somebody who has not registered: the identifier is the user's name, and nothing else is known. */
    private Customer guest() {
        return transaction.execute(status -> {
            Customer guest = customers.createCustomerFromId(null);
            guest.setAnonymous(true);
            guest.setUsername(guest.getId().toString());
            return customers.saveCustomer(guest, false);
        });
    }

    /** One more customer, with the password of all. */
    public Customer customer(String email, String firstName, String lastName, String locale) {
        return transaction.execute(status -> {
            Customer customer = customers.createCustomerFromId(null);
            customer.setUsername(email);
            customer.setEmailAddress(email);
            customer.setFirstName(firstName);
            customer.setLastName(lastName);
            customer.setCustomerLocale(locales.findLocaleByCode(locale));
            return customers.registerCustomer(customer, "shopper", "shopper");
        });
    }

    private void submitted(Customer customer, String number, int daysAgo, Map<Long, Integer> products) {
        submitted(customer, number, daysAgo, products, customer.getEmailAddress());
    }

    private void submitted(Customer customer, String number, int daysAgo, Map<Long, Integer> products, String email) {
        submitted(customer, number, daysAgo, items(products), email);
    }

    private static List<OrderItemRequestDTO> items(Map<Long, Integer> products) {
        return products.keySet().stream().sorted().map(product -> new OrderItemRequestDTO(product, products.get(product))).toList();
    }

    private void submitted(Customer customer, String number, int daysAgo, List<OrderItemRequestDTO> items, String email) {
        submitted(customer, number, daysAgo, items, List.of(), email, this::payOnDelivery);
    }

    private void submitted(Customer customer, String number, int daysAgo, List<OrderItemRequestDTO> items, List<String> codes, String email,
            Consumer<Order> payment) {
        transaction.executeWithoutResult(status -> {
            Order order = cart(customer, items, codes);
            order.setOrderNumber(number);
            order.setStatus(OrderStatus.SUBMITTED);
            order.setSubmitDate(Date.from(Instant.now().minus(daysAgo, ChronoUnit.DAYS)));
            order.setEmailAddress(email);
            // Which orders have of the shopper's request.
            order.setCurrency(locales.findDefaultLocale().getDefaultCurrency());
            payment.accept(save(order, false));
        });
    }

    /**
     * One more cart of a customer's, priced, with codes of offers.
     *
     * @throws IllegalStateException if a code is refused
     */
    public Order cart(String email, Map<Long, Integer> products, List<String> codes) {
        return transaction.execute(status -> {
            Order cart = cart(customers.readCustomerByUsername(email), items(products), codes);
            cart.getOrderAdjustments().size();
            return cart;
        });
    }

    private Order cart(Customer customer, List<OrderItemRequestDTO> items, List<String> codes) {
        try {
            Order order = orders.createNewCartForCustomer(customer);
            order.setLocale(customer.getCustomerLocale());
            for (OrderItemRequestDTO item : items) {
                orders.addItem(order.getId(), item, false);
            }
            Order filled = orders.findOrderById(order.getId());
            FulfillmentOption option = fulfillmentOptions.readAllFulfillmentOptions().get(0);
            Address address = address(customer);
            for (FulfillmentGroup group : filled.getFulfillmentGroups()) {
                group.setAddress(address);
                group.setFulfillmentOption(option);
            }
            for (String code : codes) {
                filled = orders.addOfferCode(filled, offers.lookupOfferCodeByCode(code), false);
            }
            return save(filled, true);
        } catch (Exception e) {
            // What a code is refused with is of another type on each line of Broadleaf.
            throw new IllegalStateException("No order of " + items.size() + " articles", e);
        }
    }

    private Order save(Order order, boolean price) {
        try {
            return orders.save(order, price);
        } catch (org.broadleafcommerce.core.pricing.service.exception.PricingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Address address(Customer customer) {
        boolean french = customer.getCustomerLocale() != null && "fr".equals(customer.getCustomerLocale().getLocaleCode());
        Address address = addresses.create();
        address.setFirstName(customer.getFirstName());
        address.setLastName(customer.getLastName());
        address.setAddressLine1(french ? "12 rue des Fougères" : "7 Garden Lane");
        address.setCity(french ? "Lyon" : "Bristol");
        address.setPostalCode(french ? "69003" : "BS1 4ST");
        countries.set(address, french ? "FR" : "GB");
        return addresses.saveAddress(address);
    }

    private void payOnDelivery(Order order) {
        pay(order, PaymentType.COD, PaymentGatewayType.PASSTHROUGH, order.getTotal(), PaymentTransactionType.AUTHORIZE_AND_CAPTURE,
            Map.of());
    }

    private void payByCard(Order order) {
        payByCard(order, order.getTotal(), PaymentTransactionType.AUTHORIZE_AND_CAPTURE);
    }

    /** The gift card is none of the gateway's. */
    private void payByCardAndGiftCard(Order order) {
        pay(order, PaymentType.GIFT_CARD, PaymentGatewayType.PASSTHROUGH, GIFT_CARD, PaymentTransactionType.AUTHORIZE_AND_CAPTURE,
            Map.of("GIFT_CARD_NUM", "GC-0815-2009"));
        payByCard(order, order.getTotal().subtract(GIFT_CARD), PaymentTransactionType.AUTHORIZE_AND_CAPTURE);
    }

    private void authoriseCard(Order order) {
        payByCard(order, order.getTotal(), PaymentTransactionType.AUTHORIZE);
    }

    private void payByCard(Order order, Money amount, PaymentTransactionType what) {
        pay(order, PaymentType.CREDIT_CARD, DemoGateway.TYPE, amount, what,
            Map.of("CARD_TYPE", "VISA", "LAST_FOUR", "4242", "REQUEST_ID", "DEMO-" + order.getOrderNumber()));
    }

    private void pay(Order order, PaymentType type, PaymentGatewayType gateway, Money amount, PaymentTransactionType what,
            Map<String, String> fields) {
        OrderPayment payment = payments.create();
        payment.setOrder(order);
        payment.setType(type);
        payment.setPaymentGatewayType(gateway);
        payment.setAmount(amount);
        PaymentTransaction made = payments.createTransaction();
        made.setOrderPayment(payment);
        made.setType(what);
        made.setAmount(amount);
        made.setDate(order.getSubmitDate());
        made.setSuccess(true);
        made.setAdditionalFields(new HashMap<>(fields));
        payment.setTransactions(new ArrayList<>(List.of(made)));
        payments.save(payment);
    }
}
