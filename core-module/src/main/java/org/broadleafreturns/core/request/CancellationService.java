package org.broadleafreturns.core.request;

import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.kernel.web.ClientAddress;

/** Calls returns off for the customers who asked for them. Merchants do it by {@link StatusChangeService}. */
@ForIntegrators
public class CancellationService {

    private final ReturnSteps steps;
    private final ReturnMails mails;
    private final ReturnRequests requests;
    private final ClientAddress address;

    CancellationService(ReturnSteps steps, ReturnMails mails, ReturnRequests requests, ClientAddress address) {
        this.steps = steps;
        this.mails = mails;
        this.requests = requests;
        this.address = address;
    }

    /**
     * Cancels a return and queues the mail that says so. A return that is cancelled already stays as it is.
     *
     * @param version of the return as the customer saw it
     * @throws org.broadleafreturns.core.kernel.ReturnNotFoundException if the customer has no such return
     * @throws org.broadleafreturns.core.kernel.StaleReturnException if the shop changed it since
     * @throws org.broadleafreturns.core.kernel.ReturnRefusedException if it cannot be cancelled any more
     */
    public ReturnRequest cancel(String number, int version, Long customerId) {
        return steps.executeForCustomer(number, new CancelStep(version, mails), customerId,
            request -> address.locate(ActingCustomer.of(request, customerId, requests)));
    }
}
