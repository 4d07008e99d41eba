package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.BeforeTry;
import net.jqwik.api.statistics.Statistics;
import net.jqwik.api.statistics.StatisticsReport;

/**
 * Any sequence of commands, sensible or hostile, leaves the records as the design says. After each command the product is
 * compared with a {@link ModelReturn}, and the rules that hold for every return are checked by themselves.
 */
class ReturnCommandsPropertyTests {

    private static final List<Integer> ORDERED = List.of(5, 1, 3);
    private static final Actor MERCHANT = Actor.merchant(7L, "Ms Merchant", false);
    private static final Actor CHIEF = Actor.merchant(8L, "Mr Chief", true);

    /** Something that a shopper or merchant does. Returns and previews are named by any number, modulo how many there are. */
    sealed interface Command {

        record Submit(List<Pick> picks, int key) implements Command {
        }

        record Pick(int item, int quantity) {
        }

        record Preview(int which, ReturnStatus to, List<Integer> accepted, boolean foreignLine, String note, boolean stale,
                boolean chief) implements Command {
        }

        record Apply(int howOld, boolean foreign) implements Command {
        }
    }

    /** A preview that was granted, as the model knows it. */
    private record Granted(String token, int which, String to, List<Integer> accepted, String note, int changesBefore,
            boolean chief) {
    }

    private InMemoryReturns product;
    private final List<ModelReturn> model = new ArrayList<>();
    private final Map<Integer, Integer> returnOfKey = new HashMap<>();
    private final List<Granted> granted = new ArrayList<>();
    private final Set<Integer> applied = new LinkedHashSet<>();
    private final List<List<String>> journals = new ArrayList<>();

    /** jqwik uses one instance for all sequences. */
    @BeforeTry
    void anOrderOfWhichNothingWasReturned() {
        product = new InMemoryReturns(List.of(
            Fixtures.line(0L, ORDERED.get(0)), Fixtures.line(1L, ORDERED.get(1)), Fixtures.line(2L, ORDERED.get(2))));
        model.clear();
        returnOfKey.clear();
        granted.clear();
        applied.clear();
        journals.clear();
    }

    @Property(tries = 500)
    @StatisticsReport(StatisticsReport.StatisticsReportMode.OFF)
    void keepTheRules(@ForAll("sequences") List<Command> commands) {
        for (Command command : commands) {
            List<Integer> versions = product.all().stream().map(ReturnRequest::getVersion).toList();
            int changesBefore = model.stream().mapToInt(one -> one.changes).sum();
            if (command instanceof Command.Submit submit) {
                submit(submit);
            } else if (command instanceof Command.Preview preview) {
                preview(preview);
            } else if (command instanceof Command.Apply apply) {
                apply(apply);
            }
            assertThatProductAndModelAgree();
            assertThatTheRulesHold();
            int changes = model.stream().mapToInt(one -> one.changes).sum() - changesBefore;
            int grown = 0;
            for (int i = 0; i < versions.size(); i++) {
                grown += product.all().get(i).getVersion() - versions.get(i);
            }
            assertThat(grown).as("versions grow by the changes that were made").isEqualTo(changes);
        }
        Statistics.collect(model.stream().mapToInt(one -> one.changes).max().orElse(0) >= 2);
        // Sequences that come to nothing would prove nothing.
        Statistics.coverage(lives -> lives.check(true).percentage(share -> share > 5));
    }

    private void submit(Command.Submit submit) {
        List<SubmitReturn.Line> lines = submit.picks().stream()
            .map(pick -> new SubmitReturn.Line((long) pick.item(), pick.quantity(), "OTHER")).toList();
        String key = submit.key() == 0 ? null : "key" + submit.key();
        boolean again = key != null && returnOfKey.containsKey(submit.key());
        Set<Integer> items = new LinkedHashSet<>(submit.picks().stream().map(Command.Pick::item).toList());
        boolean possible = !submit.picks().isEmpty() && items.size() == submit.picks().size()
            && submit.picks().stream().allMatch(pick -> pick.item() >= 0 && pick.item() < ORDERED.size()
                && pick.quantity() >= 1 && pick.quantity() <= ORDERED.get(pick.item()) - taken(pick.item()));

        ReturnRequest stored = attempt(() -> product.submit(lines, key));

        assertThat(stored != null).as("submission granted").isEqualTo(again || possible);
        if (again) {
            assertThat(stored).isSameAs(product.all().get(returnOfKey.get(submit.key())));
        } else if (possible) {
            model.add(new ModelReturn(submit.picks().stream().map(Command.Pick::item).toList(),
                submit.picks().stream().map(Command.Pick::quantity).toList()));
            journals.add(new ArrayList<>(journal(stored)));
            assertThat(journal(stored)).hasSize(1);
            if (key != null) {
                returnOfKey.put(submit.key(), model.size() - 1);
            }
        }
    }

