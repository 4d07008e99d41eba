package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.dto.PaymentResponseDTO;
import org.broadleafreturns.core.characters.Characters;

/** What a gateway's answer to a refund comes to. */
final class GatewayWords {

    /** How much of what a gateway says is kept, in characters. */
    static final int LONGEST = 1000;
    /** What the platform's column has. */
    static final int LONGEST_NAME = 255;
    private static final int MOST_FIELDS = 100;

    private GatewayWords() {
    }

    /** @param response null where the gateway said nothing */
    static GatewayAnswer of(PaymentResponseDTO response, BigDecimal amount, Currency currency) {
        if (response == null) {
            return new GatewayAnswer(GatewayAnswer.Outcome.UNKNOWN, "", Map.of());
        }
        Map<String, String> fields = fields(response.getResponseMap());
        if (!response.isSuccessful()) {
            return new GatewayAnswer(GatewayAnswer.Outcome.FAILED, kept(reason(response)), fields);
        }
        if (isOther(response.getAmount(), amount)) {
            return new GatewayAnswer(GatewayAnswer.Outcome.UNKNOWN, kept(response.getAmount().getAmount().toPlainString() + " "
                + response.getAmount().getCurrency() + " != " + amount.toPlainString() + " " + currency + lineOf(response)), fields);
        }
        GatewayAnswer.Outcome outcome = response.isValid() ? GatewayAnswer.Outcome.DONE : GatewayAnswer.Outcome.UNKNOWN;
        return new GatewayAnswer(outcome, kept(text(response.getRawResponse())), fields);
    }

    /** Gateways say the amount in the shop's default currency, whatever they were asked in; many do not say it. */
    private static boolean isOther(Money said, BigDecimal amount) {
        return said != null && said.getAmount().compareTo(amount) != 0;
    }

    private static String lineOf(PaymentResponseDTO response) {
        String said = text(response.getRawResponse());
        return said.isEmpty() ? "" : "\n" + said;
    }

    /** A sentence where there is one; the raw answer may be anything. */
    private static String reason(PaymentResponseDTO response) {
        Map<String, String> all = response.getResponseMap() == null ? Map.of() : response.getResponseMap();
        String sentences = all.entrySet().stream()
            .filter(field -> field.getKey() != null && field.getKey().toLowerCase(Locale.ROOT).contains("message"))
            .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder())).map(Map.Entry::getValue).filter(Objects::nonNull)
            .map(String::strip).filter(sentence -> !sentence.isEmpty()).distinct().collect(Collectors.joining("\n"));
        return sentences.isEmpty() ? text(response.getRawResponse()) : sentences;
    }

    static GatewayAnswer thrown(GatewayAnswer.Outcome outcome, Throwable thrown) {
        String words = Stream.of(text(thrown.getMessage()), thrown.getClass().getSimpleName()).filter(said -> !said.isEmpty())
            .findFirst().orElseGet(() -> thrown.getClass().getName());
        return new GatewayAnswer(outcome, kept(words), Map.of());
    }

    private static String text(String said) {
        return said == null ? "" : said.strip();
    }

    private static Map<String, String> fields(Map<String, String> all) {
        Map<String, String> fields = new TreeMap<>();
        if (all != null) {
            all.forEach((name, value) -> {
                if (name != null && value != null && fields.size() < MOST_FIELDS) {
                    fields.put(kept(name, LONGEST_NAME), kept(value));
                }
            });
        }
        return fields;
    }

    private static String kept(String text) {
        return kept(text, LONGEST);
    }

    private static String kept(String text, int longest) {
        return Characters.beginning(Characters.replaced(text), longest);
    }

    /** The same for the platform's tables, which may have no more than three bytes for a character. */
    static String comparable(String text, int longest) {
        return text == null ? null : kept(text, longest).codePoints()
            .map(character -> Character.isBmpCodePoint(character) ? character : '?')
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
