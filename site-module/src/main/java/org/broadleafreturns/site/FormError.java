package org.broadleafreturns.site;

/**
 * Something that is wrong with a form, as it stands at its head. Public for the templates.
 *
 * @param target the identifier of the field that it leads to, or null if it is about none
 * @param text what is wrong
 */
public record FormError(String target, String text) {
}
