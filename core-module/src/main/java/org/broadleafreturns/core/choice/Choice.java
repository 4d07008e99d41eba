package org.broadleafreturns.core.choice;

import java.util.Collection;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Something a shopper can choose.
 *
 * @param code what returns keep of it; capital letters, digits and underscores
 * @param label its words in the reader's language
 * @param active whether it can be chosen for a new return
 * @param commentRequired whether whoever chooses it must write a comment
 */
@ForIntegrators
public record Choice(String code, String label, boolean active, boolean commentRequired) {

    /** The labels of those that ask for a comment, in one line for people; empty if none does. */
    public static String labelsAskingForComment(Collection<Choice> choices) {
        return choices.stream().filter(Choice::commentRequired).map(Choice::label).collect(Collectors.joining(", "));
    }
}
