package org.broadleafreturns.core.request;

import java.util.List;
import org.broadleafreturns.core.mail.MailContent;

/**
 * A change of status that was entered and not confirmed yet, as it is shown before it is. Public for the templates.
 *
 * @param token the random text by which the merchant confirms
 * @param number of the return
 * @param from the status that the return has
 * @param to the status that it would have
 * @param goods how the lines would stand; empty if the change is not about goods
 * @param somethingElse what was in the parcel that nobody had asked to return, or null. As typed
 * @param mail as it would be sent, or null if no address of the customer is known or the label is missing
 * @param mailable whether there is a mail, to an address that a mail server can be told
 * @param lacksLabel whether it is about a label that is not there
 * @param label the one that would be sent, or null
 */
public record PreviewView(String token, String number, ReturnStatus from, ReturnStatus to, List<GoodsOfLine> goods,
        String somethingElse, MailContent mail, boolean mailable, boolean lacksLabel, DocumentView label) {

    public PreviewView {
        goods = List.copyOf(goods);
    }

    /** What is shown of a preview. */
    static PreviewView of(StatusPreview preview, List<GoodsOfLine> goods) {
        ReturnRequest request = preview.getRequest();
        return new PreviewView(preview.getToken(), request.getNumber(), request.getStatus(), preview.getTo(), goods,
            preview.getSomethingElse(), preview.getMail(), preview.isMailable(), preview.lacksLabel(),
            DocumentView.of(preview.getLabel()));
    }
}
