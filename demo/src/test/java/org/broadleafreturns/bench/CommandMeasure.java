package org.broadleafreturns.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.aopalliance.intercept.MethodInterceptor;
import org.broadleafreturns.bench.FixedStatements.Subject;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.SampleMails;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailText;
import org.broadleafreturns.core.mailtext.MailTexts;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnMails;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.test.util.ReflectionTestUtils;

/** Submit, preview and apply, each on an order of its own, beside a fixed list of statements. */
final class CommandMeasure implements Measure {

    private static final Actor MERCHANT = Actor.merchant(-1L, "Alex Admin", true);
    private static final Map<Integer, String> MARKS = Map.of(1, "≤ 5", 8, "≤ 4");
    /** How many commands each thread gives in a round. */
    private static final int COMMANDS = 4;
    /** Rounds until the compiler has come to what a command does: a shop gives commands all day. */
    private static final int WARM_UP = 50;

    @Override
    public String name() {
        return "commands";
    }

    @Override
    public List<Comparison> comparisons(BenchShop shop) {
        FixedStatements fixed = new FixedStatements(shop.shop().dataSource());
        ReturnSubmissionService submissions = shop.shop().bean(ReturnSubmissionService.class);
        StatusChangeService changes = shop.shop().bean(StatusChangeService.class);
        Subjects subjects = new Subjects(shop);
        List<Comparison> rows = new ArrayList<>();
        rows.add(composing(shop));
        haveReadyMadeMails(shop);
        for (int threads : new int[] {1, 8}) {
            rows.add(compared("submit", threads,
                () -> {
                    Subject subject = subjects.next();
                    return () -> submit(submissions, subject);
                },
                () -> {
                    Subject subject = subjects.next();
                    return () -> fixed.submit(subject);
                }));
            rows.add(compared("preview", threads,
                () -> {
                    ReturnRequest request = submit(submissions, subjects.next());
                    return () -> preview(changes, request);
                },
                () -> {
                    Subject subject = subjects.next();
                    return () -> fixed.preview(subject);
                }));
            rows.add(compared("apply", threads,
                () -> {
                    String token = preview(changes, submit(submissions, subjects.next()));
                    return () -> changes.apply(token, true, MERCHANT);
                },
                () -> {
                    Subject subject = subjects.next();
                    String token = fixed.preview(subject);
                    return () -> fixed.apply(subject, token);
                }));
        }
        return rows;
    }

    private static Comparison composing(BenchShop shop) {
        SampleMails mails = shop.shop().bean(SampleMails.class);
        MailKind requested = ReturnMailKinds.of(ReturnStatus.REQUESTED);
        MailText text = shop.shop().bean(MailTexts.class).shipped(requested, Locale.ENGLISH);
        return new Comparison("composing a mail", Timed.millis(() -> mails.of(requested, text, Locale.ENGLISH)), null, null, "", "ms",
            Integer.MAX_VALUE, Comparison.PAGE);
    }

    /** The commands' mails are those that were composed for the first of their kind, as the fixed statements' are ready-made. */
    private static void haveReadyMadeMails(BenchShop shop) {
        ReturnMails mails = shop.shop().bean(ReturnMails.class);
        Map<Object, MailContent> ready = new ConcurrentHashMap<>();
        ProxyFactory composer = new ProxyFactory(ReflectionTestUtils.getField(mails, "composer"));
        composer.setProxyTargetClass(true);
        composer.addAdvice((MethodInterceptor) call -> {
            if (!call.getMethod().getName().equals("compose")) {
                return call.proceed();
            }
            MailContent known = ready.get(call.getArguments()[0]);
            if (known == null) {
                known = (MailContent) call.proceed();
                ready.put(call.getArguments()[0], known);
            }
            return known.to((String) call.getArguments()[call.getArguments().length - 3]);
        });
        ReflectionTestUtils.setField(mails, "composer", composer.getProxy());
    }

    private static Comparison compared(String command, int threads, Callable<Timed.Work> ours, Callable<Timed.Work> theirs) {
        return new Comparison(command + ", " + threads + (threads == 1 ? " thread" : " threads"), atOnce(threads, ours),
            "fixed statements", atOnce(threads, theirs), MARKS.get(threads), "ms", Integer.MAX_VALUE, WARM_UP);
    }

    /** @param work is made ready before the clock starts */
    private static Timed atOnce(int threads, Callable<Timed.Work> work) {
        return () -> {
            List<Callable<Void>> shares = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                List<Timed.Work> share = new ArrayList<>();
                for (int k = 0; k < COMMANDS; k++) {
                    share.add(work.call());
                }
                shares.add(() -> {
                    for (Timed.Work command : share) {
                        command.run();
                    }
                    return null;
                });
            }
            ExecutorService people = Executors.newFixedThreadPool(threads);
            try {
                long start = System.nanoTime();
                for (Future<Void> done : people.invokeAll(shares)) {
                    done.get();
                }
                return (System.nanoTime() - start) / 1e6 / COMMANDS / threads;
            } finally {
                people.shutdownNow();
            }
        };
    }

    private static ReturnRequest submit(ReturnSubmissionService submissions, Subject subject) {
        return submissions.submit(new SubmitReturn(subject.orderNumber(), subject.customer(),
            List.of(new SubmitReturn.Line(subject.item(), 1, "CHANGED_MIND")), "ORIGINAL_PAYMENT", null, Locale.ENGLISH,
            UUID.randomUUID().toString()));
    }

    private static String preview(StatusChangeService changes, ReturnRequest request) {
        return changes.preview(new StatusChange(request.getNumber(), request.getVersion(), ReturnStatus.RECEIVED, null, null,
            Map.of(),
            null), MERCHANT).getToken();
    }

    /** The orders by turns, so that no two commands want the same one at once. */
    private static final class Subjects {

        private final List<Subject> all = new ArrayList<>();
        private final AtomicInteger given = new AtomicInteger();

        private Subjects(BenchShop shop) {
            Long customer = shop.sql().queryForObject("SELECT CUSTOMER_ID FROM BLC_CUSTOMER WHERE USER_NAME = ?", Long.class,
                BenchShop.COMMANDS);
            shop.ordersToReturn().forEach(order -> all.add(shop.sql().queryForObject(
                "SELECT R.REQUEST_ID, MIN(L.LINE_ID), MIN(L.ORDER_ITEM_ID) FROM RTN_REQUEST R"
                + " JOIN RTN_LINE L ON L.REQUEST_ID = R.REQUEST_ID"
                + " WHERE R.ORDER_ID = ? GROUP BY R.REQUEST_ID ORDER BY R.REQUEST_ID LIMIT 1",
                (row, number) -> new Subject(order.id(), order.number(), customer, row.getLong(3), row.getLong(1),
                row.getLong(2)),
                order.id())));
        }

        private Subject next() {
            return all.get(given.getAndIncrement() % all.size());
        }
    }
}
