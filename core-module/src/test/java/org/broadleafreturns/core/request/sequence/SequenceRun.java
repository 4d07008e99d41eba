package org.broadleafreturns.core.request.sequence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.request.Correction;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.ItemsReturned;
import org.broadleafreturns.core.request.ReturnRequested;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnStatusChanged;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.request.sequence.Command.Label;
import org.broadleafreturns.core.request.sequence.Command.Pick;
import org.broadleafreturns.core.request.sequence.ReturnsUnderTest.OrderToReturn;

/**
 * Gives the commands of a sequence to the product and to the model. After each, what is stored is compared with the model, and
 * the rules that hold for every return are checked by themselves.
 */
public final class SequenceRun {

    private static final Actor MERCHANT = Actor.merchant(7L, "Ms Merchant", false);
    private static final Actor CHIEF = Actor.merchant(8L, "Mr Chief", true);
    private static final Actor SYSTEM = Actor.system("rtn.ground.test");
    private static final Long NOTHING = -5L;

    /** A command by what it does: to the product, which answers with a return's number, and to the model. */
    private record Act(Supplier<String> product, Function<ModelOrder, Integer> model) {
    }

    private final ReturnsUnderTest product;
    private final OrderToReturn order;
    private final String customer;
    private final List<String> tokens = new ArrayList<>();
    private ModelOrder model;
    private final List<Integer> atFirst;
    private final int[] sold = new int[CommandSequence.ORDERED.size()];
    private int refusals;
    private List<StoredReturn> stored = List.of();

    private SequenceRun(ReturnsUnderTest product, boolean late) {
        this.product = product;
        this.order = product.order();
        this.customer = Actor.Kind.CUSTOMER + " " + order.customerId();
        this.atFirst = product.stock();
        this.model = new ModelOrder(CommandSequence.ORDERED, late, atFirst.toArray(Integer[]::new));
    }

    /**
     * Runs a sequence.
     *
     * @return how much has happened
     * @throws AssertionError if the product does something else than the model, or a rule is broken
     */
    public static Life of(CommandSequence sequence, ReturnsUnderTest product) {
        SequenceRun run = new SequenceRun(product, sequence.late());
        sequence.commands().forEach(run::give);
        Set<String> steps = new TreeSet<>();
        run.model.returns.forEach(one -> one.steps.forEach(step -> steps.add(step.from() + ">" + step.to())));
        return new Life(run.model.returns.size() + run.model.returns.stream().mapToInt(ModelReturn::changes).sum(), run.refusals,
            steps.size());
    }

    /**
     * How much has happened in a sequence.
     *
     * @param changes how often a return was made or changed
     * @param refusals how many commands were refused
     * @param steps how many different steps from one status to another were taken
     */
    public record Life(int changes, int refusals, int steps) {
    }

    private void give(Command command) {
        if (command instanceof Command.Proceed step) {
            proceed(step);
            return;
        }
        List<StoredReturn> before = stored;
        if (command instanceof Command.Sell sale) {
            sell(sale);
            return;
        }
        if (command instanceof Command.AtOnce pair) {
            giveAtOnce(pair);
        } else {
            Act act = act(command);
            if (act == null) {
                return;
            }
            String number = attempt(act.product());
            refusals += number == null ? 1 : 0;
            stored = sorted(product.stored());
            assertThat(placeOf(number)).as("the return that %s is about", command).isEqualTo(act.model().apply(model));
            assertThatStoredAndModelAgree(model);
        }
        assertThatTheRulesHold(before);
    }

    /** Lines in the order of the items, which the model keeps: one that comes back has its old identifier. */
    private List<StoredReturn> sorted(List<StoredReturn> found) {
        return found.stream().map(one -> new StoredReturn(one.number(), one.status(), one.version(), one.articles(), one.label(),
            one.lines().stream().sorted(Comparator.comparing(line -> order.items().indexOf(line.itemId()))).toList(), one.journal()))
            .toList();
    }

    private void sell(Command.Sell sale) {
        Integer there = model.stock[sale.item()];
        if (there != null) {
            sold[sale.item()] += Math.min(sale.units(), there);
            product.sell(sale.item(), sale.units());
            model.sell(sale.item(), sale.units());
            assertThatStoredAndModelAgree(model);
        }
    }

