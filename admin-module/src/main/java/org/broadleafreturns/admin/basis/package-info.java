/** On what a return is based in law, in the back office: said where a return is created, and in its panel at any time. */
package org.broadleafreturns.admin.basis;
