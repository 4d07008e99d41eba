/** Product returns for Broadleaf Commerce: everything that the back office and the storefront share. */
package org.broadleafreturns.core;
