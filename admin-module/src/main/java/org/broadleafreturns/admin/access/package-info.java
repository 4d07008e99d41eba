/** Who may do what to returns, and what the others see. Every URL of the module asks here first. */
package org.broadleafreturns.admin.access;
