/** The merchants' list of statements of withdrawal, a statement, and how one is entered that did not come by way of the shop. */
package org.broadleafreturns.admin.withdrawal;
