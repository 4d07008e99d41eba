package org.broadleafreturns.core.guest;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.Aftermath;
import org.broadleafreturns.core.request.ReturnLinks;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The links in mails to those who have no account. One opens the return that the mail is about and nothing else, as long as mails about
 * it go to the address that this one went to, and until thirty days after the return and what followed it are done.
 */
public class GuestLinks implements ReturnLinks {

    /** Below the storefront's address: a link has the number behind it, and its end. */
    static final String ADDRESS = "/returns/mail/";

    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final GuestPasses passes;
    private final GuestTerms terms;
    private final ReturnsSettings settings;
    private final ReturnLookup lookup;
    private final ShopOrders orders;
    private final List<Aftermath> aftermaths;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GuestLinks(GuestPasses passes, GuestTerms terms, ReturnsSettings settings, ReturnLookup lookup, ShopOrders orders,
            List<Aftermath> aftermaths, Clock clock, PlatformTransactionManager transactionManager) {
        this.passes = passes;
        this.terms = terms;
        this.settings = settings;
        this.lookup = lookup;
        this.orders = orders;
        this.aftermaths = List.copyOf(aftermaths);
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    @Override
    public Optional<String> of(String number, String recipient) {
        String site = settings.mail().siteUrl();
        return site.isBlank() || !terms.enabled() ? Optional.empty()
            : Optional.of(site + ADDRESS + number + "/" + end(number, recipient));
    }

    @Override
    public String end(String number, String recipient) {
        return passes.linkEnd(number, recipient);
    }

    /** What a link opens; empty, in the same way, whatever is wrong with it. */
    public Optional<GuestPass> open(String number, String end) {
        return !terms.enabled() ? Optional.empty() : transaction.execute(status -> {
            Optional<ReturnReference> found = lookup.referenceByNumber(number);
            String address = found.map(which -> lookup.customerOf(which.id()).address()).orElse("");
            boolean right = GuestPasses.isEqual(passes.linkEnd(found.map(ReturnReference::number).orElse(""), address), end);
            return found.filter(which -> right && !address.isEmpty() && !isOver(which.id()))
                .flatMap(which -> orders.stateOf(which.orderId()).map(OrderState::customerId)
                    .map(owner -> new GuestPass(which.orderId(), owner, which.number())));
        });
    }

    private boolean isOver(Long returnId) {
        ReturnRequest request = lookup.byId(returnId).orElseThrow();
        if (request.getStatus().isRunning() || aftermaths.stream().anyMatch(aftermath -> aftermath.isOpen(returnId))) {
            return false;
        }
        Instant done = Stream.concat(Stream.of(Instant.ofEpochMilli(request.getStatusChangedAt().getTime())),
            aftermaths.stream().flatMap(aftermath -> aftermath.lastDone(returnId).stream())).max(Instant::compareTo).orElseThrow();
        return !clock.instant().isBefore(done.plus(AFTERWARDS));
    }
}
