/**
 * What others are told of a return, stored with the change: events that last, and their listeners. A store of its own below the
 * returns, which it knows by their identifiers alone.
 */
package org.broadleafreturns.core.event;

