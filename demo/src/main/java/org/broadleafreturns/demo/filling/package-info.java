/** Thousands of orders and returns in a shop's tables, for those who want to see what it is like with many. */
package org.broadleafreturns.demo.filling;
