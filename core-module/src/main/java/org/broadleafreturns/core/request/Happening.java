package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.mail.OutgoingMail;

/**
 * What one step does to one return, while it is done: who does it, when, and what is told of it. Only {@link ReturnSteps} makes
 * one, with the order's turn taken and all guards asked, so that whoever has none cannot change a return.
 */
@ForIntegrators
public final class Happening {

    private final Actor actor;
    private final Date when;
    private final String message;
    private final String note;
    private final OutgoingMail mail;
    private final List<JournalEntry> entries = new ArrayList<>();
    private final List<Object> published = new ArrayList<>();
    private final List<Told> told = new ArrayList<>();
    private final List<Runnable> afterwards = new ArrayList<>();

    /**
     * @param message to the customer, or null
     * @param note for the journal alone, or null
     * @param mail that tells the customer, or null
     */
    Happening(Actor actor, Date when, String message, String note, OutgoingMail mail) {
        this.actor = actor;
        this.when = new Date(when.getTime());
        this.message = message;
        this.note = note;
        this.mail = mail;
    }

    /**
     * What a lasting event will say.
     *
     * @param number of the event among those of its return
     */
    record Told(int number, String kind, Map<String, String> values) {
    }

    public Actor actor() {
        return actor;
    }

    public Date when() {
        return new Date(when.getTime());
    }

    /** An entry of that kind, by this actor at this moment, with message, note and mail of the step; it is still to be {@linkplain #note noted}. */
    public JournalEntry entry(String kind) {
        return new JournalEntry(kind, when(), actor).saying(message, note).toldBy(mail);
    }

    /** Writes an entry into the return's journal. */
    public void note(ReturnRequest request, JournalEntry entry) {
        entries.add(entry);
        request.remember(entry);
    }

    /** Publishes an application event of Spring's in this transaction, after the change; what listens can veto it by an exception. */
    public void publish(Object event) {
        published.add(event);
    }

    /**
     * Stores a lasting event with the change.
     *
     * @param kind with dots, in small letters, such as {@code return.status-changed}
     */
    public void tell(ReturnRequest request, String kind, Map<String, String> values) {
        told.add(new Told(request.nextEventNumber(), kind, Map.copyOf(values)));
    }

    /**
     * Does something once the step is committed and the order's turn is over, on the same thread and without a transaction: what is too
     * slow for one, such as asking another server. A crash, or a step within somebody else's transaction, leaves it out, so a
     * background task has to do it then.
     */
    public void afterwards(Runnable work) {
        afterwards.add(work);
    }

    /** The identifier of the mail that tells the customer; null if there is none. */
    public Long mailId() {
        return mail == null ? null : mail.getId();
    }

    List<Runnable> afterwards() {
        return afterwards;
    }

    String message() {
        return message;
    }

    String note() {
        return note;
    }

    OutgoingMail mail() {
        return mail;
    }

    List<JournalEntry> entries() {
        return entries;
    }

    List<Object> published() {
        return published;
    }

    List<Told> told() {
        return told;
    }
}
