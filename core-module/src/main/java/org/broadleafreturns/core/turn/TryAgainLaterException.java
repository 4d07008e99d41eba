package org.broadleafreturns.core.turn;

import java.util.List;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.platform.DatabaseRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A command that broke no rule and was not done: its turn did not come in time, or the database takes no changes. */
@ForIntegrators
public class TryAgainLaterException extends ReturnRefusedException {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(TryAgainLaterException.class);

    private TryAgainLaterException(String code) {
        super(List.of(Objection.general(code)));
    }

    static TryAgainLaterException busy() {
        return new TryAgainLaterException("rtn.objection.order.busy");
    }

    /**
     * Does something that is no command of {@link OrderTurns}, which do this themselves.
     *
     * @throws TryAgainLaterException where the database did not do it and nothing is wrong with it
     */
    public static void insteadOfFailing(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            throw insteadOf(e);
        }
    }

    /**
     * What people are told instead of a failure of the database that says nothing of what they wanted; it goes to the log.
     *
     * @return the exception for them, or the failure itself if it is anything else
     */
    public static RuntimeException insteadOf(RuntimeException failure) {
        return switch (DatabaseRefusal.of(failure)) {
            case DEADLOCK, BUSY -> {
                LOG.warn("The database kept a change of returns waiting for too long", failure);
                yield busy();
            }
            case READ_ONLY -> {
                LOG.error("The database takes no changes, so returns cannot be changed", failure);
                yield new TryAgainLaterException("rtn.objection.database.readOnly");
            }
            case NONE -> failure;
        };
    }
}
