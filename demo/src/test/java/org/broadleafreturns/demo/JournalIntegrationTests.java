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
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSteps;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.Step;
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
    void itsStepsAreStoredAsEventsThatLast() {
        assertThat(ReturnTables.database().queryForList("select EVENT_NUMBER, EVENT_KIND, ACTOR_KIND, RETURN_VERSION from RTN_EVENT"
            + " where REQUEST_ID = ? order by EVENT_NUMBER", request.getId())).extracting(row -> List.copyOf(row.values()).toString())
            .containsExactly("[1, return.requested, CUSTOMER, 0]", "[2, return.status-changed, MERCHANT, 1]",
                "[3, return.decided, MERCHANT, 1]");
    }

    /** A step of a feature's own, by the system, of which the panel shows the ground and the kind. */
    @Test
    void itTellsOnWhatGroundTheSystemActed() {
        bean(ReturnSteps.class).execute(request.getNumber(), new Step() {
            @Override
            public String name() {
                return "look";
            }

            @Override
            public List<Objection> objections(ReturnRequest of, Actor actor) {
                return List.of();
            }

            @Override
            public void perform(ReturnRequest of, Happening happening) {
                happening.note(of, happening.entry("LOOKED_AT").detailed(Map.of("shelf", "B 7")));
                happening.tell(of, "look.done", Map.of("shelf", "B 7"));
            }
        }, Actor.system("rtn.admin.journal.title"));

        inTransaction(() -> {
            List<JournalEntry> journal = bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getJournal();
            assertThat(journal).hasSize(3).last().satisfies(entry -> {
                assertThat(entry.getKind()).isEqualTo("LOOKED_AT");
                assertThat(entry.getDetails()).containsExactly(Map.entry("shelf", "B 7"));
                assertThat(entry.getTo()).isNull();
            });
            return null;
        });
        assertThat(ReturnTables.database().queryForObject("select EVENT_KIND from RTN_EVENT where REQUEST_ID = ? and EVENT_NUMBER = 4",
            String.class, request.getId())).isEqualTo("look.done");
        Long order = inTransaction(() -> bean(ReturnLookup.class).byNumber(request.getNumber()).orElseThrow().getOrder().getId());
        Element panel = Jsoup.parse(HttpVisitor.merchant("viewer").get("/order/" + order).body())
            .getElementById("return-" + request.getNumber());
        assertThat(panel.select(".rtn-journal-entry").first().text()).contains("Journal (automatic) in the background", "rtn.journal.LOOKED_AT");
        assertThat(HttpVisitor.shopper("john@example.com").get("/account/returns/" + request.getNumber()).body())
            .contains("Refused").doesNotContain("LOOKED_AT");
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
