package org.broadleafreturns.core.choice;

/**
 * Something a shopper can choose.
 *
 * @param code what returns keep of it; capital letters, digits and underscores
 * @param label its words in the reader's language
 * @param active whether it can be chosen for a new return
 * @param commentRequired whether whoever chooses it must write a comment
 */
public record Choice(String code, String label, boolean active, boolean commentRequired) {
}