    private void proceed(Command.Proceed step) {
        if (stored.isEmpty()) {
            return;
        }
        int which = step.which() % stored.size();
        ModelReturn one = model.returns.get(which);
        List<String> next = one.nextStatuses().stream()
            // Nothing follows, so not too often.
            .filter(to -> step.choice() == 0 || !to.equals("CANCELLED")).toList();
        if (next.isEmpty()) {
            return;
        }
        ReturnStatus to = ReturnStatus.valueOf(next.get(step.choice() % next.size()));
        List<Integer> accepted = new ArrayList<>(Collections.nCopies(CommandSequence.ORDERED.size(), 0));
        accepted.set(0, 1);
        give(new Command.Preview(which, to, accepted, false, "counted again",
            to == ReturnStatus.LABEL_SENT ? Label.PDF : Label.NONE, false, true, goods(one, step.choice())));
        give(new Command.Apply(0, step.mail(), false));
    }

    /** What merchants say: nothing, or that one unit has come where one is missing, and that what is refused stays. */
    private static Command.Goods goods(ModelReturn one, int choice) {
        List<Integer> none = Collections.nCopies(CommandSequence.ORDERED.size(), 0);
        List<Integer> some = new ArrayList<>(none);
        for (int line = 0; line < one.items.size(); line++) {
            some.set(line, Math.min(1, one.missing(line)));
        }
        return new Command.Goods(choice % 3 != 0, some, choice % 2 == 0 ? "DAMAGED" : null, none,
            none, "USED", Collections.nCopies(CommandSequence.ORDERED.size(), null), false);
    }

    /** Each of the two can have been the first. */
    private void giveAtOnce(Command.AtOnce pair) {
        List<Act> acts = Stream.of(act(pair.first()), act(pair.second())).filter(act -> act != null).toList();
        String[] numbers = new String[acts.size()];
        List<Runnable> things = new ArrayList<>();
        for (int i = 0; i < numbers.length; i++) {
            int own = i;
            Supplier<String> thing = acts.get(i).product();
            things.add(() -> numbers[own] = attempt(pair.inTransactions() ? () -> product.inTransaction(thing) : thing));
        }
        product.atOnce(things);
        stored = sorted(product.stored());
        try {
            model = inThisOrder(pair, acts, numbers, 0, 1);
        } catch (AssertionError firstFirst) {
            try {
                model = inThisOrder(pair, acts, numbers, 1, 0);
            } catch (AssertionError secondFirst) {
                secondFirst.addSuppressed(firstFirst);
                throw secondFirst;
            }
        }
    }

    private ModelOrder inThisOrder(Command.AtOnce pair, List<Act> acts, String[] numbers, int... places) {
        ModelOrder expected = model.copy();
        for (int place : places) {
            if (place < numbers.length) {
                assertThat(placeOf(numbers[place])).as("the return that number %s of %s is about", place, pair)
                    .isEqualTo(acts.get(place).model().apply(expected));
            }
        }
        assertThatStoredAndModelAgree(expected);
        return expected;
    }

    /** Null if there is nothing yet that the command could be about. */
    private Act act(Command command) {
        if (command instanceof Command.Submit submit) {
            return submit(submit);
        } else if (command instanceof Command.Create create) {
            return create(create);
        } else if (command instanceof Command.Cancel cancel) {
            return stored.isEmpty() ? null : cancel(cancel, cancel.which() % stored.size());
        } else if (command instanceof Command.Preview preview) {
            return stored.isEmpty() ? null : preview(preview, preview.which() % stored.size());
        } else if (command instanceof Command.Direct direct) {
            return stored.isEmpty() ? null : direct(direct, direct.which() % stored.size());
        } else if (command instanceof Command.Correct correct) {
            return stored.isEmpty() ? null : correct(correct, correct.which() % stored.size());
        } else if (command instanceof Command.Apply apply) {
            return tokens.isEmpty() ? null : apply(apply, tokens.size() - 1 - apply.howOld() % tokens.size());
        }
        throw new IllegalArgumentException(command.toString());
    }

    private Act submit(Command.Submit command) {
        SubmitReturn wish = new SubmitReturn(order.number(), command.stranger() ? order.customerId() + 1 : order.customerId(),
            lines(command.picks()), order.refundType(), null, Locale.ENGLISH, key(command.key()));
        return new Act(() -> product.submissions().submit(wish).getNumber(), any -> any.submit(command, customer));
    }

