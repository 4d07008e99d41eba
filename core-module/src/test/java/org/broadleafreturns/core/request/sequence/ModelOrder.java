package org.broadleafreturns.core.request.sequence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.request.sequence.Command.Label;
import org.broadleafreturns.core.request.sequence.Command.Pick;

/**
 * What the design says of all returns of one order. Each command gives the place of the return that it is about, or null if it
 * is refused.
 */
final class ModelOrder {

    /** A preview that was granted. */
    record Granted(int which, String to, List<Integer> accepted, Command.Goods goods, String note, String label, int changesBefore,
            boolean chief) {
    }

    final List<ModelReturn> returns = new ArrayList<>();
    final List<Granted> previews = new ArrayList<>();
    private final List<Integer> ordered;
    private final boolean late;
    /** Units on the shelf by item; null where nobody counts them. */
    final Integer[] stock;
    private final Set<Integer> applied = new HashSet<>();
    private final Map<String, Integer> returnOfKey = new HashMap<>();

    ModelOrder(List<Integer> ordered, boolean late, Integer[] stock) {
        this.ordered = ordered;
        this.late = late;
        this.stock = stock.clone();
    }

    ModelOrder copy() {
        ModelOrder copy = new ModelOrder(ordered, late, stock);
        returns.forEach(one -> copy.returns.add(one.copy()));
        copy.previews.addAll(previews);
        copy.applied.addAll(applied);
        copy.returnOfKey.putAll(returnOfKey);
        return copy;
    }

    /** Customers ask for what is theirs, in time. They always get a mail. */
    Integer submit(Command.Submit command, String customer) {
        if (command.stranger()) {
            return null;
        }
        Integer again = returnOfKey.get(customer + command.key());
        if (again != null) {
            return again;
        }
        return late || !isLeft(command.picks()) ? null : add(command.picks(), command.key(), customer, null, true);
    }

    /** Merchants may be late, if they say why. */
    Integer create(Command.Create command, String merchant) {
        Integer again = returnOfKey.get(merchant + command.key());
        if (again != null) {
            return again;
        }
        String ground = said(command.ground());
        return late && ground == null || !isLeft(command.picks()) ? null
            : add(command.picks(), command.key(), merchant, ground, command.confirm());
    }

    private boolean isLeft(List<Pick> picks) {
        Set<Integer> items = new LinkedHashSet<>(picks.stream().map(Pick::item).toList());
        return !picks.isEmpty() && items.size() == picks.size() && picks.stream().allMatch(pick -> pick.item() < ordered.size()
            && pick.quantity() >= 1 && pick.quantity() <= ordered.get(pick.item()) - taken(pick.item()));
    }

    private int add(List<Pick> unsorted, int key, String actor, String note, boolean mailed) {
        List<Pick> picks = unsorted.stream().sorted(Comparator.comparing(Pick::item)).toList();
        returns.add(new ModelReturn(picks.stream().map(Pick::item).toList(), picks.stream().map(Pick::quantity).toList(), actor,
            note, mailed));
        if (key != 0) {
            returnOfKey.put(actor + key, returns.size() - 1);
        }
        return returns.size() - 1;
    }

    /** The customer's own return, as they last saw it, until the goods have come. They always get a mail. */
    Integer cancel(int which, Command.Cancel command, int changesSeen, String customer) {
        ModelReturn one = returns.get(which);
        if (command.stranger()) {
            return null;
        }
        if (one.status.equals("CANCELLED")) {
            return which;
        }
        if (one.changes() != changesSeen || !one.canBeCancelledByCustomer()) {
            return null;
        }
        one.become("CANCELLED", List.of(), null, customer, null, null, true, stock);
        return which;
    }

