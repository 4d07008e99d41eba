package org.broadleafreturns.site;

/**
 * A part of a page that has something to show. Public for the templates.
 *
 * @param template that its fragment is in
 * @param model what the fragment shows
 */
public record ShownPart(String template, Object model) {
}
