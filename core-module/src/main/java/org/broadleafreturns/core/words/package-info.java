/** Words that merchants write, in as many languages as they write them. */
package org.broadleafreturns.core.words;
