/** How the entities of the features are found and kept. */
package org.broadleafreturns.core.repository;
