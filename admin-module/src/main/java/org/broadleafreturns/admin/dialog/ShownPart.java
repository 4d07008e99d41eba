package org.broadleafreturns.admin.dialog;

import java.util.Map;

/**
 * A part as a dialog shows it. Public for the templates.
 *
 * @param shownFor the names of the statuses with which it is shown, with blanks between; null if it always is
 */
public record ShownPart(String template, String shownFor, Map<String, Object> model) {
}
