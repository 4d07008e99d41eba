/** The section <em>Exclusions</em>: what the merchant does not take back, or takes back nevertheless. */
package org.broadleafreturns.admin.exclusion;