    private void preview(Command.Preview preview) {
        if (model.isEmpty()) {
            return;
        }
        int which = preview.which() % model.size();
        ModelReturn expected = model.get(which);
        ReturnRequest request = product.all().get(which);
        Map<Long, Integer> accepted = new HashMap<>();
        for (int line = 0; line < request.getLines().size(); line++) {
            accepted.put(request.getLines().get(line).getId(), preview.accepted().get(line));
        }
        if (preview.foreignLine()) {
            accepted.put(-5L, 1);
        }
        String to = preview.to().name();
        boolean possible = !preview.stale() && expected.canBecome(to, preview.chief())
            && (!to.equals("PARTIALLY_ACCEPTED") || expected.isPartial(preview.accepted()) && !preview.foreignLine())
            && mayBeTakenBack(expected, preview.note());
        StatusChange change = new StatusChange(request.getNumber(), request.getVersion() + (preview.stale() ? 1 : 0),
            preview.to(), null, preview.note(), accepted, null);

        StatusPreview result = attempt(() -> product.changes().preview(change, actor(preview.chief())));

        assertThat(result != null).as("preview of %s granted", preview).isEqualTo(possible);
        if (possible) {
            granted.add(new Granted(result.getToken(), which, to, preview.accepted(), preview.note(), expected.changes,
                preview.chief()));
        }
    }

    private void apply(Command.Apply apply) {
        if (granted.isEmpty()) {
            return;
        }
        int number = granted.size() - 1 - apply.howOld() % granted.size();
        Granted preview = granted.get(number);
        ModelReturn expected = model.get(preview.which());
        boolean own = !apply.foreign();
        boolean first = !applied.contains(number);
        boolean possible = own && first && expected.changes == preview.changesBefore() && mayBeTakenBack(expected, preview.note());

        ReturnRequest result = attempt(() -> product.changes().apply(preview.token(), false, actor(preview.chief() != apply.foreign())));

        assertThat(result != null).as("application of %s granted", preview).isEqualTo(own && !first || possible);
        if (possible) {
            applied.add(number);
            expected.become(preview.to(), preview.accepted());
            List<String> before = journals.get(preview.which());
            List<String> now = journal(product.all().get(preview.which()));
            assertThat(now).hasSize(before.size() + 1).startsWith(before.toArray(new String[0]));
            before.add(now.get(now.size() - 1));
        }
    }

    /** A decision can be taken back with a reason, if what it set free is still free. */
    private boolean mayBeTakenBack(ModelReturn one, String note) {
        if (!one.isDecided()) {
            return true;
        }
        for (int line = 0; line < one.items.size(); line++) {
            int item = one.items.get(line);
            if (taken(item) - one.taken(line) + one.requested.get(line) > ORDERED.get(item)) {
                return false;
            }
        }
        return note != null && !note.isBlank();
    }

    private int taken(int item) {
        int taken = 0;
        for (ModelReturn one : model) {
            int line = one.items.indexOf(item);
            taken += line < 0 ? 0 : one.taken(line);
        }
        return taken;
    }

    private void assertThatProductAndModelAgree() {
        assertThat(product.all()).hasSameSizeAs(model);
        for (int i = 0; i < model.size(); i++) {
            ReturnRequest request = product.all().get(i);
            ModelReturn expected = model.get(i);
            assertThat(request.getStatus().name()).isEqualTo(expected.status);
            assertThat(request.getArticleCount()).isEqualTo(expected.articles());
            assertThat(journal(request)).as("the journal only grows").isEqualTo(journals.get(i));
            assertThat(request.getJournal()).hasSize(1 + expected.changes);
            for (int line = 0; line < expected.items.size(); line++) {
                ReturnLine actual = request.getLines().get(line);
                assertThat(actual.getOrderItem().getId()).isEqualTo((long) expected.items.get(line));
                assertThat(List.of(actual.getQuantityRequested(), actual.getQuantityReceived(), actual.getQuantityAccepted()))
                    .isEqualTo(List.of(expected.requested.get(line), expected.received[line], expected.accepted[line]));
            }
        }
    }

