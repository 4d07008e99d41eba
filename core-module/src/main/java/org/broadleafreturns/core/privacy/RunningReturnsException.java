package org.broadleafreturns.core.privacy;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/** A customer cannot be forgotten while returns of theirs are running. Nothing was changed. */
@ForIntegrators
public class RunningReturnsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> numbers;

    RunningReturnsException(List<String> numbers) {
        super("Cancel or decide these returns first: " + String.join(", ", numbers));
        this.numbers = List.copyOf(numbers);
    }

    /** The numbers of those returns. */
    public List<String> numbers() {
        return numbers;
    }
}
