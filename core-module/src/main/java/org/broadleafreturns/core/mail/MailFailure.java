package org.broadleafreturns.core.mail;

import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import javax.mail.Address;
import javax.mail.AuthenticationFailedException;
import javax.mail.MessagingException;
import javax.mail.SendFailedException;
import javax.mail.internet.AddressException;
import javax.net.ssl.SSLException;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailSendException;

/**
 * Why a mail did not go out, as far as a merchant can do something about it. What exactly was said is in the log and in the
 * mail's record.
 */
public enum MailFailure {
    /** The mail server does not answer, or went away in the middle. */
    UNREACHABLE,
    /** The mail server does not accept the shop's user name and password. */
    LOGIN,
    /** The mail server does not take mails to this address, or it is no address. */
    ADDRESS,
    /** The address cannot be written so that the mail server would know which one is meant; see {@link WireAddress}. */
    UNWRITABLE_ADDRESS,
    /** The mail server does not take this mail, or mails of this sender. */
    MESSAGE,
    /** Something else. */
    UNKNOWN;

    /** What an exception means that was thrown while a mail was sent, its causes and those of single messages included. */
    static MailFailure of(Exception failure) {
        Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, met);
        if (any(met, AuthenticationFailedException.class) || any(met, MailAuthenticationException.class)) {
            return LOGIN;
        }
        if (any(met, AddressException.class) || met.stream().anyMatch(MailFailure::namesBadAddresses)) {
            return ADDRESS;
        }
        if (met.stream().anyMatch(MailFailure::meansTheConnection)) {
            return UNREACHABLE;
        }
        return any(met, SendFailedException.class) && !any(met, IOException.class) ? MESSAGE : UNKNOWN;
    }

    /**
     * Whether trying again is no use, since the mail server has refused the mail or its address for good (RFC 5321, 4.2.1: a
     * reply of the fives), or the address is none.
     */
    static boolean isPermanent(Exception failure) {
        Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, met);
        MailFailure kind = of(failure);
        return any(met, AddressException.class)
            || (kind == ADDRESS || kind == MESSAGE) && met.stream().map(MailFailure::replyOf).anyMatch(code -> code >= 500 && code < 600);
    }

    /** Whether the connection is gone, which a server that is about to close it says by a 421 (RFC 5321, 3.8). */
    static boolean isOfTheConnection(Exception failure) {
        Set<Throwable> met = Collections.newSetFromMap(new IdentityHashMap<>());
        collect(failure, met);
        return of(failure) == UNREACHABLE || met.stream().anyMatch(one -> replyOf(one) == 421);
    }

    /** The exceptions of the lines' mail libraries lie in packages that differ. */
    private static int replyOf(Throwable failure) {
        BeanWrapper properties = new BeanWrapperImpl(failure);
        return failure instanceof MessagingException && properties.isReadableProperty("returnCode")
            ? (Integer) properties.getPropertyValue("returnCode") : 0;
    }

    private static void collect(Throwable failure, Set<Throwable> met) {
        if (failure == null || !met.add(failure)) {
            return;
        }
        collect(failure.getCause(), met);
        if (failure instanceof MessagingException messaging) {
            collect(messaging.getNextException(), met);
        }
        if (failure instanceof MailSendException sending) {
            Arrays.stream(sending.getMessageExceptions()).forEach(one -> collect(one, met));
        }
    }

    private static boolean any(Set<Throwable> met, Class<? extends Throwable> type) {
        return met.stream().anyMatch(type::isInstance);
    }

    private static boolean namesBadAddresses(Throwable failure) {
        Address[] invalid = failure instanceof SendFailedException sending ? sending.getInvalidAddresses() : null;
        return invalid != null && invalid.length > 0;
    }

    /** The mail libraries of the platform lines have exceptions of their own for it, in packages that differ, or none but words. */
    private static boolean meansTheConnection(Throwable failure) {
        String text = String.valueOf(failure.getMessage());
        return failure instanceof SocketException || failure instanceof SocketTimeoutException
            || failure instanceof UnknownHostException || failure instanceof SSLException
            || failure instanceof MessagingException && (text.contains("[EOF]") || text.startsWith("Could not connect") || text.startsWith("Couldn't connect"));
    }
}
