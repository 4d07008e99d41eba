package org.broadleafreturns.admin.words;

/**
 * An objection in words.
 *
 * @param field the name of the input it stands beside, or the empty string
 * @param text plain text
 */
public record FieldMessage(String field, String text) {
}
