package org.broadleafreturns.demo;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Opens the shop before JUnit looks into the test classes: Broadleaf 7.0 changes entities as they are loaded, and finds them
 * loaded already once a test class that names them has been looked into.
 */
public class ShopBeforeTests implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        Patience.set();
        TestShop.get();
    }
}
