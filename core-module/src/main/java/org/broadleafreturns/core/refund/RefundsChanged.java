package org.broadleafreturns.core.refund;

/**
 * Published as an application event, in the transaction in which refunds of a return are made or settled, once its journal is written.
 * With a decision the change of the status says it.
 */
record RefundsChanged(Long returnId) {
}
