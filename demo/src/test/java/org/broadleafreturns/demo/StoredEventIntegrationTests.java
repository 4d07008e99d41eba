package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.entityManager;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.broadleafreturns.core.event.ChangedReturn;
import org.broadleafreturns.core.event.NewReturnEvent;
import org.broadleafreturns.core.event.ReturnEvent;
import org.broadleafreturns.core.event.ReturnEvents;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.request.ReturnRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.test.util.ReflectionTestUtils;

/** Events in the shop's own persistence unit: written once, and never changed. */
class StoredEventIntegrationTests {

    /** Of a kind that no feature has. */
    private static final String KIND = "test.happened";

    private ReturnRequest request;
    private int before;

    @BeforeEach
    void aReturnOfWhichSomethingWasTold() {
        request = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        before = inTransaction(() -> entityManager().createQuery("select count(e) from ReturnEvent e where e.returnId = :id", Long.class)
            .setParameter("id", request.getId()).getSingleResult()).intValue();
        store(event(1, Actor.customer(7L, "John Miller"), null), event(2, TestShop.ADMIN, "its time was over \u2603"));
    }

    private NewReturnEvent event(int further, Actor actor, String ground) {
        return new NewReturnEvent(new ChangedReturn(request.getId(), request.getNumber(), request.getOrder().getId(), 3), before + further,
            KIND, Instant.parse("2026-03-01T10:00:00Z"), actor, ground, Map.of("name", "\u00c9tag\u00e8re \ud83d\ude00\n= #1"));
    }

    private static void store(NewReturnEvent... events) {
        inTransaction(() -> {
            bean(ReturnEvents.class).store(List.of(events));
            return null;
        });
    }

    private List<ReturnEvent> stored() {
        return inTransaction(() -> entityManager().createQuery(
            "select e from ReturnEvent e where e.returnId = :id and e.kind = :kind order by e.number", ReturnEvent.class)
            .setParameter("id", request.getId()).setParameter("kind", KIND).getResultList());
    }

    @Test
    void areReadAsTheyWereStored() {
        assertThat(stored()).extracting(ReturnEvent::getNumber).containsExactly(before + 1, before + 2);
        assertThat(stored()).extracting(ReturnEvent::getActorId).containsExactly(7L, TestShop.ADMIN.id());
        assertThat(stored()).extracting(ReturnEvent::getGround).containsExactly(null, "its time was over \u2603");
        assertThat(stored()).allSatisfy(event -> {
            assertThat(event.getId()).isPositive();
            assertThat(event.getReturnNumber()).isEqualTo(request.getNumber());
            assertThat(event.getOrderId()).isEqualTo(request.getOrder().getId());
            assertThat(event.getReturnVersion()).isEqualTo(3);
            assertThat(event.getHappenedAt().toInstant()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
            assertThat(event.getValues()).isEqualTo(Map.of("name", "\u00c9tag\u00e8re \ud83d\ude00\n= #1"));
        });
    }

    @Test
    void aReturnHasOneEventOfEachNumber() {
        assertThatThrownBy(() -> store(event(2, TestShop.ADMIN, null))).isInstanceOf(DataIntegrityViolationException.class);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void anEventCanBeNeitherChangedNorRemoved() {
        Long id = stored().get(1).getId();

        assertThatThrownBy(() -> written(id, event -> entityManager().remove(event))).hasStackTraceContaining("only added to");
        try {
            written(id, event -> ReflectionTestUtils.setField(event, "ground", "another one"));
        } catch (RuntimeException refused) {
            assertThat(refused).hasStackTraceContaining("only added to");
        }

        assertThat(stored()).extracting(ReturnEvent::getGround).containsExactly(null, "its time was over \u2603");
    }

    private static void written(Long id, Consumer<ReturnEvent> change) {
        inTransaction(() -> {
            change.accept(entityManager().find(ReturnEvent.class, id));
            entityManager().flush();
            return null;
        });
    }

    @Test
    void onlyTheCustomerIsForgotten() {
        ReturnRequest other = request;
        aReturnOfWhichSomethingWasTold();

        inTransaction(() -> {
            bean(ReturnEvents.class).forget(List.of(request.getId()));
            bean(ReturnEvents.class).forget(List.of());
            return null;
        });

        assertThat(stored()).extracting(ReturnEvent::getActorId).containsExactly(null, TestShop.ADMIN.id());
        assertThat(stored()).extracting(ReturnEvent::getActorKind).containsExactly(Actor.Kind.CUSTOMER, Actor.Kind.MERCHANT);
        request = other;
        assertThat(stored()).extracting(ReturnEvent::getActorId).containsExactly(7L, TestShop.ADMIN.id());
    }
}
