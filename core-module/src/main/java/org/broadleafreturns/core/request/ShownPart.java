package org.broadleafreturns.core.request;

import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A part of a page that has something to show. Public for the templates.
 *
 * @param template that its fragment is in
 * @param model what the fragment shows
 */
public record ShownPart(String template, Object model) {

    private static final Logger LOG = LoggerFactory.getLogger(ShownPart.class);

    /**
     * What a part has found to show; nothing if it fails, which is logged: people come to the page for more than that. One that was
     * compiled for other modules fails as well.
     */
    public static <T> Optional<T> unlessItFails(String template, Supplier<T> found) {
        try {
            return Optional.ofNullable(found.get());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("The part {} of a page is left out", template, e);
            return Optional.empty();
        }
    }
}
