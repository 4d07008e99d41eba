package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.WireAddress;

/** A change of status that nobody looks at before: by the system, or by whoever does the same to many returns. */
class DirectStep extends StatusStep {

    private final StatusChange change;
    private final ReturnDocument label;
    private final boolean sendMail;
    private final ReturnMails mails;
    private final Documents documents;

    DirectStep(StatusChange change, ReturnDocument label, boolean sendMail, ReturnMails mails, Documents documents, StepParts parts) {
        super(change, label, parts);
        this.change = change;
        this.label = label;
        this.sendMail = sendMail;
        this.mails = mails;
        this.documents = documents;
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        List<Objection> objections = new ArrayList<>(super.objections(request, actor));
        if (sendMail && objections.isEmpty()) {
            objections.addAll(mailObjections(request));
        }
        return objections;
    }

    private List<Objection> mailObjections(ReturnRequest request) {
        if (StatusChangeService.lacksLabel(change.to(), label)) {
            return List.of(Objection.general("rtn.objection.mail.noLabel"));
        }
        return recipientObjections(request, mails);
    }

    /** Whether there is somebody to mail to, at an address that a mail server can be told. */
    static List<Objection> recipientObjections(ReturnRequest request, ReturnMails mails) {
        Optional<String> recipient = mails.recipientOf(request);
        if (recipient.isEmpty()) {
            return List.of(Objection.general("rtn.objection.mail.noRecipient"));
        }
        return WireAddress.isWritable(recipient.get()) ? List.of()
            : List.of(Objection.general("rtn.objection.mail.unwritable", recipient.get()));
    }

    @Override
    public boolean isTold() {
        return sendMail;
    }

    @Override
    public Optional<Letter> letter(ReturnRequest request) {
        Optional<MailContent> mail = sendMail ? mails.statusChange(request, change(request), label) : Optional.empty();
        return mail.map(content -> new Letter(content, label));
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        if (label != null) {
            documents.attach(label);
        }
        super.perform(request, happening);
    }
}
