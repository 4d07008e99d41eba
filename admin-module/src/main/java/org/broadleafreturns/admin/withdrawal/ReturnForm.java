package org.broadleafreturns.admin.withdrawal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.broadleafreturns.admin.words.FieldMessage;
import org.broadleafreturns.core.withdrawal.MakeReturn;
import org.broadleafreturns.core.withdrawal.WithdrawalOffer;

/** The form for a return of a statement: its lines are inputs named {@code lines[17].quantity}. Public for the templates. */
public final class ReturnForm {

    private static final String REASON = ".reason";
    /** What is no number of units is objected to as such. */
    private static final int UNREADABLE = -1;

    private final WithdrawalOffer offer;
    private final Map<String, String> inputs;
    private final List<FieldMessage> faults;

    private ReturnForm(WithdrawalOffer offer, Map<String, String> inputs, List<FieldMessage> faults) {
        this.offer = offer;
        this.inputs = inputs;
        this.faults = faults;
    }

    /** With what the statement names; the mail that confirms a return goes out unless somebody says otherwise. */
    static ReturnForm of(WithdrawalOffer offer) {
        Map<String, String> inputs = new HashMap<>(Map.of("key", UUID.randomUUID().toString(), "confirm", "true"));
        offer.lines().forEach(line -> inputs.put(quantity(line), Integer.toString(line.wanted())));
        return new ReturnForm(offer, inputs, List.of());
    }

    static ReturnForm typed(WithdrawalOffer offer, Map<String, String> inputs) {
        Map<String, String> typed = new HashMap<>(inputs);
        typed.values().removeIf(value -> value == null);
        return new ReturnForm(offer, typed, List.of());
    }

    ReturnForm with(List<FieldMessage> what) {
        return new ReturnForm(offer, inputs, what.stream()
            .map(fault -> fault.field().endsWith(REASON) ? new FieldMessage("reason", fault.text()) : fault).distinct().toList());
    }

    /** @param ground what the journal says of it */
    MakeReturn made(String ground) {
        Map<Long, Integer> units = new HashMap<>();
        offer.lines().stream().filter(line -> line.returnable() > 0)
            .forEach(line -> units.put(line.orderItemId(), units(value(quantity(line)).strip())));
        return new MakeReturn(units, value("reason"), value("refundType"), ground, value("confirm").equals("true"), value("key"));
    }

    private static int units(String typed) {
        return typed.isEmpty() ? 0 : typed.matches("[0-9]{1,6}") ? Integer.parseInt(typed) : UNREADABLE;
    }

    private static String quantity(WithdrawalOffer.Line line) {
        return "lines[" + line.orderItemId() + "].quantity";
    }

    public WithdrawalOffer getOffer() {
        return offer;
    }

    /** What an input holds. */
    public String value(String name) {
        return inputs.getOrDefault(name, "");
    }

    /** What is wrong with an input, or null. */
    public String fault(String name) {
        return faults.stream().filter(fault -> fault.field().equals(name)).map(FieldMessage::text).findFirst().orElse(null);
    }

    /** What is wrong with what has no input here. */
    public List<String> getFurther() {
        return faults.stream().filter(fault -> !fault.field().equals("reason") && !fault.field().equals("refundType")
            && offer.lines().stream().noneMatch(line -> quantity(line).equals(fault.field()))).map(FieldMessage::text).toList();
    }
}
