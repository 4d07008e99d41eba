/** Notes that merchants write for each other: a form in the panel of each return, and a mark in the list. */
package org.broadleafreturns.admin.note;
