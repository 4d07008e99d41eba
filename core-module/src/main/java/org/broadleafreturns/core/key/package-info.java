/** The secret by which the shop knows again what it has given out. */
package org.broadleafreturns.core.key;
