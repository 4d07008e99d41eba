/**
 * The statement of withdrawal from a contract (directive 2011/83/EU, article 11a): recorded whatever it says, acknowledged, and only then
 * compared with what the shop knows.
 */
package org.broadleafreturns.core.withdrawal;
