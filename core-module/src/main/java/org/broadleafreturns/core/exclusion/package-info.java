/**
 * Which products the merchant takes back and which not: marks on products and categories, and how a product inherits them.
 * The policy asks here.
 */
package org.broadleafreturns.core.exclusion;
