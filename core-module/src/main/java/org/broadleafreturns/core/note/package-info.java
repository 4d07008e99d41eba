/** Notes on a return that merchants write for each other, at any time: entries of its journal that its customer is not shown. */
package org.broadleafreturns.core.note;
