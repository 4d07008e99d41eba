package org.broadleafreturns.core.delivery;

import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.concurrent.atomic.AtomicBoolean;
import org.broadleafcommerce.core.order.domain.FulfillmentGroup;
import org.broadleafcommerce.core.order.service.type.FulfillmentGroupStatusType;
import org.hibernate.Session;
import org.hibernate.action.spi.AfterTransactionCompletionProcess;
import org.hibernate.action.spi.BeforeTransactionCompletionProcess;
import org.hibernate.event.spi.EventSource;
import org.hibernate.event.spi.PostInsertEvent;
import org.hibernate.event.spi.PostInsertEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.persister.entity.EntityPersister;

/**
 * Records the delivery of a fulfilment group in the transaction that makes its status delivered, whoever makes it so. Only
 * that step counts: a group that was delivered before, and is changed otherwise, tells nothing of when that was. A date that is
 * recorded already stays.
 *
 * <p>Hibernate calls this while it writes, when nothing more can be stored; so the record is written at the end of the
 * transaction.
 */
class StatusListener implements PostInsertEventListener, PostUpdateEventListener {

    private static final long serialVersionUID = 1L;
    private static final String STATUS = "status";
    private static final String DELIVERED = FulfillmentGroupStatusType.DELIVERED.getType();

    private final transient Clock clock;

    StatusListener(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void onPostInsert(PostInsertEvent event) {
        if (event.getEntity() instanceof FulfillmentGroup group && isDelivered(event.getPersister(), event.getState())) {
            record(group.getId(), event.getSession());
        }
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getEntity() instanceof FulfillmentGroup group && isDelivered(event.getPersister(), event.getState())
                && event.getOldState() != null && !isDelivered(event.getPersister(), event.getOldState())) {
            record(group.getId(), event.getSession());
        }
    }

    private static boolean isDelivered(EntityPersister persister, Object[] state) {
        int position = Arrays.asList(persister.getPropertyNames()).indexOf(STATUS);
        return position >= 0 && DELIVERED.equals(state[position]);
    }

    private void record(Long groupId, EventSource source) {
        Session session = source;
        Date now = Date.from(clock.instant());
        AtomicBoolean over = new AtomicBoolean();
        BeforeTransactionCompletionProcess write = ending -> {
            if (!over.get()) {
                write(groupId, now, session);
            }
        };
        // Hibernate keeps what was not run in a transaction that was rolled back for the session's next one.
        AfterTransactionCompletionProcess forget = (success, ended) -> over.set(true);
        source.getActionQueue().registerProcess(write);
        source.getActionQueue().registerProcess(forget);
    }

    private static void write(Long groupId, Date now, Session session) {
        Delivery recorded = (Delivery) session.get(Delivery.class, groupId);
        if (recorded == null) {
            session.persist(Delivery.seen(groupId, now));
            session.flush();
        } else if (!recorded.isKnown()) {
            recorded.see(now);
            session.flush();
        }
    }

    /** Asked by Hibernate 6 only; the older one knows no such method. */
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }
}
