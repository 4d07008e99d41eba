/**
 * The only package that calls Broadleaf services: orders, their lines and locks, and a customer's language. The other
 * packages ask it, so that what differs between platform lines stays in one place.
 */
package org.broadleafreturns.core.platform;