    private Act create(Command.Create command) {
        CreateReturn wish = new CreateReturn(order.id(), lines(command.picks()), order.refundType(), null, command.ground(),
            command.confirm(), key(command.key()));
        Actor merchant = merchant(command.chief());
        return new Act(() -> product.submissions().create(wish, merchant).getNumber(), any -> any.create(command, name(merchant)));
    }

    private Act cancel(Command.Cancel command, int which) {
        StoredReturn one = stored.get(which);
        int stale = command.stale() ? 1 : 0;
        int changesSeen = model.returns.get(which).changes() - stale;
        return new Act(() -> product.cancellations().cancel(one.number(), one.version() - stale,
                command.stranger() ? order.customerId() + 1 : order.customerId()).getNumber(),
            any -> any.cancel(which, command, changesSeen, customer));
    }

    private Act preview(Command.Preview command, int which) {
        StoredReturn one = stored.get(which);
        Map<Long, Integer> accepted = new HashMap<>();
        for (int line = 0; line < one.lines().size(); line++) {
            accepted.put(one.lines().get(line).id(), command.accepted().get(line));
        }
        if (command.foreignLine()) {
            accepted.put(stored.stream().filter(other -> other != one).findFirst()
                .map(other -> other.lines().get(0).id()).orElse(NOTHING), 1);
        }
        String labelName = "label-" + tokens.size() + ".pdf";
        StatusChange change = new StatusChange(one.number(), one.version() - (command.stale() ? 1 : 0), command.to(), null,
            command.note(), accepted, file(command.label(), labelName), inputs(command.goods(), one));
        return new Act(() -> {
            StatusPreview preview = product.changes().preview(change, merchant(command.chief()));
            tokens.add(preview.getToken());
            return one.number();
        }, any -> any.preview(which, command, labelName));
    }

    private Act direct(Command.Direct command, int which) {
        StoredReturn one = stored.get(which);
        Map<Long, Integer> accepted = new HashMap<>();
        for (int line = 0; line < one.lines().size(); line++) {
            accepted.put(one.lines().get(line).id(), command.accepted().get(line));
        }
        int stale = command.stale() ? 1 : 0;
        int changesSeen = model.returns.get(which).changes() - stale;
        String labelName = "direct-" + which + "-" + changesSeen + ".pdf";
        StatusChange change = new StatusChange(one.number(), one.version() - stale, command.to(), null, command.note(), accepted,
            file(command.label(), labelName), inputs(command.goods(), one));
        Actor actor = actor(command.doer());
        return new Act(() -> product.changes().execute(change, command.mail(), actor).getNumber(),
            any -> any.direct(which, command, changesSeen, labelName, name(actor)));
    }

    private Act correct(Command.Correct command, int which) {
        StoredReturn one = stored.get(which);
        List<Correction.Line> lines = new ArrayList<>();
        for (int place = 0; place < one.lines().size(); place++) {
            StoredReturn.Line line = one.lines().get(place);
            Integer requested = command.requested().get(place);
            Integer received = command.received().get(place);
            lines.add(new Correction.Line(line.id(), requested == null ? line.requested() : requested,
                command.goneReason() ? "GONE" : "OTHER",
                received == null ? null : List.of(new Correction.Heap(received, command.condition()))));
        }
        if (command.foreignLine()) {
            lines.add(new Correction.Line(stored.stream().filter(other -> other != one).findFirst()
                .map(other -> other.lines().get(0).id()).orElse(NOTHING), 1, "OTHER", null));
        }
        int stale = command.stale() ? 1 : 0;
        int changesSeen = model.returns.get(which).changes() - stale;
        Correction correction =
            new Correction(one.number(), one.version() - stale, lines, lines(command.added()), null, command.note(), null);
        Actor actor = actor(command.doer());
        Supplier<String> thing = command.previewed() && actor != SYSTEM
            ? () -> product.corrections().apply(one.number(), product.corrections().preview(correction, actor).getToken(),
                command.mail(), actor).getNumber()
            : () -> product.corrections().execute(correction, command.mail(), actor).getNumber();
        return new Act(thing, any -> any.correct(which, command, changesSeen, name(actor)));
    }

