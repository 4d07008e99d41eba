/** What has happened to returns, for ever. Knows returns by their identifier only. */
package org.broadleafreturns.core.history;

