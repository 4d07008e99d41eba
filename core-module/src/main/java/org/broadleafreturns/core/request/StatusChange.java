package org.broadleafreturns.core.request;

import java.util.Map;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.springframework.core.io.InputStreamSource;

/**
 * What a merchant entered into the form that changes a return's status.
 *
 * @param number of the return
 * @param version of the return when the form was opened
 * @param to the new status, or null if none was chosen
 * @param message to the customer, or null
 * @param note why a decision is taken back, for the journal, or null
 * @param acceptedByLine for a partial decision, the accepted units by line identifier
 * @param label the file to send, or null
 * @param inputs what was typed for further {@linkplain StepPart parts}, by the names of their inputs; what is no part's is ignored
 */
@ForIntegrators
public record StatusChange(String number, int version, ReturnStatus to, String message, String note,
        Map<Long, Integer> acceptedByLine, LabelFile label, Map<String, String> inputs) {

    public StatusChange {
        acceptedByLine = Map.copyOf(acceptedByLine);
        inputs = Map.copyOf(inputs);
    }

    /** A change without anything for further parts. */
    public StatusChange(String number, int version, ReturnStatus to, String message, String note, Map<Long, Integer> acceptedByLine,
            LabelFile label) {
        this(number, version, to, message, note, acceptedByLine, label, Map.of());
    }

    /** The same with other inputs of parts. */
    StatusChange with(Map<String, String> newInputs) {
        return new StatusChange(number, version, to, message, note, acceptedByLine, label, newInputs);
    }

    /**
     * @param name as the sender called it
     * @param content opened, read and closed each time that the change is tried
     */
    public record LabelFile(String name, InputStreamSource content) {
    }
}
