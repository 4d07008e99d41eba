/**
 * Requests that shoppers have begun and not sent: what they entered and the photos they uploaded, between the form and its
 * summary. Nothing here takes units of an order; that happens when a draft is sent.
 */
package org.broadleafreturns.core.draft;
