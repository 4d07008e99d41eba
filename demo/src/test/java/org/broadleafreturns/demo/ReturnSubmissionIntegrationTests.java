package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.OrderService;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.ReturnSummary;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.SubmitReturn;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.PageRequest;

/** Requests against the real platform and a real database. */
class ReturnSubmissionIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;
    private static final long POT = 5;
    private static final long GUIDE = 9;

    @Test
    void aRequestIsFoundAgainWithAllItSaid() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 3, POT, 2));

        ReturnRequest request = TestShop.request(order, 0, 2);

        inTransaction(() -> {
            ReturnRequest found = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow();
            assertThat(found.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
            assertThat(found.getOrderNumber()).isEqualTo(order);
            assertThat(found.getCustomerLastName()).isEqualTo("Miller");
            assertThat(found.getArticleCount()).isEqualTo(2);
            assertThat(found.getLines()).singleElement().satisfies(line -> {
                assertThat(line.getArticleName()).isEqualTo("Boston fern");
                assertThat(line.getQuantityRequested()).isEqualTo(2);
                assertThat(line.getOrderItem().getOrder().getOrderNumber()).isEqualTo(order);
            });
            assertThat(found.getJournal()).singleElement().satisfies(entry -> {
                assertThat(entry.getTo()).isEqualTo("REQUESTED");
                assertThat(entry.getActorName()).isEqualTo("John Miller");
                assertThat(entry.getMail().getRecipient()).isEqualTo(JOHN);
            });
            return null;
        });
    }

    @Test
    void refusedAndCancelledUnitsCanBeReturnedAgainAndAcceptedOnesCannot() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 3));
        TestShop.change(TestShop.request(order, 0, 3), ReturnStatus.REFUSED, false);
        TestShop.change(TestShop.request(order, 0, 3), ReturnStatus.CANCELLED, false);
        TestShop.change(TestShop.request(order, 0, 2), ReturnStatus.ACCEPTED, false);

        assertThat(returnable(order)).isEqualTo(1);
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> TestShop.request(order, 0, 2))
            .satisfies(refusal -> assertThat(refusal.objections()).singleElement()
                .satisfies(objection -> assertThat(objection.code()).isEqualTo("rtn.objection.quantity.tooMany")));
        TestShop.request(order, 0, 1);
        assertThat(returnable(order)).isZero();
    }

    @Test
    void threadsThatAskForTheLastUnitsNeverGetMoreThanWereOrdered() throws Exception {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 5));
        List<Callable<Boolean>> shoppers = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            SubmitReturn wish = TestShop.wish(order, 0, 1, null);
            shoppers.add(() -> {
                try {
                    bean(ReturnSubmissionService.class).submit(wish);
                    return true;
                } catch (ReturnRefusedException e) {
                    assertThat(e.objections()).extracting(Objection::code).containsExactly("rtn.objection.line.nothingLeft");
                    return false;
                }
            });
        }

        assertThat(AtOnce.run(shoppers)).filteredOn(granted -> granted).hasSize(5);
        assertThat(returnsOf(order)).hasSize(5);
        assertThat(new HashSet<>(returnsOf(order).stream().map(ReturnRequest::getNumber).toList())).hasSize(5);
        assertThat(returnable(order)).isZero();
    }

    @Test
    void theSameFormSentTwiceAtOnceIsOneRequest() throws Exception {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 4));
        SubmitReturn wish = TestShop.wish(order, 0, 1, "double-click-" + order);
        Callable<String> click = () -> bean(ReturnSubmissionService.class).submit(wish).getNumber();

        assertThat(new HashSet<>(AtOnce.run(List.of(click, click, click, click)))).hasSize(1);
        assertThat(returnsOf(order)).hasSize(1);
    }

    @Test
    void anotherCustomersOrderIsNotFoundAndNothingIsStored() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 1));
        SubmitReturn johns = TestShop.wish(order, 0, 1, null);
        Customer marie = bean(CustomerService.class).readCustomerByUsername("marie@example.com");
        SubmitReturn foreign = new SubmitReturn(order, marie.getId(), johns.lines(), johns.refundType(), null, null, null);

        assertThatExceptionOfType(ReturnNotFoundException.class)
            .isThrownBy(() -> bean(ReturnSubmissionService.class).submit(foreign));
        assertThat(returnsOf(order)).isEmpty();
        assertThat(bean(ReturnLookup.class).orderOfCustomer(marie.getId(), order)).isEmpty();
    }

    @Test
    void anUnsubmittedOrderAndADigitalLineAreRefused() {
        String order = TestShop.newOrder(JOHN, Map.of(GUIDE, 1));
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> TestShop.request(order, 0, 1))
            .satisfies(refusal -> assertThat(refusal.objections()).extracting(Objection::code)
                .containsExactly("rtn.objection.line.digital"));

        inTransaction(() -> {
            Customer john = bean(CustomerService.class).readCustomerByUsername(JOHN);
            Order cart = bean(OrderService.class).findOrdersForCustomer(john, OrderStatus.IN_PROCESS).get(0);
            assertThat(bean(ReturnLookup.class).eligibility(cart).objection().code())
                .isEqualTo("rtn.objection.order.notSubmitted");
            return null;
        });
    }

    @Test
    void aCustomersReturnsComeInPagesNewestFirst() {
        String order = TestShop.newOrder(JOHN, Map.of(FERN, 3));
        ReturnRequest older = TestShop.request(order, 0, 1);
        ReturnRequest newer = TestShop.request(order, 0, 1);
        Long john = bean(CustomerService.class).readCustomerByUsername(JOHN).getId();
        Long marie = bean(CustomerService.class).readCustomerByUsername("marie@example.com").getId();

        assertThat(bean(ReturnViews.class).ofCustomer(john, PageRequest.of(0, 2)).getContent())
            .extracting(ReturnSummary::number).containsExactly(newer.getNumber(), older.getNumber());
        assertThat(bean(ReturnViews.class).ofCustomer(marie, newer.getNumber(), Locale.ENGLISH)).isEmpty();
        assertThat(bean(ReturnViews.class).ofCustomer(john, newer.getNumber(), Locale.ENGLISH)).isPresent();
    }

    private static int returnable(String orderNumber) {
        return inTransaction(() -> bean(ReturnLookup.class)
            .eligibility(bean(ShopOrders.class).findByNumber(orderNumber).orElseThrow()).lines().get(0).returnable());
    }

    private static List<ReturnRequest> returnsOf(String orderNumber) {
        return inTransaction(() -> bean(ReturnLookup.class)
            .ofOrder(bean(ShopOrders.class).findByNumber(orderNumber).orElseThrow().getId()));
    }
}
