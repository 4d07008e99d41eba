package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupImpl;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupItem;
import org.broadleafcommerce.core.order.domain.FulfillmentGroupItemImpl;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.FulfillmentGroupService;
import org.broadleafcommerce.core.order.service.type.FulfillmentGroupStatusType;
import org.broadleafreturns.core.delivery.Delivery;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.request.ReturnLookup;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** When fulfilment groups were delivered, on the real platform; the demo counts 30 days in UTC, and 5 for a parcel. */
class DeliveryIntegrationTests {

    private static final String JOHN = "john@example.com";
    private static final long FERN = 1;
    private static final FulfillmentGroupStatusType DELIVERED = FulfillmentGroupStatusType.DELIVERED;

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String order = TestShop.newOrder(JOHN, 20, Map.of(FERN, 2));
    private final Long group = inTransaction(() -> order().getFulfillmentGroups().get(0).getId());

    @Test
    void aDeliveryIsRecordedWhenThePlatformsServiceChangesTheStatus() {
        assertThat(line().lastDay()).isEqualTo(today.minusDays(20).plusDays(35));
        Instant before = Instant.now().minusSeconds(1);

        throughTheService(FulfillmentGroupStatusType.FULFILLED);
        assertThat(recorded()).isEmpty();
        throughTheService(DELIVERED);

        assertThat(recorded()).hasValueSatisfying(delivery -> {
            assertThat(delivery.getSource()).isEqualTo(Delivery.Source.STATUS);
            assertThat(Instant.ofEpochMilli(delivery.getDeliveredAt().getTime())).isBetween(before, Instant.now().plusSeconds(1));
            assertThat(delivery.getRecordedByName()).isNull();
        });
        assertThat(line().lastDay()).isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(30));
    }

    @Test
    void aDeliveryIsRecordedWhenTheBackOfficeWritesTheStatus() {
        EntityManager backOffice = SharedEntityManagerCreator.createSharedEntityManager(
            TestShop.get().adminContext().getBean("entityManagerFactory", EntityManagerFactory.class));
        PlatformTransactionManager transactions =
            TestShop.get().adminContext().getBean("blTransactionManager", PlatformTransactionManager.class);

        new TransactionTemplate(transactions).executeWithoutResult(
            status -> backOffice.find(FulfillmentGroupImpl.class, group).setStatus(DELIVERED));

        assertThat(recorded()).isPresent();
    }

    @Test
    void severalWritesInOneTransactionRecordOneDelivery() {
        inTransaction(() -> {
            FulfillmentGroup found = TestShop.entityManager().find(FulfillmentGroupImpl.class, group);
            for (FulfillmentGroupStatusType status : new FulfillmentGroupStatusType[] {DELIVERED,
                    FulfillmentGroupStatusType.FULFILLED, DELIVERED}) {
                found.setStatus(status);
                TestShop.entityManager().flush();
            }
            return null;
        });

        assertThat(recorded()).isPresent();
    }

    @Test
    void aStatusThatIsSetBackAndAgainDoesNotMoveTheDateButAMerchantDoes() {
        throughTheService(DELIVERED);
        Instant first = recorded().orElseThrow().getDeliveredAt().toInstant();
        throughTheService(FulfillmentGroupStatusType.FULFILLED);
        throughTheService(DELIVERED);
        assertThat(recorded().orElseThrow().getDeliveredAt().toInstant()).isEqualTo(first);

        assertThat(tell(today.minusDays(15))).isEmpty();
        assertThat(recorded()).hasValueSatisfying(delivery -> {
            assertThat(delivery.getSource()).isEqualTo(Delivery.Source.MERCHANT);
            assertThat(delivery.getRecordedByName()).isEqualTo("Alex Admin");
        });
        assertThat(line().lastDay()).isEqualTo(today.plusDays(15));
        throughTheService(FulfillmentGroupStatusType.FULFILLED);
        throughTheService(DELIVERED);
        assertThat(line().lastDay()).isEqualTo(today.plusDays(15));
    }

    /** Unless a merchant sets otherwise. A recorded delivery says more than a status that was left behind. */
    @Test
    void whatTheShopIsStillProcessingOrHasCancelledCannotBeAskedFor() {
        throughTheService(FulfillmentGroupStatusType.PROCESSING);
        assertThat(line().objection()).isEqualTo(Objection.general("rtn.objection.line.unshipped"));
        assertThat(tell(today.minusDays(15))).isEmpty();
        assertThat(line().objection()).isNull();
        assertThat(line().returnable()).isEqualTo(2);

        // Broadleaf 3.1 has no name for it.
        new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class))
            .update("update BLC_FULFILLMENT_GROUP set STATUS = 'CANCELLED' where FULFILLMENT_GROUP_ID = ?", group);
        assertThat(line().objection()).isEqualTo(Objection.general("rtn.objection.line.unshipped"));
        new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class))
            .update("update BLC_FULFILLMENT_GROUP set STATUS = 'SHIPPED' where FULFILLMENT_GROUP_ID = ?", group);
        assertThat(line().objection()).isNull();
    }

    @Test
    void aGroupThatWasDeliveredBeforeTellsNothingWhenItIsChangedOtherwise() {
        new JdbcTemplate(TestShop.get().siteContext().getBean("webDS", DataSource.class))
            .update("update BLC_FULFILLMENT_GROUP set STATUS = 'DELIVERED' where FULFILLMENT_GROUP_ID = ?", group);
        // A reader that does not have the group in a cache from before.
        TestShop.get().siteContext().getBean("entityManagerFactory", EntityManagerFactory.class).getCache().evictAll();

        inTransaction(() -> {
            FulfillmentGroup found = TestShop.entityManager().find(FulfillmentGroupImpl.class, group);
            assertThat(found.getStatus()).isEqualTo(DELIVERED);
            found.setReferenceNumber("T-1");
            return null;
        });

        assertThat(recorded()).isEmpty();
    }

    @Test
    void aStatusThatIsRolledBackRecordsNothing() {
        PlatformTransactionManager transactions =
            TestShop.get().siteContext().getBean("blTransactionManager", PlatformTransactionManager.class);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            TestShop.entityManager().find(FulfillmentGroupImpl.class, group).setStatus(DELIVERED);
            TestShop.entityManager().flush();
            status.setRollbackOnly();
        });

        assertThat(recorded()).isEmpty();
    }

    @Test
    void whatWasRolledBackIsNotRecordedByTheNextTransactionOfTheSession() {
        EntityManager session = TestShop.get().siteContext()
            .getBean("entityManagerFactory", EntityManagerFactory.class).createEntityManager();
        try {
            session.getTransaction().begin();
            session.find(FulfillmentGroupImpl.class, group).setStatus(DELIVERED);
            session.flush();
            session.getTransaction().rollback();
            session.getTransaction().begin();
            session.getTransaction().commit();
        } finally {
            session.close();
        }

        assertThat(recorded()).isEmpty();
    }

    @Test
    void aMerchantCannotTellOfADeliveryBeforeTheOrderOrInTheFuture() {
        assertThat(tell(today.plusDays(1)).map(Objection::code)).contains("rtn.objection.delivery.future");
        assertThat(tell(today.minusDays(21)).map(Objection::code)).contains("rtn.objection.delivery.beforeOrder");
        assertThat(recorded()).isEmpty();

        assertThat(tell(today.minusDays(20))).isEmpty();
        assertThat(line().lastDay()).isEqualTo(today.plusDays(10));
        assertThat(tell(today)).isEmpty();
        assertThat(line().lastDay()).isEqualTo(today.plusDays(30));
    }

    @Test
    void aMerchantClearsWhatIsRecordedUntilSomebodyKnowsBetter() {
        assertThat(clear()).isFalse();
        assertThat(recorded()).isEmpty();
        tell(today.minusDays(10));
        assertThat(line().lastDay()).isEqualTo(today.plusDays(20));

        assertThat(clear()).isTrue();

        assertThat(line().lastDay()).isEqualTo(today.minusDays(20).plusDays(35));
        assertThat(recorded()).hasValueSatisfying(delivery -> {
            assertThat(delivery.isKnown()).isFalse();
            assertThat(delivery.getSource()).isEqualTo(Delivery.Source.MERCHANT);
            assertThat(delivery.getRecordedByName()).isEqualTo("Chris Service");
        });
        assertThat(clear()).isFalse();

        throughTheService(DELIVERED);
        assertThat(recorded()).hasValueSatisfying(delivery -> {
            assertThat(delivery.getSource()).isEqualTo(Delivery.Source.STATUS);
            assertThat(delivery.getRecordedByName()).isNull();
        });
        assertThat(line().lastDay()).isEqualTo(LocalDate.now(ZoneOffset.UTC).plusDays(30));
        assertThat(clear()).isTrue();
        assertThat(tell(today.minusDays(5))).isEmpty();
        assertThat(line().lastDay()).isEqualTo(today.plusDays(25));
    }

    @Test
    void merchantsClearItOnThePageOfTheOrderIfTheyMayChangeReturns() {
        tell(today.minusDays(10));
        Long id = TestShop.orderId(order);
        String address = "/returns/orders/" + id + "/deliveries/" + group;
        HttpVisitor viewer = HttpVisitor.merchant("viewer");
        assertThat(viewer.get("/order/" + id).body()).doesNotContain("rtn-delivery-clear");
        assertThat(viewer.post(address, Map.of("clear", "true", "csrfToken", viewer.token("/order/" + id))).statusCode()).isEqualTo(403);
        HttpVisitor csr = HttpVisitor.merchant("csr");
        csr.post(address, Map.of("clear", "true"));
        assertThat(recorded().orElseThrow().isKnown()).isTrue();

        assertThat(csr.post(address, Map.of("clear", "true", "csrfToken", csr.token("/order/" + id))).statusCode()).isEqualTo(302);

        assertThat(recorded().orElseThrow().isKnown()).isFalse();
        assertThat(csr.get("/order/" + id).body()).contains("The day of delivery is cleared.", "Cleared by Chris Service",
            "It is not known when this was delivered.").doesNotContain("rtn-delivery-clear");
    }

    @Test
    void whatWasKnownOfAGroupThatThePlatformRemovesGoesWithIt() {
        Long removed = inTransaction(() -> {
            FulfillmentGroup empty = new FulfillmentGroupImpl();
            empty.setOrder(order());
            TestShop.entityManager().persist(empty);
            return empty.getId();
        });
        bean(DeliveryService.class).record(removed, today, -1L, "Alex Admin");

        inTransaction(() -> {
            TestShop.entityManager().remove(TestShop.entityManager().find(FulfillmentGroupImpl.class, removed));
            return null;
        });

        assertThat(bean(DeliveryService.class).ofOrder(TestShop.orderId(order))).isEmpty();
        assertThat(ReturnTables.database().queryForObject("select count(*) from RTN_DELIVERY where FULFILLMENT_GROUP_ID = ?",
            Integer.class, removed)).isZero();
    }

    @Test
    void ofALineInTwoGroupsTheLaterDeliveryCounts() {
        Long second = inTransaction(() -> {
            EntityManager entityManager = TestShop.entityManager();
            FulfillmentGroup half = new FulfillmentGroupImpl();
            half.setOrder(order());
            half.setStatus(FulfillmentGroupStatusType.FULFILLED);
            entityManager.persist(half);
            FulfillmentGroupItem item = new FulfillmentGroupItemImpl();
            item.setFulfillmentGroup(half);
            item.setOrderItem(order().getOrderItems().get(0));
            item.setQuantity(1);
            entityManager.persist(item);
            return half.getId();
        });

        tell(today.minusDays(18));
        assertThat(line().lastDay()).isEqualTo(today.minusDays(15).plusDays(30));

        bean(DeliveryService.class).record(second, today.minusDays(3), -1L, "Alex Admin");
        assertThat(line().lastDay()).isEqualTo(today.minusDays(3).plusDays(30));
    }

    private void throughTheService(FulfillmentGroupStatusType status) {
        FulfillmentGroupService groups = bean(FulfillmentGroupService.class);
        inTransaction(() -> {
            FulfillmentGroup found = groups.findFulfillmentGroupById(group);
            found.setStatus(status);
            return groups.save(found);
        });
    }

    private Optional<Objection> tell(LocalDate day) {
        return bean(DeliveryService.class).record(group, day, -1L, "Alex Admin");
    }

    private boolean clear() {
        return bean(DeliveryService.class).clear(group, -3L, "Chris Service");
    }

    private Optional<Delivery> recorded() {
        return Optional.ofNullable(bean(DeliveryService.class).ofOrder(TestShop.orderId(order)).get(group));
    }

    private EligibleLine line() {
        return inTransaction(() -> bean(ReturnLookup.class).eligibility(order()).lines().get(0));
    }

    private Order order() {
        return bean(ShopOrders.class).findByNumber(order).orElseThrow();
    }
}
