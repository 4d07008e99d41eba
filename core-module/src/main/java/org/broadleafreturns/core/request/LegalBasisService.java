package org.broadleafreturns.core.request;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.web.ClientAddress;

/**
 * Takes down on what a return is based in law, and when its goods were sent: what merchants say at any time, and what customers say of
 * their own. Nobody is mailed.
 */
@ForIntegrators
public class LegalBasisService {

    private final ReturnSteps steps;
    private final BasisRules rules;
    private final ReturnRequests requests;
    private final ClientAddress address;

    LegalBasisService(ReturnSteps steps, BasisRules rules, ReturnRequests requests, ClientAddress address) {
        this.steps = steps;
        this.rules = rules;
        this.requests = requests;
        this.address = address;
    }

    /**
     * What a merchant says; what was said before is replaced. The same once more changes nothing.
     *
     * @param version of the return as the merchant saw it
     * @param inputs as they were typed: {@code basis}, {@code VOLUNTARY} or {@code WITHDRAWAL}, and where that is missing as it was;
     *     {@code basis.day} and {@code basis.channel} of a withdrawal, a day such as 2026-11-29 and one of {@link StatementChannel};
     *     {@code basis.sent}, the day on which the goods were sent
     * @throws org.broadleafreturns.core.kernel.ReturnNotFoundException if there is no such return
     * @throws org.broadleafreturns.core.kernel.StaleReturnException if it was changed since
     * @throws org.broadleafreturns.core.kernel.ReturnRefusedException if a day is in the future or before the order, or the return
     *     was called off
     */
    public ReturnRequest state(String number, int version, Map<String, String> inputs, Actor merchant) {
        Map<String, String> typed = typed(inputs);
        return steps.execute(number, new BasisStep(version, before -> rules.read(typed, before), rules), merchant);
    }

    /**
     * What a customer says of their own return that is not decided: the day on which they have sent the goods.
     *
     * @param day such as 2026-11-29
     * @throws org.broadleafreturns.core.kernel.ReturnNotFoundException if the customer has no such return
     * @throws org.broadleafreturns.core.kernel.ReturnRefusedException if it is no day, in the future or before the order, or the return
     *     is decided or was called off
     */
    public ReturnRequest sent(String number, String day, Long customerId) {
        return steps.executeForCustomer(number, new BasisStep(null, before -> sent(day, before), rules), customerId,
            request -> address.locate(ActingCustomer.of(request, customerId, requests)));
    }

    private BasisRules.Entered sent(String day, StatedBasis before) {
        return day.isBlank() ? new BasisRules.Entered(null, List.of(Objection.to(BasisRules.SENT, "rtn.objection.basis.day")))
            : rules.read(Map.of(BasisRules.SENT, day.strip()), before);
    }

    private static Map<String, String> typed(Map<String, String> inputs) {
        Map<String, String> typed = new HashMap<>();
        inputs.forEach((name, text) -> {
            if (text != null && !text.isBlank()) {
                typed.put(name, text.strip());
            }
        });
        return typed;
    }
}
