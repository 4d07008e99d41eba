/** Which characters the modules take, from whomever. */
package org.broadleafreturns.core.characters;
