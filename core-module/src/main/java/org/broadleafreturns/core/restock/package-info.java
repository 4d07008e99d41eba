/**
 * What goes back on the shelf: units that a decision keeps here and that can be sold again are put into the platform's stock with the
 * decision, each of them once for ever, and taken out of it again, as far as they are still there, where the decision is taken back.
 */
package org.broadleafreturns.core.restock;
