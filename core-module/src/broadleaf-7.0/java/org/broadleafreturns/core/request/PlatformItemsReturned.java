package org.broadleafreturns.core.request;

import org.broadleafcommerce.common.event.ItemsReturnedEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tells the platform in its own words of accepted goods. Its listeners know nothing of our transaction, so they are told when
 * it has committed.
 */
public class PlatformItemsReturned implements ApplicationListener<PayloadApplicationEvent<ItemsReturned>> {

    private final ApplicationEventPublisher events;

    public PlatformItemsReturned(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<ItemsReturned> event) {
        ItemsReturned returned = event.getPayload();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                events.publishEvent(new ItemsReturnedEvent(returned.orderId(), returned.quantities()));
            }
        });
    }
}
