package org.broadleafreturns.core.request;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.settings.ReturnsSettings;

/** The mails about a return, one template per status. Empty where no address of the customer is known. */
public class ReturnMails {

    private final MailComposer composer;
    private final ReturnsSettings settings;

    ReturnMails(MailComposer composer, ReturnsSettings settings) {
        this.composer = composer;
        this.settings = settings;
    }

    /**
     * What a line says in a mail.
     *
     * @param name the article's
     * @param requested units asked for
     * @param accepted units accepted
     */
    public record Line(String name, int requested, int accepted) {
    }

    Optional<MailContent> confirmation(ReturnRequest request) {
        List<Line> lines = request.getLines().stream()
            .map(line -> new Line(line.getArticleName(), line.getQuantityRequested(), 0)).toList();
        return compose(request, ReturnStatus.REQUESTED, null, lines, null);
    }

    /** The mail for a change that has not been made. */
    Optional<MailContent> statusChange(ReturnRequest request, StatusChange change, ReturnDocument label) {
        List<Line> lines = request.getLines().stream()
            .map(line -> new Line(line.getArticleName(), line.getQuantityRequested(), accepted(line, change))).toList();
        return compose(request, change.to(), Texts.orNull(change.message()), lines, label);
    }

    private static int accepted(ReturnLine line, StatusChange change) {
        return switch (change.to()) {
            case ACCEPTED -> line.getQuantityRequested();
            case PARTIALLY_ACCEPTED -> change.acceptedByLine().getOrDefault(line.getId(), 0);
            default -> 0;
        };
    }

    private Optional<MailContent> compose(ReturnRequest request, ReturnStatus status, String message, List<Line> lines,
            ReturnDocument label) {
        Optional<String> recipient = recipientOf(request);
        Map<String, Object> model = new HashMap<>();
        model.put("number", request.getNumber());
        model.put("orderNumber", request.getOrderNumber());
        model.put("firstName", Texts.orEmpty(request.getCustomerFirstName()));
        model.put("status", status.name());
        model.put("message", message);
        model.put("lines", lines);
        model.put("labelAttached", label != null);
        model.put("accountUrl", settings.mail().siteUrl().isEmpty()
            ? null : settings.mail().siteUrl() + "/account/returns/" + request.getNumber());
        return recipient.map(address -> composer.compose(status.name().toLowerCase(Locale.ROOT), address,
            request.getLanguage(), List.of(request.getNumber(), request.getOrderNumber()), model));
    }

    private static Optional<String> recipientOf(ReturnRequest request) {
        String own = request.getCustomer().getEmailAddress();
        String ordered = request.getOrder().getEmailAddress();
        return Optional.ofNullable(Texts.orNull(own)).or(() -> Optional.ofNullable(Texts.orNull(ordered)));
    }
}
