/** Money back, in the back office: proposed with a decision and after it, and told in the panel and in the journal. */
package org.broadleafreturns.admin.refund;
