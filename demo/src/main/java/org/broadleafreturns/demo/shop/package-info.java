/** The demo's storefront and what is in the shop when it opens. */
package org.broadleafreturns.demo.shop;
