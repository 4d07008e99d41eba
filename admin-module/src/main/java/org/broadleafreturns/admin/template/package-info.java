/** The section <em>Message templates</em>, a list that the merchant keeps, and the choice among them beside a message. */
package org.broadleafreturns.admin.template;
