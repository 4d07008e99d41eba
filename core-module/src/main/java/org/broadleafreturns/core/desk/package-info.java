/**
 * What merchants read of all returns: lists in views, by filters and words, and how many there are. Reads values and never
 * records, in statements whose rows do not grow with the shop.
 */
package org.broadleafreturns.core.desk;
