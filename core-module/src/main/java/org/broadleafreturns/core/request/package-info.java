/**
 * Return requests: the aggregate, its status workflow, the commands that change it, and the journal of what happened.
 */
package org.broadleafreturns.core.request;
