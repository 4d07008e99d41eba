package org.broadleafreturns.core.installation;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Something that is missing or unfit in the shop.
 *
 * @param code of the sentence that says what it is and what to do, in the message bundles
 * @param arguments of the sentence
 */
@ForIntegrators
public record Finding(String code, List<String> arguments) {

    public Finding {
        arguments = List.copyOf(arguments);
    }

    public static Finding of(String code, Object... arguments) {
        return new Finding(code, List.of(arguments).stream().map(String::valueOf).toList());
    }
}
