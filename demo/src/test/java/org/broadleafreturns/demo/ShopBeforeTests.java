package org.broadleafreturns.demo;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Opens the shop before JUnit looks into the test classes: Broadleaf 7.0 changes entities as they are loaded, and finds them
 * loaded already once a test class that names them has been looked into.
 *
 * <p>Not in Maven's own virtual machine: where tests run in several, surefire looks into the classes there first, only to hand
 * them out, and a second shop in it can't start. Nor where only tests with {@linkplain OwnShops shops of their own} are run.
 */
public class ShopBeforeTests implements LauncherSessionListener {

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("classworlds.conf") != null) {
            return;
        }
        Patience.set();
        if (!Boolean.getBoolean("rtn.own-shops")) {
            TestShop.get();
        }
    }
}
