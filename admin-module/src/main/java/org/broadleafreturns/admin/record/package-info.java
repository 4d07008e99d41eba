/**
 * Lists that a merchant keeps through the platform's own pages: the checks before anything is written, what cells and choices
 * show, and the answer where nothing is found.
 */
package org.broadleafreturns.admin.record;
