/**
 * Mails to customers and to the shop: composed once, shown as composed, queued in the transaction that causes them, sent after it as
 * composed, tried again while the mail server is away.
 */
package org.broadleafreturns.core.mail;
