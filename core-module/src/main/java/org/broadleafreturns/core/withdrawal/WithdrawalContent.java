package org.broadleafreturns.core.withdrawal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.broadleafreturns.core.characters.Characters;

/**
 * What a statement says. Whatever was typed is taken: characters that no database can store are replaced, and what is longer than
 * there is room for is cut, so that the shopper reads and confirms exactly what is kept.
 *
 * @param name of who states it
 * @param order as it was typed, or the number of the order that was picked
 * @param email where the acknowledgement goes; empty in statements that did not come by way of the page
 * @param articles as they were typed; empty for all
 * @param lines that were picked; none if articles were typed, or for all
 * @param language in which it is stated
 * @param customer who was logged in and picked one of their orders; null otherwise
 */
public record WithdrawalContent(String name, String order, String email, String articles, List<WithdrawnLine> lines, Locale language,
        Long customer) {

    public static final int NAME_LENGTH = 200;
    public static final int ORDER_LENGTH = 100;
    public static final int EMAIL_LENGTH = 254;
    public static final int ARTICLES_LENGTH = 2000;
    static final int LINE_NAME_LENGTH = 255;

    public WithdrawalContent {
        name = Characters.oneLine(name, NAME_LENGTH);
        order = Characters.oneLine(order, ORDER_LENGTH);
        email = Characters.oneLine(email, EMAIL_LENGTH);
        articles = Characters.beginning(Characters.replaced(articles == null ? "" : articles.strip().replaceAll("\\R", "\n")),
            ARTICLES_LENGTH);
        lines = lines.stream().map(line -> new WithdrawnLine(line.orderItemId(), Characters.oneLine(line.name(), LINE_NAME_LENGTH),
            line.quantity())).toList();
    }

    /** What a guest types. */
    public static WithdrawalContent typed(String name, String order, String email, String articles, Locale language) {
        return new WithdrawalContent(name, order, email, articles, List.of(), language, null);
    }

    /** The lines as somebody would type them; longer than what can be typed where there are many. */
    public String linesInWords() {
        return lines.stream().map(line -> line.quantity() + " \u00d7 " + line.name()).collect(Collectors.joining("\n"));
    }

    /** Whether it is about the whole order. */
    public boolean isOfAll() {
        return articles.isEmpty() && lines.isEmpty();
    }
}
