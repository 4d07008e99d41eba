/** What shoppers see of returns in their account: the request form, their returns, their labels. */
package org.broadleafreturns.site;