    private static Actor actor(Command.Doer doer) {
        return switch (doer) {
            case MERCHANT -> MERCHANT;
            case CHIEF -> CHIEF;
            case SYSTEM -> SYSTEM;
        };
    }

    /** As the dialog sends them. */
    private Map<String, String> inputs(Command.Goods goods, StoredReturn one) {
        Map<String, String> inputs = new HashMap<>();
        if (goods.said()) {
            inputs.put("received.lines", "all");
        }
        for (int place = 0; place < one.lines().size(); place++) {
            StoredReturn.Line line = one.lines().get(place);
            if (goods.said() && goods.arrived().get(place) != 0) {
                inputs.put("received[" + line.id() + "].1", goods.arrived().get(place).toString());
                if (goods.condition() != null) {
                    inputs.put("received[" + line.id() + "].1.condition", goods.condition());
                }
            }
            inputs.put("kept[" + line.id() + "]", goods.kept().get(place).toString());
            inputs.put("refused[" + line.id() + "].staying", goods.staying().get(place).toString());
            if (goods.sellable().get(place) != null) {
                inputs.put("restock[" + line.id() + "]", goods.sellable().get(place).toString());
            }
            if (goods.reason() != null) {
                inputs.put(place == 0 ? "refused[" + line.id() + "].reason" : "refused.reason", goods.reason());
            }
        }
        if (goods.foreign()) {
            inputs.put("received[" + stored.stream().filter(other -> other != one).findFirst()
                .map(other -> other.lines().get(0).id()).orElse(Long.MAX_VALUE) + "].1", "1");
        }
        return inputs;
    }

    private Act apply(Command.Apply command, int number) {
        boolean chiefs = model.previews.get(number).chief();
        Actor merchant = merchant(chiefs != command.foreign());
        return new Act(() -> product.changes().apply(tokens.get(number), command.mail(), merchant).getNumber(),
            any -> any.apply(number, command, name(merchant)));
    }

    private List<SubmitReturn.Line> lines(List<Pick> picks) {
        return picks.stream().map(pick -> new SubmitReturn.Line(item(pick.item()), pick.quantity(), "OTHER")).toList();
    }

    private Long item(int place) {
        int beyond = place - order.items().size();
        return beyond < 0 ? order.items().get(place) : beyond == 0 ? order.otherItem() : NOTHING;
    }

    /** Of this order, since a shopper's key is theirs whatever the order. */
    private String key(int number) {
        return number == 0 ? null : order.number() + "-" + number;
    }

