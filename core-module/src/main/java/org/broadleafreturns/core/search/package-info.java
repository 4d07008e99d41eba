/**
 * Words by which returns are found, as rows of a return and a word, in a form that a search can compare without regard to case,
 * accents and apostrophes.
 */
package org.broadleafreturns.core.search;
