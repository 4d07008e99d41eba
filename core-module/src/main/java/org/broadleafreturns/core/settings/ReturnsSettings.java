package org.broadleafreturns.core.settings;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.broadleafreturns.core.kernel.ForIntegrators;

/**
 * What the merchant or the integrator has set, as it is now: every call answers with what is in force at that moment for the
 * platform's current site, so nobody keeps an answer beyond the request or task it was asked for.
 * {@code docs/configuration.md} lists the {@code returns.*} properties behind it.
 */
@ForIntegrators
public interface ReturnsSettings {

    /** Whether shoppers can ask for returns at all; running returns can be handled and looked at in either case. */
    boolean enabled();

    /** What every return number starts with, for instance {@code R}: up to six capital letters or digits. */
    String numberPrefix();

    /** Until when a return can be requested. */
    RequestWindow requestWindow();

    /**
     * Until when a return could be requested, with the moments from which that held: an order keeps what it was promised. Whoever
     * replaces the settings and knows of no others answers that today's window has always held.
     */
    default Held<RequestWindow> requestWindows() {
        return Held.always(requestWindow());
    }

    /** How many returns an order can have, those refused or cancelled not counted; empty for any number. */
    OptionalInt maximumReturnsPerOrder();

    /** The largest label or photo accepted, in bytes. */
    long maximumFileSize();

    /** How many photos a request can have; 0 for none. */
    int maximumPhotos();

    /** The language of customers of whom no other is known. */
    Locale defaultLanguage();

    /** The languages in which the merchant writes texts for shoppers, the default one among them. */
    List<Locale> languages();

    /** The language of mails to the shop, one of {@link #languages()}. */
    default Locale shopLanguage() {
        return defaultLanguage();
    }

    /** The shop's time zone, in which days begin and end. */
    ZoneId timeZone();

    /** What stands at the top of the request form, as HTML that is safe to show; empty for nothing. */
    Optional<String> formMessage(Locale language);

    /**
     * What a shopper is told of a status: whether to wait or what to do. Plain text; empty for nothing.
     *
     * @param status the name of a return's status
     */
    Optional<String> statusDescription(String status, Locale language);

    /** Where parcels go, in lines; empty if the merchant has not said. */
    Optional<String> returnAddress();

    /**
     * How mails are sent. In the background, where there is no site, these are the settings of the shop without one; a shop
     * with several sites asks while the request of one of them is answered.
     */
    Mail mail();

    /** How long an unconfirmed preview of a status change, a request that was not sent, and their files are kept. */
    Duration previewLifetime();

    /**
     * @param from the sender of every mail, as a header has it: an address or {@code Name <address>}
     * @param notified who is told of a new request; may be empty
     * @param siteUrl the storefront's address for links in mails, without a slash at the end; empty for no links
     * @param attempts how often a mail is tried before it counts as failed
     * @param firstRetry how long to wait after the first failure; every further wait is twice as long
     * @param pollInterval how often each node looks for mails that are due
     */
    record Mail(String from, List<String> notified, String siteUrl, int attempts, Duration firstRetry, Duration pollInterval) {

        public Mail {
            notified = List.copyOf(notified);
            if (attempts < 1) {
                throw new IllegalArgumentException("returns.mail.attempts must be at least 1, not " + attempts);
            }
        }
    }
}
