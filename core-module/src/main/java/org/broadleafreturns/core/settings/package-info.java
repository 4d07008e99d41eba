/** What the merchant decides about returns: limits, choices offered to shoppers, how mails are sent. */
package org.broadleafreturns.core.settings;
