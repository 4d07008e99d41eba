/** Files in web requests and answers: forms that carry them, downloads, and what is wrong with them before anybody reads them. */
package org.broadleafreturns.core.document.web;

