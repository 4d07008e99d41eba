/** What is checked of the web server that an application runs in. */
package org.broadleafreturns.core.installation.web;

