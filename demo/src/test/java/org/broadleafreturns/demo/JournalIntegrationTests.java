package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.broadleafreturns.demo.TestShop.bean;
import static org.broadleafreturns.demo.TestShop.entityManager;
import static org.broadleafreturns.demo.TestShop.inTransaction;

import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** The journal tells who did what from where, and nobody can make it tell something else. */
class JournalIntegrationTests {

    private ReturnRequest request;

    @BeforeEach
    void aDecidedReturn() {
        ReturnRequest requested = TestShop.request(TestShop.newOrder("john@example.com", Map.of(1L, 1)), 0, 1);
        String token = TestShop.preview(requested, ReturnStatus.REFUSED, "Worn, sorry.", null).getToken();
        request = bean(StatusChangeService.class).apply(token, false, TestShop.ADMIN.at("2001:db8::7"));
    }

    @Test
    void itTellsWhoDidWhatFromWhere() {
        assertThat(entries()).hasSize(2);
        assertThat(entries().get(0)).startsWith("CUSTOMER John Miller STOREFRONT null null>REQUESTED");
        assertThat(entries().get(1)).startsWith("MERCHANT Alex Admin BACK_OFFICE 2001:db8::7 REQUESTED>REFUSED Worn, sorry.");
        Long order = inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getOrder().getId());

        Element panel = Jsoup.parse(HttpVisitor.merchant("viewer").get("/order/" + order).body())
            .getElementById("return-" + request.getNumber());

        assertThat(panel.select(".rtn-journal-entry .rtn-where").eachText())
            .containsExactly("in the back office, 2001:db8::7", "on the storefront");
    }

    @Test
    void anEntryCannotBeRemoved() {
        List<String> before = entries();

        assertThatThrownBy(() -> inTransaction(() -> {
            EntityManager entityManager = entityManager();
            entityManager.remove(entityManager.find(JournalEntry.class, lastId()));
            entityManager.flush();
            return null;
        })).hasStackTraceContaining("only added to");
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void anEntryCannotBeChanged() {
        List<String> before = entries();

        try {
            inTransaction(() -> {
                JournalEntry entry = entityManager().find(JournalEntry.class, lastId());
                ReflectionTestUtils.setField(entry, "actorName", "Somebody Else");
                ReflectionTestUtils.setField(entry, "message", "All is well.");
                ReflectionTestUtils.setField(entry, "to", "ACCEPTED");
                entityManager().flush();
                return null;
            });
        } catch (RuntimeException refused) {
            assertThat(refused).hasStackTraceContaining("only added to");
        }
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void aChangeThatIsRefusedLeavesNoEntry() {
        StatusChange impossible = new StatusChange(request.getNumber(), request.getVersion(), ReturnStatus.LABEL_SENT, null, null,
            Map.of(), null);
        List<String> before = entries();

        assertThatThrownBy(() -> bean(StatusChangeService.class).preview(impossible, TestShop.ADMIN)).isInstanceOf(RuntimeException.class);
        assertThat(entries()).isEqualTo(before);
    }

    private Long lastId() {
        return ReturnTables.database().queryForObject("select max(ENTRY_ID) from RTN_JOURNAL_ENTRY where REQUEST_ID = ?", Long.class,
            request.getId());
    }

    private List<String> entries() {
        return inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getJournal().stream()
            .map(entry -> entry.getActorKind() + " " + entry.getActorName() + " " + entry.getChannel() + " " + entry.getAddress() + " "
                + entry.getFrom() + ">" + entry.getTo() + " " + entry.getMessage() + " " + entry.getHappenedAt()).toList());
    }
}
