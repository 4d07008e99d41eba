package org.broadleafreturns.core.template;

/**
 * A template as it is offered for a return. Public for the templates of pages.
 *
 * @param name what merchants call it, in the reader's language
 * @param text filled in, in the language in which the customer is written to as far as there is a text in it. Plain text
 */
public record FilledTemplate(Long id, String name, String text) {
}
