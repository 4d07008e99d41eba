package org.broadleafreturns.core.refund;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.broadleafreturns.core.kernel.Objection;

/**
 * How money was paid back that no gateway is asked for.
 *
 * @param means never {@link RefundMeans#GATEWAY}
 * @param reference by which it is found there, or null
 * @param paidOn a moment of the day on which it was
 * @param agreement how the shopper has agreed to another means, or null
 */
record MadeElsewhere(RefundMeans means, String reference, Date paidOn, String agreement) {

    static final String MEANS = ".means";
    static final String REFERENCE = ".reference";
    static final String PAID_ON = ".date";
    static final String AGREEMENT = ".agreement";

    /**
     * Reads what was entered.
     *
     * @param name with which the names of its inputs begin
     * @param today in the shop's time zone
     * @param objections what is wrong is added to
     * @return null where no such means was entered, which is not objected to
     */
    static MadeElsewhere read(Map<String, String> inputs, String name, LocalDate today, List<Objection> objections) {
        RefundMeans means = Stream.of(RefundMeans.values()).filter(RefundMeans::isElsewhere)
            .filter(known -> known.name().equals(inputs.get(name + MEANS))).findFirst().orElse(null);
        if (means == null) {
            return null;
        }
        String agreement = inputs.get(name + AGREEMENT);
        if (means.needsAgreement() && agreement == null) {
            objections.add(Objection.to(name + AGREEMENT, "rtn.objection.refund.agreement"));
        }
        String reference = inputs.get(name + REFERENCE);
        if (reference != null && reference.length() > RefundPayment.REFERENCE_LENGTH) {
            objections.add(Objection.to(name + REFERENCE, "rtn.objection.refund.reference", RefundPayment.REFERENCE_LENGTH));
        }
        return new MadeElsewhere(means, reference, day(inputs, name + PAID_ON, today, "rtn.objection.refund.date", objections),
            means.needsAgreement() ? agreement : null);
    }

    /**
     * Today unless another day was entered.
     *
     * @param wrong what is said of a day that cannot be
     * @return null where it was objected to
     */
    static Date day(Map<String, String> inputs, String name, LocalDate today, String wrong, List<Objection> objections) {
        LocalDate day = today;
        if (inputs.containsKey(name)) {
            try {
                day = LocalDate.parse(inputs.get(name));
            } catch (DateTimeParseException e) {
                day = null;
            }
            if (day == null || day.isAfter(today) || day.getYear() < today.getYear() - 1) {
                objections.add(Objection.to(name, wrong));
                return null;
            }
        }
        return Objection.day(day);
    }
}