    private void assertThatTheRulesHold() {
        Map<Long, Integer> takenByItem = new HashMap<>();
        for (ReturnRequest request : product.all()) {
            for (ReturnLine line : request.getLines()) {
                assertThat(line.getQuantityAccepted()).isBetween(0, line.getQuantityReceived());
                assertThat(line.getQuantityReceived()).isBetween(0, line.getQuantityRequested());
                takenByItem.merge(line.getOrderItem().getId(),
                    ReturnLine.taken(request.getStatus(), line.getQuantityRequested(), line.getQuantityAccepted()), Integer::sum);
            }
        }
        takenByItem.forEach((item, taken) -> assertThat(taken).isBetween(0, ORDERED.get(item.intValue())));
        Map<String, Integer> told = new HashMap<>();
        product.told(ItemsReturned.class).forEach(event -> event.quantities().forEach((item, units) -> {
            assertThat(units).isPositive();
            told.merge(event.number() + "/" + item, units, Integer::sum);
        }));
        for (int i = 0; i < model.size(); i++) {
            for (int line = 0; line < model.get(i).items.size(); line++) {
                assertThat(told.getOrDefault(product.all().get(i).getNumber() + "/" + model.get(i).items.get(line), 0))
                    .as("accepted units are told of once").isEqualTo(model.get(i).told[line]);
            }
        }
        assertThat(product.told(ReturnRequested.class)).hasSameSizeAs(model);
        assertThat(product.told(ReturnStatusChanged.class)).hasSize(model.stream().mapToInt(one -> one.changes).sum());
    }

    private static List<String> journal(ReturnRequest request) {
        return request.getJournal().stream().map(entry -> entry.getHappenedAt() + "|" + entry.getActorKind() + "|"
            + entry.getActorName() + "|" + entry.getFrom() + "|" + entry.getTo() + "|" + entry.getMessage() + "|" + entry.getNote())
            .toList();
    }

    /** What the command gave, or null if it was refused in a way that users understand; anything else fails the test. */
    private static <T> T attempt(Supplier<T> command) {
        try {
            return command.get();
        } catch (ReturnRefusedException e) {
            assertThat(e.objections()).isNotEmpty();
            return null;
        } catch (StaleReturnException | ReturnNotFoundException e) {
            return null;
        }
    }

    private static Actor actor(boolean chief) {
        return chief ? CHIEF : MERCHANT;
    }

    @Provide
    Arbitrary<List<Command>> sequences() {
        return Arbitraries.frequencyOf(
            Tuple.of(2, submits()),
            Tuple.of(5, previews()),
            Tuple.of(4, applications())).list().ofMinSize(1).ofMaxSize(60)
            .withSizeDistribution(RandomDistribution.uniform());
    }

    private static Arbitrary<Command> submits() {
        Arbitrary<Command.Pick> sensible = Combinators.combine(Arbitraries.integers().between(0, ORDERED.size() - 1),
            Arbitraries.integers().between(1, 2)).as(Command.Pick::new);
        Arbitrary<Command.Pick> any = Combinators.combine(Arbitraries.integers().between(-1, ORDERED.size()), quantities())
            .as(Command.Pick::new);
        Arbitrary<List<Command.Pick>> picks = Arbitraries.frequencyOf(
            Tuple.of(4, sensible.list().uniqueElements(Command.Pick::item).ofMinSize(1).ofMaxSize(3)),
            Tuple.of(1, any.list().ofMaxSize(4)));
        Arbitrary<Integer> keys = Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(0)),
            Tuple.of(1, Arbitraries.integers().between(1, 3)));
        return Combinators.combine(picks, keys).as(Command.Submit::new);
    }

    private static Arbitrary<Command> previews() {
        Arbitrary<List<Integer>> accepted = quantities().list().ofSize(ORDERED.size());
        Arbitrary<ReturnStatus> statuses = Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(ReturnStatus.class)),
            Tuple.of(1, Arbitraries.of(ReturnStatus.RECEIVED, ReturnStatus.PARTIALLY_ACCEPTED, ReturnStatus.LABEL_SENT)));
        Arbitrary<String> notes = Arbitraries.frequency(Tuple.of(8, "counted again"), Tuple.of(1, "  "), Tuple.of(1, "")).injectNull(0.1);
        return Combinators.combine(Arbitraries.integers().between(0, 2), statuses, accepted,
            rarely(), notes, rarely(), Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false))).as(Command.Preview::new);
    }

    /** Mostly the last preview, so that returns get somewhere. */
    private static Arbitrary<Command> applications() {
        Arbitrary<Integer> howOld = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(0)),
            Tuple.of(1, Arbitraries.integers().between(0, 20)));
        return Combinators.combine(howOld, rarely()).as(Command.Apply::new);
    }

    private static Arbitrary<Boolean> rarely() {
        return Arbitraries.frequency(Tuple.of(19, false), Tuple.of(1, true));
    }

    private static Arbitrary<Integer> quantities() {
        return Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(0, 1)),
            Tuple.of(3, Arbitraries.integers().between(0, 6)),
            Tuple.of(1, Arbitraries.of(Integer.MIN_VALUE, -1, Integer.MAX_VALUE, Integer.MAX_VALUE - 1)));
    }
}
