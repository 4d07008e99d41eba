package org.broadleafreturns.site;

import java.util.List;
import org.broadleafreturns.core.request.LineView;

/**
 * A line on the page of a return. Public for the templates.
 *
 * @param picture the address of its article's picture, or null
 * @param beside in words, what else is to be said of its goods
 */
public record ShownLine(LineView line, String picture, List<String> beside) {
}
