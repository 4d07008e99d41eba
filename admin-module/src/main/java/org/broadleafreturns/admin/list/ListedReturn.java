package org.broadleafreturns.admin.list;

import java.util.Date;

/**
 * What the list says of a return beside the cells that the platform makes.
 *
 * @param attentionAt since when somebody should act, or from when on; null if nobody has to
 */
record ListedReturn(Long id, Date submittedAt, Date attentionAt) {
}
