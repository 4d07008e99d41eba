package org.broadleafreturns.site;

import java.util.List;
import org.broadleafreturns.core.request.EntryView;

/**
 * A step of the history on the page of a return. Public for the templates.
 *
 * @param goods in words, what the step said of the goods, line by line
 */
public record ShownStep(EntryView entry, List<String> goods) {
}
