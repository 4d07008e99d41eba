package org.broadleafreturns.core.settings;

import java.util.Locale;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What is set at this moment, for the platform's current site: what its merchants have saved, and what is configured where they
 * have saved nothing. In the background, where there is no site, it is that of the shop without one. Nobody keeps an answer beyond
 * the request or task it was asked for; within a web request all answers come from one query.
 */
@ForIntegrators
public interface Settings {

    /** @param setting one that is the same in all languages */
    <T> T get(Setting<T> setting);

    /**
     * @param setting one that is set in each language
     * @param reader whose language decides: another one of the same language stands in, then the shop's own
     */
    <T> T get(Setting<T> setting, Locale reader);

    /**
     * What held when.
     *
     * @param setting one that is {@linkplain Setting#promised() promised}
     */
    <T> Held<T> held(Setting<T> setting);
}
