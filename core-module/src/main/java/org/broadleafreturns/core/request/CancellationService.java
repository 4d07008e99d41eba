package org.broadleafreturns.core.request;

import java.time.Clock;
import java.util.Date;
import java.util.List;
import java.util.Map;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.turn.OrderTurns;
import org.springframework.context.ApplicationEventPublisher;

/** Calls returns off for the customers who asked for them. Merchants do it by {@link StatusChangeService}. */
public class CancellationService {

    private final ReturnRequests requests;
    private final OrderTurns commands;
    private final ReturnMails mails;
    private final Outbox outbox;
    private final ApplicationEventPublisher events;
    private final EntityManager entityManager;
    private final ClientAddress address;
    private final Clock clock;

    CancellationService(ReturnRequests requests, OrderTurns commands, ReturnMails mails, Outbox outbox,
            ApplicationEventPublisher events, EntityManager entityManager, ClientAddress address, Clock clock) {
        this.requests = requests;
        this.commands = commands;
        this.mails = mails;
        this.outbox = outbox;
        this.events = events;
        this.entityManager = entityManager;
        this.address = address;
        this.clock = clock;
    }

    /**
     * Cancels a return and queues the mail that says so. A return that is cancelled already stays as it is.
     *
     * @param version of the return as the customer saw it
     * @throws ReturnNotFoundException if the customer has no such return
     * @throws StaleReturnException if the shop changed it since
     * @throws ReturnRefusedException if it cannot be cancelled any more
     */
    public ReturnRequest cancel(String number, int version, Long customerId) {
        String parsed = ReturnNumber.parse(number).map(ReturnNumber::value).orElseThrow(ReturnNotFoundException::new);
        return commands.run(() -> requests.findOrderIdOfCustomer(parsed, customerId).orElseThrow(ReturnNotFoundException::new),
            () -> cancelLocked(parsed, version, customerId));
    }

    private ReturnRequest cancelLocked(String number, int version, Long customerId) {
        ReturnRequest request = requests.findOfCustomer(number, customerId).orElseThrow(ReturnNotFoundException::new);
        entityManager.refresh(request);
        if (request.getStatus() == ReturnStatus.CANCELLED) {
            return request;
        }
        if (request.getVersion() != version) {
            throw new StaleReturnException();
        }
        Actor customer = address.locate(ActingCustomer.of(request.getCustomer()));
        if (!request.nextStatuses(customer).contains(ReturnStatus.CANCELLED)) {
            throw new ReturnRefusedException(List.of(Objection.general("rtn.objection.cancel.tooLate")));
        }
        cancel(request, customer);
        return request;
    }

    private void cancel(ReturnRequest request, Actor customer) {
        ReturnStatus from = request.getStatus();
        StatusChange change = new StatusChange(request.getNumber(), request.getVersion(), ReturnStatus.CANCELLED, null, null,
            Map.of(), null);
        OutgoingMail mail = mails.statusChange(request, change, null).map(content -> outbox.queue(content, null)).orElse(null);
        request.changeStatus(ReturnStatus.CANCELLED, customer, null, null, Map.of(), null, mail, Date.from(clock.instant()));
        entityManager.flush();
        events.publishEvent(new ReturnStatusChanged(request.getId(), request.getNumber(), request.getOrder().getId(), from,
            ReturnStatus.CANCELLED));
    }
}
