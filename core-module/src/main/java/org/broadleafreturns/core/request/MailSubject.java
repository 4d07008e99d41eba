package org.broadleafreturns.core.request;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.broadleafreturns.core.mailtext.MailKind;

/** What a mail about a return is about, for those who find words for it. */
@ForIntegrators
public final class MailSubject {

    private final MailKind kind;
    private final ReturnRequest request;
    private final StatusChange change;
    private final Locale language;

    private MailSubject(MailKind kind, ReturnRequest request, StatusChange change, Locale language) {
        this.kind = kind;
        this.request = request;
        this.change = change;
        this.language = language;
    }

    /** A mail about a return as it is. */
    public static MailSubject of(MailKind kind, ReturnRequest request, Locale language) {
        return new MailSubject(kind, request, null, language);
    }

    /** The same about a change that is made with the mail, or not yet. */
    public MailSubject with(StatusChange made) {
        return new MailSubject(kind, request, made, language);
    }

    public MailKind kind() {
        return kind;
    }

    /** Not changed yet; a new one has neither an identifier nor rows of its own. To be read, not changed. */
    public ReturnRequest request() {
        return request;
    }

    /** What a merchant entered; empty where a shopper asks for a return, and where no status is changed. */
    public Optional<StatusChange> change() {
        return Optional.ofNullable(change);
    }

    /** How each line would stand with that change; empty where it is not about goods, or there is none. */
    public List<GoodsOfLine> goods() {
        return change == null ? List.of() : new EnteredGoods(request, change).goodsIfPossible();
    }

    /** In which the mail is written. */
    public Locale language() {
        return language;
    }

    /** The status that the return has when the mail is read. */
    public ReturnStatus status() {
        return change == null ? request.getStatus() : change.to();
    }
}
