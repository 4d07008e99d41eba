/** What goes back on the shelf, in the back office: asked with a decision, and told in the panel and in the journal. */
package org.broadleafreturns.admin.restock;
