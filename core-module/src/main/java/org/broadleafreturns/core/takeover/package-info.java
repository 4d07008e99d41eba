/**
 * Whose an order is, where a customer with an account has taken it over from one without. The platform's order stays as it is, so whoever
 * asks for an order's customer asks here too.
 */
package org.broadleafreturns.core.takeover;