    /**
     * Until the decision, with a note. Who asks for more gets what other returns leave, also late. The last line out calls the return
     * off.
     */
    Integer correct(int which, Command.Correct command, int changesSeen, String actor) {
        ModelReturn one = returns.get(which);
        String note = said(command.note());
        Set<Integer> known = new HashSet<>(one.items);
        boolean possible = one.changes() == changesSeen && one.isRunning() && note != null && !command.foreignLine()
            && one.canBePutRight(command, (line, units) ->
                units <= ordered.get(one.items.get(line)) - takenByOthers(one, one.items.get(line)))
            && command.added().stream().allMatch(pick -> known.add(pick.item()) && pick.item() < ordered.size() && pick.quantity() >= 1
                && pick.quantity() <= ordered.get(pick.item()) - takenByOthers(one, pick.item()));
        if (!possible) {
            return null;
        }
        if (command.added().isEmpty() && one.wouldBeEmpty(command)) {
            if (!one.canBeCancelledByCustomer()) {
                return null;
            }
            one.become("CANCELLED", List.of(), null, actor, note, null, command.mail(), stock);
            return which;
        }
        if (command.added().isEmpty() && !one.wouldChange(command)) {
            return null;
        }
        one.putRight(command, actor, note);
        return which;
    }

    private int takenByOthers(ModelReturn one, int item) {
        int line = one.items.indexOf(item);
        return taken(item) - (line < 0 ? 0 : one.taken(line));
    }

    Integer preview(int which, Command.Preview command, String labelName) {
        ModelReturn one = returns.get(which);
        String to = command.to().name();
        boolean possible = !command.stale() && one.canBecome(to, command.chief(), command.label() != Label.NONE)
            && command.label() != Label.WEB_PAGE
            && (!to.equals("PARTIALLY_ACCEPTED") || !command.foreignLine())
            && one.isPossible(to, command.accepted(), command.goods(), false) && !command.goods().foreign()
            && mayBeTakenBack(one, said(command.note()));
        if (!possible) {
            return null;
        }
        previews.add(new Granted(which, to, command.accepted(), command.goods(), said(command.note()),
            command.label() == Label.PDF ? labelName : null, one.changes(), command.chief()));
        return which;
    }

    /** At once, if a preview would have been granted and nothing lacks for the mail. */
    Integer direct(int which, Command.Direct command, int changesSeen, String labelName, String actor) {
        ModelReturn one = returns.get(which);
        String to = command.to().name();
        boolean possible = one.changes() == changesSeen
            && one.canBecome(to, command.doer() == Command.Doer.CHIEF, command.label() != Label.NONE)
            && command.label() != Label.WEB_PAGE
            && one.isPossible(to, command.accepted(), command.goods(), command.doer() == Command.Doer.SYSTEM)
            && !command.goods().foreign()
            && mayBeTakenBack(one, said(command.note()))
            && !(command.mail() && to.equals("LABEL_SENT") && command.label() == Label.NONE);
        if (!possible) {
            return null;
        }
        one.become(to, command.accepted(), command.goods(), actor, said(command.note()),
            command.label() == Label.PDF ? labelName : null, command.mail(), stock);
        return which;
    }

    /** The merchant's own preview, once, if nothing has changed since. */
    Integer apply(int number, Command.Apply command, String merchant) {
        Granted preview = previews.get(number);
        ModelReturn one = returns.get(preview.which());
        if (command.foreign()) {
            return null;
        }
        if (applied.contains(number)) {
            return preview.which();
        }
        if (one.changes() != preview.changesBefore() || !mayBeTakenBack(one, preview.note())) {
            return null;
        }
        if (command.mail() && preview.to().equals("LABEL_SENT") && preview.label() == null) {
            return null;
        }
        applied.add(number);
        one.become(preview.to(), preview.accepted(), preview.goods(), merchant, preview.note(), preview.label(), command.mail(),
            stock);
        return preview.which();
    }

    /** A decision can be taken back with a reason, if what it set free is still free. */
    private boolean mayBeTakenBack(ModelReturn one, String note) {
        if (!one.isDecided()) {
            return true;
        }
        for (int line = 0; line < one.items.size(); line++) {
            int item = one.items.get(line);
            if (taken(item) - one.taken(line) + one.requested.get(line) > ordered.get(item)) {
                return false;
            }
        }
        return note != null;
    }

    /** What is there. */
    void sell(int item, int units) {
        if (stock[item] != null) {
            stock[item] -= Math.min(units, stock[item]);
        }
    }

    private int taken(int item) {
        int taken = 0;
        for (ModelReturn one : returns) {
            int line = one.items.indexOf(item);
            taken += line < 0 ? 0 : one.taken(line);
        }
        return taken;
    }

    private static String said(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
