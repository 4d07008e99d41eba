package org.broadleafreturns.core.request.sequence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.sequence.Command.Label;
import org.broadleafreturns.core.request.sequence.Command.Pick;

/**
 * Commands, sensible and hostile, one after the other.
 *
 * @param late whether the order is too old for its customer to return anything of it
 */
public record CommandSequence(boolean late, List<Command> commands) implements Serializable {

    /** How many units of each item the order is of. */
    public static final List<Integer> ORDERED = List.of(5, 1, 3);

    /** A line of text, for another virtual machine. */
    public String toText() {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream(); ObjectOutputStream objects = new ObjectOutputStream(bytes)) {
            objects.writeObject(this);
            objects.flush();
            return Base64.getEncoder().encodeToString(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The sequence that {@link #toText} has made this of. */
    public static CommandSequence fromText(String text) {
        try (ObjectInputStream objects = new ObjectInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(text)))) {
            return (CommandSequence) objects.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param longest how many commands at most; at least half as many, so that returns get somewhere */
    public static Arbitrary<CommandSequence> any(int longest) {
        Arbitrary<Command> alone = Arbitraries.frequencyOf(
            Tuple.of(3, submissions()),
            Tuple.of(1, creations()),
            Tuple.of(2, cancellations()),
            Tuple.of(4, previews()),
            Tuple.of(4, applications()),
            Tuple.of(4, directly()),
            Tuple.of(5, corrections(Arbitraries.of(true, false))),
            Tuple.of(2, sales()),
            Tuple.of(12, steps()));
        Arbitrary<Command> commands = Arbitraries.frequencyOf(Tuple.of(5, alone), Tuple.of(1, pairs()));
        return Combinators.combine(Arbitraries.frequency(Tuple.of(7, false), Tuple.of(1, true)),
            commands.list().ofMinSize(longest / 2).ofMaxSize(longest).withSizeDistribution(RandomDistribution.uniform()))
            .as(CommandSequence::new);
    }

    private static Arbitrary<Command> submissions() {
        return Combinators.combine(picks(), keys(), rarely()).as(Command.Submit::new);
    }

    private static Arbitrary<Command> creations() {
        return Combinators.combine(picks(), keys(), texts("a call"), Arbitraries.of(true, false), chief()).as(Command.Create::new);
    }

    private static Arbitrary<List<Pick>> picks() {
        Arbitrary<Pick> sensible = Combinators.combine(Arbitraries.integers().between(0, ORDERED.size() - 1),
            Arbitraries.integers().between(1, 2)).as(Pick::new);
        Arbitrary<Pick> any = Combinators.combine(Arbitraries.integers().between(0, ORDERED.size() + 1), quantities()).as(Pick::new);
        return Arbitraries.frequencyOf(
            Tuple.of(4, sensible.list().uniqueElements(Pick::item).ofMinSize(1).ofMaxSize(3)),
            Tuple.of(1, any.list().ofMaxSize(4)));
    }

    private static Arbitrary<Integer> keys() {
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(0)), Tuple.of(1, Arbitraries.integers().between(1, 3)));
    }

    private static Arbitrary<Command> cancellations() {
        return Combinators.combine(Arbitraries.integers().between(0, 5), rarely(), rarely()).as(Command.Cancel::new);
    }

    private static Arbitrary<Command> previews() {
        Arbitrary<List<Integer>> accepted = quantities().list().ofSize(ORDERED.size());
        Arbitrary<ReturnStatus> statuses = Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.of(ReturnStatus.class)),
            Tuple.of(1, Arbitraries.of(ReturnStatus.RECEIVED, ReturnStatus.PARTIALLY_ACCEPTED, ReturnStatus.REFUSED,
                ReturnStatus.LABEL_SENT)));
        Arbitrary<Label> others = Arbitraries.frequency(Tuple.of(18, Label.NONE), Tuple.of(1, Label.PDF), Tuple.of(1, Label.WEB_PAGE));
        Arbitrary<Label> labels = Arbitraries.frequency(Tuple.of(2, Label.NONE), Tuple.of(4, Label.PDF), Tuple.of(1, Label.WEB_PAGE));
        return statuses.flatMap(to -> Combinators.combine(Arbitraries.integers().between(0, 2), accepted, rarely(),
            texts("counted again"), to == ReturnStatus.LABEL_SENT ? labels : others, rarely(), Combinators.combine(chief(), goods())
                .as(SaidWith::new))
            .as((which, units, foreignLine, note, label, stale, by) ->
                new Command.Preview(which, to, units, foreignLine, note, label, stale, by.yes(), by.goods())));
    }

    private static Arbitrary<Command> directly() {
        return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.of(ReturnStatus.class),
            quantities().list().ofSize(ORDERED.size()), texts("overdue"),
            Arbitraries.frequency(Tuple.of(5, Label.NONE), Tuple.of(2, Label.PDF), Tuple.of(1, Label.WEB_PAGE)),
            Combinators.combine(Arbitraries.of(false, true), goods()).as(SaidWith::new), rarely(), Arbitraries.of(Command.Doer.class))
            .as((which, to, units, note, label, mailed, stale, doer) ->
                new Command.Direct(which, to, units, note, label, mailed.yes(), stale, doer, mailed.goods()));
    }

    /** Two values, since no more can be combined at once. */
    private record SaidWith(boolean yes, Command.Goods goods) {
    }

    private static Arbitrary<Command.Goods> goods() {
        Arbitrary<List<Integer>> few = Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.just(0)), Tuple.of(1, quantities()))
            .list().ofSize(ORDERED.size());
        return Combinators.combine(Arbitraries.of(true, false), quantities().list().ofSize(ORDERED.size()),
            Arbitraries.frequency(Tuple.of(8, "DAMAGED"), Tuple.of(8, "AS_NEW"), Tuple.of(1, "GONE")).injectNull(0.4), few, few,
            Arbitraries.frequency(Tuple.of(12, "USED"), Tuple.of(1, "GONE")).injectNull(0.1),
            Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.integers().between(0, 1)), Tuple.of(1, quantities())).injectNull(0.7)
                .list().ofSize(ORDERED.size()), rarely()).as(Command.Goods::new);
    }

    private static Arbitrary<Command> sales() {
        return Combinators.combine(Arbitraries.integers().between(0, ORDERED.size() - 1), Arbitraries.integers().between(1, 3))
            .as(Command.Sell::new);
    }

    private static Arbitrary<Command> corrections(Arbitrary<Boolean> previewed) {
        Arbitrary<Integer> sensible = Arbitraries.integers().between(0, 3);
        Arbitrary<List<Integer>> requested =
            Arbitraries.frequencyOf(Tuple.of(9, sensible), Tuple.of(1, quantities())).injectNull(0.5).list().ofSize(ORDERED.size());
        Arbitrary<List<Integer>> received =
            Arbitraries.frequencyOf(Tuple.of(9, sensible), Tuple.of(1, quantities())).injectNull(0.7).list().ofSize(ORDERED.size());
        Arbitrary<String> conditions =
            Arbitraries.frequency(Tuple.of(8, "DAMAGED"), Tuple.of(8, "AS_NEW"), Tuple.of(1, "GONE")).injectNull(0.4);
        Arbitrary<List<Pick>> added = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(List.of())), Tuple.of(1, picks()));
        return Combinators.combine(Combinators.combine(requested, received, conditions).as(PutRight::new), added, texts("mistyped"),
                Combinators.combine(rarely(), rarely(), rarely()).as(Wrong::new), Arbitraries.integers().between(0, 5), previewed,
                Arbitraries.of(false, true), Arbitraries.of(Command.Doer.class))
            .as((right, picks, note, wrong, which, first, mailed, doer) -> new Command.Correct(which, right.requested(),
                right.received(), right.condition(), wrong.reason(), picks, note, wrong.line(), wrong.stale(), first, mailed, doer));
    }

    private record PutRight(List<Integer> requested, List<Integer> received, String condition) {
    }

    private record Wrong(boolean reason, boolean line, boolean stale) {
    }

    private static Arbitrary<Command> steps() {
        return Combinators.combine(Arbitraries.integers().between(0, 5), Arbitraries.integers().between(0, 9),
            Arbitraries.of(false, true)).as(Command.Proceed::new);
    }

    /** Mostly of the last preview, so that returns get somewhere. */
    private static Arbitrary<Command> applications() {
        Arbitrary<Integer> howOld = Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(0)),
            Tuple.of(1, Arbitraries.integers().between(0, 20)));
        return Combinators.combine(howOld, Arbitraries.of(false, true), rarely()).as(Command.Apply::new);
    }

    private static Arbitrary<Command> pairs() {
        Arbitrary<Command> one = Arbitraries.oneOf(submissions(), creations(), cancellations(), applications(), directly(),
            corrections(Arbitraries.just(false)));
        return Combinators.combine(one, one, Arbitraries.of(false, true)).as(Command.AtOnce::new);
    }

    private static Arbitrary<Boolean> chief() {
        return Arbitraries.frequency(Tuple.of(3, true), Tuple.of(1, false));
    }

    private static Arbitrary<Boolean> rarely() {
        return Arbitraries.frequency(Tuple.of(19, false), Tuple.of(1, true));
    }

    private static Arbitrary<String> texts(String usual) {
        return Arbitraries.frequency(Tuple.of(8, usual), Tuple.of(1, "  "), Tuple.of(1, "")).injectNull(0.1);
    }

    private static Arbitrary<Integer> quantities() {
        return Arbitraries.frequencyOf(
            Tuple.of(6, Arbitraries.integers().between(0, 1)),
            Tuple.of(3, Arbitraries.integers().between(0, 6)),
            Tuple.of(1, Arbitraries.of(Integer.MIN_VALUE, -1, Integer.MAX_VALUE, Integer.MAX_VALUE - 1)));
    }
}
