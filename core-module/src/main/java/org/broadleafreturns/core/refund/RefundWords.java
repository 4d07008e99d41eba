package org.broadleafreturns.core.refund;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.broadleafreturns.core.kernel.Amount;
import org.springframework.context.MessageSource;

/**
 * Says what a refund is made of and where it goes, in the same words in mails, in the account and in the back office. Public for the
 * templates.
 */
public class RefundWords {

    private static final String CODE = "rtn.refund.";

    /** What makes a refund smaller, as the journal names it. */
    private static final Set<String> TAKEN = Set.of("wear", "postage", "fee", "otherwise");

    private final MessageSource messages;
    private final VoucherWords vouchers;

    RefundWords(MessageSource messages, VoucherWords vouchers) {
        this.messages = messages;
        this.vouchers = vouchers;
    }

    /** What the merchant confirms, a line of text each. */
    List<String> preview(EnteredRefund entered, Locale reader) {
        List<String> said = new ArrayList<>(lines(entered, reader));
        said.add(words("preview.total", reader, shown(entered, entered.amounts().total(), reader)));
        entered.payments().forEach(back -> said.add(words("preview." + (back.means() == RefundMeans.GATEWAY ? "gateway" : "elsewhere"),
            reader, shown(entered, back.amount(), reader), payment(back.paid().type(), back.paid().hint(), reader),
            means(back.means(), reader))));
        entered.voucher().ifPresent(agreement ->
            said.add(vouchers.preview(shown(entered, entered.amounts().total(), reader), reader)));
        return said;
    }

    /**
     * What becomes of vouchers with a decision that is taken back, a line of text each.
     *
     * @param mailWaiting whether a mail of the decision waits for its refund
     */
    List<String> reopening(List<RefundVouchers.Given> given, boolean mailWaiting, Locale reader) {
        List<String> said = new ArrayList<>();
        given.forEach(voucher -> said.add(vouchers.ending(voucher.amount().shownTo(reader), voucher.used(), reader)));
        if (mailWaiting) {
            said.add(words("reopening.mail", reader));
        }
        return said;
    }

    /** What it is made of, a line of text each. */
    List<String> lines(EnteredRefund entered, Locale reader) {
        List<String> said = new ArrayList<>();
        entered.units().stream().filter(line -> line.units() > 0).forEach(line ->
            said.add(words("line", reader, line.units(), line.article(), shown(entered, line.worth(), reader))));
        RefundAmounts amounts = entered.amounts();
        said.addAll(beside(amounts, entered.basis().money().currency(), reader));
        return said;
    }

    /** A unit of an article that could be. */
    String sampleLine(String amount, Locale language) {
        return words("line", language, 1, messages.getMessage("rtn.mail.sample.article1", null, language), amount);
    }

    /** What it is made of beside the units. */
    public List<String> beside(RefundAmounts amounts, Currency currency, Locale reader) {
        List<String> said = new ArrayList<>();
        Map<String, BigDecimal> all = new TreeMap<>(Map.of("1delivery", amounts.delivery(), "2wear", amounts.wear().negate(),
            "3postage", amounts.postage().negate(), "4fee", amounts.fee().negate(), "5otherwise", amounts.otherwise().negate(), "6goodwill",
            amounts.goodwill()));
        all.forEach((name, amount) -> {
            if (amount.signum() != 0) {
                said.add(words("of." + name.substring(1), reader, new Amount(amount, currency).shownTo(reader)));
            }
        });
        if (amounts.deductionReason() != null && amounts.deductions().signum() > 0) {
            said.add(amounts.deductionReason());
        }
        return said;
    }

    /** Where it goes, a line of text for each payment; of a voucher, with what it is not. */
    List<String> ways(EnteredRefund entered, Locale reader) {
        if (entered.voucher().isPresent()) {
            return vouchers.given(shown(entered, entered.amounts().total(), reader), VoucherWords.PLACE, reader);
        }
        return entered.payments().stream().map(back -> way(shown(entered, back.amount(), reader), back.means(),
            payment(back.paid().type(), back.paid().hint(), reader), reader)).toList();
    }

    /** Where an amount goes, for whoever gets it. */
    public String way(String amount, RefundMeans means, String payment, Locale reader) {
        return words("way." + (means == RefundMeans.SAME_WAY ? RefundMeans.GATEWAY : means), reader, amount, payment);
    }

    /** What a payment is called, such as <em>Card •••• 4242</em>. */
    public String payment(String type, String hint, Locale reader) {
        String name = messages.getMessage("rtn.payment." + type, null, messages.getMessage("rtn.payment.other", null, reader), reader);
        return hint == null || hint.isEmpty() ? name : name + " •••• " + hint;
    }

    /** What a way of paying back is called. */
    public String means(RefundMeans means, Locale reader) {
        return words("means." + means, reader);
    }

    private static String shown(EnteredRefund entered, BigDecimal amount, Locale reader) {
        return entered.basis().amount(amount).shownTo(reader);
    }

    /** What the journal's entries of refunds say; empty for all others. */
    public List<String> ofEntry(String kind, Map<String, String> details, Locale reader) {
        if (!kind.startsWith("REFUND_") || !details.containsKey(RefundJournal.CURRENCY)) {
            return List.of();
        }
        Currency currency = Currency.getInstance(details.get(RefundJournal.CURRENCY));
        List<String> said = new ArrayList<>();
        new TreeMap<>(details).forEach((name, text) -> {
            if (name.startsWith(RefundJournal.PART)) {
                String[] part = text.split("\\|", -1);
                RefundMeans means = RefundMeans.valueOf(part[1]);
                said.add(words("preview." + (means == RefundMeans.GATEWAY ? "gateway" : "elsewhere"), reader,
                    new Amount(new BigDecimal(part[0]), currency).shownTo(reader), payment(part[2], part[3], reader), means(means, reader)));
            } else if (name.startsWith(RefundJournal.OF) && !name.endsWith("goods")) {
                String of = name.substring(RefundJournal.OF.length());
                BigDecimal amount = new BigDecimal(text);
                boolean taken = TAKEN.contains(of);
                said.add(words("of." + of, reader, new Amount(taken ? amount.negate() : amount, currency).shownTo(reader)));
            }
        });
        if (details.containsKey(RefundJournal.VOUCHER)) {
            said.add(vouchers.made(new Amount(new BigDecimal(details.get(RefundJournal.VOUCHER)), currency).shownTo(reader), reader));
        }
        if (details.containsKey(RefundJournal.ROOM)) {
            said.add(words("recorded.noRoom", reader));
        }
        if (details.containsKey(RefundJournal.UNITS)) {
            said.add(words("recorded.units", reader));
        }
        if (details.containsKey(RefundJournal.WORDS)) {
            said.add(words("words", reader, details.get(RefundJournal.WORDS)));
        }
        return said;
    }

    private String words(String code, Locale reader, Object... arguments) {
        return messages.getMessage(CODE + code, arguments, reader);
    }
}
