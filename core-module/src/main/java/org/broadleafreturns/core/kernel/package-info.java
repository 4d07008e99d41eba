/** What every feature speaks of: who acts, what stands against it, and the few exceptions. Knows nothing of any of them. */
package org.broadleafreturns.core.kernel;