    /** With a name that says nothing of what it is. */
    private static StatusChange.LabelFile file(Label label, String name) {
        String content = label == Label.PDF ? "%PDF-1.4\n%%EOF\n" : "<!DOCTYPE html><html><body>A label</body></html>";
        return label == Label.NONE ? null
            : new StatusChange.LabelFile(name, () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Actor merchant(boolean chief) {
        return chief ? CHIEF : MERCHANT;
    }

    private static String name(Actor actor) {
        return actor.kind() + " " + actor.id();
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

    private Integer placeOf(String number) {
        return number == null ? null : stored.stream().map(StoredReturn::number).toList().indexOf(number);
    }

    private void assertThatStoredAndModelAgree(ModelOrder expected) {
        assertThat(stored).hasSameSizeAs(expected.returns);
        assertThat(product.stock()).as("stock").isEqualTo(Arrays.asList(expected.stock));
        for (int i = 0; i < stored.size(); i++) {
            StoredReturn actual = stored.get(i);
            ModelReturn one = expected.returns.get(i);
            assertThat(actual.status()).isEqualTo(one.status);
            assertThat(actual.version()).as("versions grow by one with each change").isEqualTo(one.changes());
            assertThat(actual.articles()).isEqualTo(one.articles());
            assertThat(actual.label()).isEqualTo(one.label);
            assertThat(actual.journal().stream().map(entry -> new ModelReturn.Step(entry.actor(), entry.from(), entry.to(),
                entry.note(), entry.label(), entry.mailed()))).as("journal").isEqualTo(one.steps);
            assertThat(actual.lines()).hasSameSizeAs(one.items);
            for (int line = 0; line < one.items.size(); line++) {
                StoredReturn.Line units = actual.lines().get(line);
                assertThat(units.itemId()).isEqualTo(order.items().get(one.items.get(line)));
                assertThat(Arrays.asList(units.requested(), units.received(), units.kept(), units.accepted(), units.refused(),
                    units.staying(), units.reason(), units.conditions()))
                    .as("requested, received, kept, accepted, refused, staying, reason, conditions")
                    .isEqualTo(Arrays.asList(one.requested.get(line), one.received[line], one.kept[line], one.accepted[line],
                        one.refused[line], one.staying[line], one.reasons[line], one.conditions.get(line)));
            }
        }
    }

    private void assertThatTheRulesHold(List<StoredReturn> before) {
        Map<Long, Integer> taken = new HashMap<>();
        for (StoredReturn one : stored) {
            for (StoredReturn.Line line : one.lines()) {
                assertThat(line.received()).isBetween(0, line.requested());
                assertThat(line.kept()).isBetween(0, line.requested() - line.received());
                assertThat(line.accepted()).isBetween(line.kept(), line.received() + line.kept());
                assertThat(line.conditions().values().stream().mapToInt(Integer::intValue).sum()).isBetween(0, line.received());
                boolean decided = Set.of("REFUSED", "ACCEPTED", "PARTIALLY_ACCEPTED").contains(one.status());
                if (decided) {
                    assertThat(line.accepted() + line.refused()).isEqualTo(line.received() + line.kept());
                    assertThat(line.staying()).isBetween(0, line.refused());
                } else {
                    assertThat(Arrays.asList(line.kept(), line.accepted(), line.refused(), line.staying()))
                        .isEqualTo(Arrays.asList(0, 0, null, 0));
                }
                taken.merge(line.itemId(), one.status().equals("CANCELLED") ? 0
                    : decided ? line.accepted() + line.staying() : line.requested(), Integer::sum);
            }
        }
        List<Integer> stock = product.stock();
        List<Integer> moved = product.moved();
        for (int item = 0; item < stock.size(); item++) {
            assertThat(moved.get(item)).as("units on the shelf on our books").isNotNegative()
                .isEqualTo(stock.get(item) == null ? 0 : stock.get(item) - atFirst.get(item) + sold[item]);
        }
        List<Integer> left = new ArrayList<>();
        for (int item = 0; item < CommandSequence.ORDERED.size(); item++) {
            left.add(CommandSequence.ORDERED.get(item) - taken.getOrDefault(order.items().get(item), 0));
        }
        assertThat(left).as("units that are in no return").allMatch(units -> units >= 0);
        assertThat(product.returnable()).as("units that can be returned").isEqualTo(left);
        for (int i = 0; i < before.size(); i++) {
            assertThat(stored.get(i).number()).isEqualTo(before.get(i).number());
            List<StoredReturn.Entry> written = before.get(i).journal();
            assertThat(stored.get(i).journal().subList(0, written.size())).as("the journal only grows").isEqualTo(written);
        }
        assertThatTheShopWasToldOnce();
    }

    private void assertThatTheShopWasToldOnce() {
        Map<String, Integer> told = new HashMap<>();
        told(ItemsReturned.class).forEach(event -> event.quantities().forEach((item, units) -> {
            assertThat(units).isPositive();
            told.merge(event.number() + "/" + item, units, Integer::sum);
        }));
        for (int i = 0; i < stored.size(); i++) {
            ModelReturn one = model.returns.get(i);
            for (int line = 0; line < one.items.size(); line++) {
                assertThat(told.getOrDefault(stored.get(i).number() + "/" + order.items().get(one.items.get(line)), 0))
                    .as("accepted units are told of once").isEqualTo(one.told[line]);
            }
        }
        assertThat(told(ReturnRequested.class)).extracting(ReturnRequested::number)
            .containsExactlyElementsOf(stored.stream().map(StoredReturn::number).toList());
        assertThat(told(ReturnStatusChanged.class)).extracting(event -> event.number() + " " + event.from() + " " + event.to())
            .containsExactlyInAnyOrderElementsOf(stored.stream().flatMap(one -> one.journal().stream().skip(1)
                .filter(entry -> entry.to() != null).map(entry -> one.number() + " " + entry.from() + " " + entry.to())).toList());
    }

    private <T> List<T> told(Class<T> type) {
        return product.told().stream().filter(type::isInstance).map(type::cast).toList();
    }
}
