/** What the demo adds to the platform's back office: a page for errors. */
package org.broadleafreturns.demo.backoffice;
