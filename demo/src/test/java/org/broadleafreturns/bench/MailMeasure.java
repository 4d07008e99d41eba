package org.broadleafreturns.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Queued mails, a mail server that takes its time, and three applications that send with four connections each. */
final class MailMeasure implements Measure {

    private static final Duration LATENCY = Duration.ofMillis(200);
    private static final int RECIPIENTS = 500;
    private static final int AT_ONCE = 100;

    private final int mails;

    MailMeasure(int mails) {
        this.mails = mails;
    }

    @Override
    public String name() {
        return "mails";
    }

    @Override
    public List<Comparison> comparisons(BenchShop shop) {
        return List.of(new Comparison(mails + " mails, 200 ms each, 12 connections", () -> seconds(shop), null, null,
            mails == 5_000 ? "≤ 120 s, in order for each recipient" : "", "s", 1, 0));
    }

    private double seconds(BenchShop shop) throws InterruptedException {
        // What other measures have left to send.
        shop.sql().update("UPDATE RTN_MAIL SET STATE = 'SENT', SENT_AT = QUEUED_AT WHERE STATE = 'QUEUED'");
        Supplier<List<String>> received = shop.shop().mailsTake(LATENCY);
        Outbox outbox = shop.shop().bean(Outbox.class);
        TransactionTemplate transaction = new TransactionTemplate(
            shop.shop().storefront().getBean("blTransactionManager", PlatformTransactionManager.class));
        List<List<String>> byRecipient = new ArrayList<>();
        for (int i = 0; i < RECIPIENTS; i++) {
            byRecipient.add(new ArrayList<>());
        }
        long start = System.nanoTime();
        for (int first = 0; first < mails; first += AT_ONCE) {
            int from = first;
            transaction.executeWithoutResult(status -> {
                for (int i = from; i < Math.min(mails, from + AT_ONCE); i++) {
                    int recipient = i % RECIPIENTS;
                    byRecipient.get(recipient).add(outbox.queue(new MailContent("bench" + recipient + "@d" + recipient % 20
                        + ".example",
                        "Mail " + i, "<p>Hello</p>", "Hello"), null).getMessageId());
                }
            });
        }
        while (shop.sql().queryForObject("SELECT COUNT(*) FROM RTN_MAIL WHERE STATE = 'QUEUED'", Integer.class) > 0) {
            Thread.sleep(200);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Map<String, Integer> places = new HashMap<>();
        for (String messageId : received.get()) {
            places.putIfAbsent(messageId, places.size());
        }
        long disordered = byRecipient.stream().filter(sent -> !sent.stream().map(places::get).sorted().toList()
            .equals(sent.stream().map(places::get).toList())).count();
        if (disordered > 0) {
            System.out.println("Mails: " + disordered + " of " + RECIPIENTS + " recipients did not get theirs in order");
        }
        return seconds;
    }
}
