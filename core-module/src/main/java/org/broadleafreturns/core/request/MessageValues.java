package org.broadleafreturns.core.request;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.mail.internet.AddressException;
import javax.mail.internet.InternetAddress;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.transaction.annotation.Transactional;

/** What a merchant's message can say of a return to its customer, by the placeholders that mails have, too. */
public class MessageValues {

    /** The name by which mails are sent; empty where they have an address alone. */
    public static final Placeholder SHOP_NAME = new Placeholder("shopName", Placeholder.Kind.LINE);

    /** All of them. */
    public static final Set<Placeholder> PLACEHOLDERS = Collections.unmodifiableSet(new LinkedHashSet<>(List.of(Placeholder.FIRST_NAME,
        Placeholder.LAST_NAME, Placeholder.NUMBER, Placeholder.ORDER_NUMBER, Placeholder.ARTICLES, Placeholder.REFUND_TYPE,
        Placeholder.RETURN_ADDRESS, SHOP_NAME)));

    private final ReturnRequests requests;
    private final ShopOrders orders;
    private final MailPieces pieces;
    private final MailComposer composer;
    private final ReturnsSettings settings;

    MessageValues(ReturnRequests requests, ShopOrders orders, MailPieces pieces, MailComposer composer, ReturnsSettings settings) {
        this.requests = requests;
        this.orders = orders;
        this.pieces = pieces;
        this.composer = composer;
        this.settings = settings;
    }

    /**
     * What can be said of one return.
     *
     * @param language the one in which mails to its customer are written
     * @param values plain text, whatever was typed
     */
    public record Said(Locale language, Map<Placeholder, Object> values) {

        public Said {
            values = Map.copyOf(values);
        }
    }

    /** @throws ReturnNotFoundException if there is no return of that number */
    @Transactional(value = "blTransactionManager", readOnly = true)
    public Said of(String number) {
        ReturnRequest request = requests.findByNumberWithLines(number).stream().findFirst().orElseThrow(ReturnNotFoundException::new);
        Locale language = composer.languageFor(request.getLanguage());
        Map<Placeholder, Object> values = new HashMap<>();
        pieces.putReturn(values, request, language);
        values.put(Placeholder.ARTICLES, articles(request, language));
        pieces.putReturnAddress(values);
        values.put(SHOP_NAME, shopName());
        return new Said(language, values);
    }

    private List<String> articles(ReturnRequest request, Locale language) {
        Map<Long, ArticleDetails> details =
            orders.detailsOf(request.getLines().stream().map(ReturnLine::getOrderItemId).toList(), language);
        return request.getLines().stream()
            .map(line -> pieces.words("rtn.mail.line", language, line.articleWith(details), line.getQuantityRequested())).toList();
    }

    private String shopName() {
        try {
            return Texts.orEmpty(new InternetAddress(settings.mail().from()).getPersonal());
        } catch (AddressException e) {
            return "";
        }
    }
}
