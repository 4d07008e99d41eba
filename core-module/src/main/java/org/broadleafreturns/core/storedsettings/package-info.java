/**
 * The settings that merchants change while the shop runs, one set for each site of the shop. Everybody else reads them
 * through {@link org.broadleafreturns.core.settings.ReturnsSettings}; only the page that changes them needs this package.
 */
package org.broadleafreturns.core.storedsettings;
