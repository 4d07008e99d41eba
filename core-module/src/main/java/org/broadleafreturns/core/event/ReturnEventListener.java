package org.broadleafreturns.core.event;

import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * Hears what happens to returns, from the moment on at which an application first started with it. A bean of this type in the
 * root context of either application is a listener.
 *
 * <p>It is told the events of one return in their order, each at least once: again after a failure, and after a crash between
 * what it did and our note of it. So it goes by {@link ReturnEvent#getId()} or by the return and {@link ReturnEvent#getNumber()}
 * where twice is not the same as once. One node calls it at a time, in one thread: what does not answer has to be given up by
 * itself, since other returns wait meanwhile.
 */
@ForIntegrators
public interface ReturnEventListener {

    /**
     * By which the database knows what it has heard, for ever: another name is another listener. Up to
     * {@value EventListeners#NAME_LENGTH} small letters, digits, dots, hyphens and underscores, of which the first is a letter or
     * a digit; no other listener of the shop has it.
     */
    String name();

    /** Whether it is to be told events of a kind. Others are done with at once. */
    default boolean wants(String kind) {
        return true;
    }

    /**
     * Is called outside of any transaction, after the one in which it happened.
     *
     * @throws Exception if it is to be told again after a pause; later events of the same return wait for it
     */
    void on(ReturnEvent event) throws Exception;
}
