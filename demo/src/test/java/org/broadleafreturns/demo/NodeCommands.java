package org.broadleafreturns.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import javax.sql.DataSource;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.core.service.CustomerService;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.note.ReturnNotes;
import org.broadleafreturns.core.platform.OrderMoney;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.PaidLine;
import org.broadleafreturns.core.platform.ShopMoney;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.privacy.PersonalRecords;
import org.broadleafreturns.core.privacy.RunningReturnsException;
import org.broadleafreturns.core.request.CancellationService;
import org.broadleafreturns.core.request.CreateReturn;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.core.request.sequence.CommandSequence;
import org.broadleafreturns.core.request.sequence.SequenceRun;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.domain.PageRequest;
import org.springframework.orm.jpa.EntityManagerHolder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a {@link ShopNode} can be told to do; each command has a line as its answer. */
final class NodeCommands {

    private static final Actor MERCHANT = Actor.merchant(-1L, "Alex Admin", true);

    private final ConfigurableApplicationContext shop;
    private final ConfigurableApplicationContext backOffice;
    private final TransactionTemplate transaction;
    /** Tokens of refunds that were previewed, with the numbers of the returns. */
    private final Map<String, String> waiting = new ConcurrentHashMap<>();

    /** @param backOffice null where there is none */
    NodeCommands(ConfigurableApplicationContext shop, ConfigurableApplicationContext backOffice) {
        this.shop = shop;
        this.backOffice = backOffice;
        this.transaction = new TransactionTemplate(shop.getBean("blTransactionManager", PlatformTransactionManager.class));
    }

    String answer(String command) {
        String[] words = command.split(" ");
        try {
            return switch (words[0]) {
                // address → where its storefront can be reached
                case "address" -> address(shop);
                // backOffice → where its back office can be reached
                case "backOffice" -> address(backOffice);
                // patterns, patternsOfBackOffice → the modules' addresses
                case "patterns" -> ModuleAddress.say(ModuleAddress.of(shop));
                case "patternsOfBackOffice" -> ModuleAddress.say(ModuleAddress.of(backOffice));
                // customer EMAIL → its identifier
                case "customer" -> shop.getBean(DemoOrders.class).customer(words[1], "Ann", "Other", "en").getId().toString();
                // order EMAIL PRODUCT=QUANTITY… → its number
                case "order" -> order(words);
                // identifier ORDER → the order's, by which the back office calls it
                case "identifier" -> transaction.execute(status ->
                    shop.getBean(ShopOrders.class).findByNumber(words[1]).orElseThrow().getId().toString());
                // money ORDER → what was paid for it
                case "money" -> transaction.execute(status ->
                    said(shop.getBean(ShopMoney.class).of(shop.getBean(ShopOrders.class).findByNumber(words[1]).orElseThrow().getId())
                        .orElseThrow()));
                // watch → forgets what pages have asked the database, and what caches have of it
                case "watch" -> watch();
                // asked SERVER → what pages have asked since, with the rows that were read for it
                case "asked" -> AskedStatements.read(shop.getBean("webDS", DataSource.class), TestDatabase.Server.valueOf(words[1]));
                // journal NUMBER → how many entries a return's journal has, and its version
                case "journal" -> journal(words[1]);
                // request ORDER LINE QUANTITY → the return's number, or "refused CODE"
                case "request" -> request(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
                // queue COUNT RECIPIENTS DOMAIN → "done"; so many mails, whose subjects count them, to a0@DOMAIN, a1@DOMAIN… in turn
                case "queue" -> queue(Integer.parseInt(words[1]), Integer.parseInt(words[2]), words[3]);
                // returnable ORDER → units that can still be returned, by line
                case "returnable" -> returnable(words[1]);
                // settle ORDER → refuses everything that is not accepted yet
                case "settle" -> settle(words[1]);
                // forget EMAIL → "done", or "running" with the numbers of the returns that are
                case "forget" -> forget(words[1]);
                // compete ORDER,ORDER… THREADS COMMANDS SEED → "granted refused applied stale" and what nobody should ever see;
                // each command in a web request of its own
                case "compete" -> compete(List.of(words[1].split(",")), Integer.parseInt(words[2]), Integer.parseInt(words[3]),
                    Long.parseLong(words[4]));
                // sell SKU THREADS TIMES → how many units were sold, one at a time by each thread, by what the cache has
                case "sell" -> sell(Long.valueOf(words[1]), Integer.parseInt(words[2]), Integer.parseInt(words[3]));
                // become THREADS STATUS RETURN,RETURN… → "done", once all of them have that status
                case "become" -> become(Integer.parseInt(words[1]), ReturnStatus.valueOf(words[2]), List.of(words[3].split(",")));
                // note NUMBER PEOPLE → "done", once each of them has written a note, with two clicks at once
                case "note" -> note(words[1], Integer.parseInt(words[2]));
                // noted NUMBER → whether a return has notes
                case "noted" -> transaction.execute(status -> {
                    Long id = shop.getBean(ReturnLookup.class).byNumber(words[1]).orElseThrow().getId();
                    return Boolean.toString(shop.getBean(ReturnNotes.class).among(List.of(id)).contains(id));
                });
                // payments → "done", once what the platform keeps of them is read as it should be
                case "payments" -> payments();
                // sequence TEXT → "kept" and how often returns were made and changed
                case "sequence" -> sequence(words[1]);
                // paid EMAIL PRODUCT=QUANTITY… → the number of an order that was paid through the demo's gateway
                case "paid" -> shop.getBean(DemoOrders.class).submitPaidByCard(words[1], products(words));
                // the commands of a back office with a gateway:
                // accept RETURN,RETURN… → "done"; without a refund
                // previewRefunds RETURN,RETURN… COUNT → how many refunds of all there is wait, of the returns in turn
                // applyRefunds → "made refused" and what nobody should ever see; all that wait at once
                // refundSequence RETURN,RETURN… SEED → "done" if the books were right all the while
                // hold MOMENT RETURN → "told"; accepts it with a refund that stops there, which can be the end of the node
                // leave RETURN → accepts it with a refund that nobody asks for yet
                // voucher RETURN → what has become of its two vouchers, between which the decision was taken back
                // say RETURN WENT_THROUGH; again RETURN
                case "accept", "previewRefunds", "applyRefunds", "refundSequence", "hold", "leave", "voucher", "say", "again" ->
                    new NodeRefunds(backOffice, MERCHANT.allowed(Set.of("refund")), waiting).answer(words);
                // the commands that shoppers and merchants give on a page which shows the order and its returns already:
                // begin ORDER LINE QUANTITY → the draft's token; change ORDER DRAFT; photo ORDER DRAFT; discard ORDER DRAFT;
                // send ORDER DRAFT → the return's number; withdraw ORDER NUMBER; create ORDER LINE QUANTITY → its number;
                // preview ORDER NUMBER STATUS → a token; apply ORDER TOKEN; each "done" if it says nothing else
                case "begin", "change", "photo", "discard", "send", "withdraw", "create", "preview", "apply" ->
                    inRequest(() -> onPageOf(words[1], () -> given(words)));
                default -> throw new IllegalArgumentException(command);
            };
        } catch (ReturnRefusedException e) {
            return "refused " + e.objections().get(0).code();
        } catch (StaleReturnException e) {
            return "stale";
        } catch (ReturnNotFoundException e) {
            return "not found";
        } catch (Exception | AssertionError e) {
            e.printStackTrace();
            return "failed " + e.toString().replaceAll("\\s+", " ");
        }
    }

    private String payments() {
        new PaymentsOnDatabase(shop).check();
        return "done";
    }

    /** In one line; the lines of the order in the sequence of their items. */
    static String said(OrderMoney money) {
        return money.lines().values().stream().sorted(Comparator.comparing(PaidLine::itemId)).map(NodeCommands::said)
            .collect(Collectors.joining(", ", "", ", delivery " + money.delivery() + ", fees " + money.fees() + ", total " + money.total() + " "
                + money.currency() + (money.addsUp() ? " adds up" : " does not add up")));
    }

    /** Units, price, discount, tax. */
    static String said(PaidLine line) {
        return line.quantity() + " " + line.price() + " " + line.discount() + " " + line.tax();
    }

    private String watch() {
        Stream.of(shop, backOffice).filter(Objects::nonNull)
            .forEach(application -> application.getBean("entityManagerFactory", EntityManagerFactory.class).getCache().evictAll());
        AskedStatements.watch();
        return "done";
    }

    private String queue(int count, int recipients, String domain) {
        Outbox outbox = shop.getBean(Outbox.class);
        for (int done = 0; done < count; done += 50) {
            int from = done;
            transaction.executeWithoutResult(status -> IntStream.range(from, Math.min(count, from + 50)).forEach(mail ->
                outbox.queue(new MailContent("a" + mail % recipients + "@" + domain, "Mail " + mail, "<p>Hello</p>", "Hello"), null)));
        }
        return "done";
    }

    private static String address(ConfigurableApplicationContext application) {
        return "http://localhost:" + application.getEnvironment().getProperty("local.server.port");
    }

    private String journal(String number) {
        return transaction.execute(status -> {
            ReturnRequest request = shop.getBean(ReturnLookup.class).byNumber(number).orElseThrow();
            return request.getJournal().size() + " " + request.getVersion();
        });
    }

    /** The request has read the order, its lines and its returns before it gives the command. */
    private String onPageOf(String orderNumber, Callable<String> command) throws Exception {
        List<Object> shown = transaction.execute(status -> {
            Order order = shop.getBean(ShopOrders.class).findByNumber(orderNumber).orElseThrow();
            order.getCustomer().getEmailAddress();
            List<Object> page = new ArrayList<>(List.of(order));
            order.getOrderItems().forEach(item -> page.add(item.getQuantity()));
            page.addAll(shop.getBean(ReturnLookup.class).ofOrder(order.getId()));
            return page;
        });
        String answer = command.call();
        // What is shown stays in the session as long as somebody holds it.
        return shown.isEmpty() ? "" : answer;
    }

    private String given(String[] words) {
        ReturnDraftService drafts = shop.getBean(ReturnDraftService.class);
        return switch (words[0]) {
            case "begin" -> enter(wish(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3])));
            case "change" -> drafts.save(words[1], customerOf(words[1]), words[2],
                new DraftInput(Map.of(), Map.of(), null, "Changed")).getToken();
            case "photo" -> drafts.addPhotos(words[1], customerOf(words[1]), words[2],
                List.of(new PhotoFile("photo.png", new ByteArrayResource(TestShop.PNG)))).stream()
                .map(objection -> "refused " + objection.code()).findFirst().orElse("done");
            case "discard" -> {
                Long customer = customerOf(words[1]);
                ReturnDraft draft = transaction.execute(status -> {
                    ReturnDraft found = drafts.find(words[1], customer, words[2]).orElseThrow();
                    found.getPhotos().size();
                    return found;
                });
                drafts.removePhoto(words[1], customer, words[2], draft.getPhotos().get(0).getId());
                yield "done";
            }
            case "send" -> drafts.send(words[1], customerOf(words[1]), words[2], Locale.ENGLISH).getNumber();
            case "withdraw" -> cancel(words[2]);
            case "create" -> {
                SubmitReturn wish = wish(words[1], Integer.parseInt(words[2]), Integer.parseInt(words[3]));
                yield create(words[1], wish);
            }
            case "preview" -> {
                ReturnRequest seen = shop.getBean(ReturnLookup.class).byNumber(words[2]).orElseThrow();
                ReturnStatus to = ReturnStatus.valueOf(words[3]);
                StatusChange.LabelFile label = to != ReturnStatus.LABEL_SENT ? null : new StatusChange.LabelFile("label.pdf",
                    new ClassPathResource("/demo/label.pdf"));
                yield shop.getBean(StatusChangeService.class).preview(
                    new StatusChange(seen.getNumber(), seen.getVersion(), to, null, null, Map.of(), label,
                        TestShop.reasons(to)), MERCHANT).getToken();
            }
            case "apply" -> {
                shop.getBean(StatusChangeService.class).apply(words[2], true, MERCHANT);
                yield "done";
            }
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    private String create(String orderNumber, SubmitReturn wish) {
        Long order = transaction.execute(status -> shop.getBean(ShopOrders.class).findByNumber(orderNumber).orElseThrow().getId());
        return shop.getBean(ReturnSubmissionService.class).create(new CreateReturn(order, wish.lines(), wish.refundType(), null,
            "By telephone", true, null), MERCHANT).getNumber();
    }

    private Long customerOf(String orderNumber) {
        return transaction.execute(status ->
            shop.getBean(ShopOrders.class).findByNumber(orderNumber).orElseThrow().getCustomer().getId());
    }

    private String sequence(String text) {
        CommandSequence sequence = CommandSequence.fromText(text);
        try (ReturnsOnDatabase returns = new ReturnsOnDatabase(shop, sequence.late())) {
            return "kept " + SequenceRun.of(sequence, returns).changes();
        }
    }

    private String sell(Long sku, int threads, int times) throws Exception {
        Stock stock = new Stock(shop);
        AtomicInteger sold = new AtomicInteger();
        AtOnce.run(Collections.<Callable<Void>>nCopies(threads, () -> {
            for (int i = 0; i < times; i++) {
                if (inRequest(() -> stock.sellOne(sku))) {
                    sold.incrementAndGet();
                }
            }
            return null;
        }));
        return sold.toString();
    }

    private String become(int threads, ReturnStatus to, List<String> numbers) throws Exception {
        ConcurrentLinkedQueue<String> left = new ConcurrentLinkedQueue<>(numbers);
        AtOnce.run(Collections.<Callable<Void>>nCopies(threads, () -> {
            for (String number = left.poll(); number != null; number = left.poll()) {
                String next = number;
                inRequest(() -> {
                    change(transaction.execute(status -> shop.getBean(ReturnLookup.class).byNumber(next).orElseThrow()), to, Map.of());
                    return null;
                });
            }
            return null;
        }));
        return "done";
    }

    private String note(String number, int people) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2 * people);
        AtOnce.run(IntStream.range(0, 2 * people).<Callable<Void>>mapToObj(click -> () -> inRequest(() -> {
            ReturnRequest shown = shop.getBean(ReturnLookup.class).byNumber(number).orElseThrow();
            transaction.execute(status -> shown.getJournal().size());
            start.await();
            shop.getBean(ReturnNotes.class).add(number, "é€😀\r\nNote " + click / 2, "key-" + click / 2, MERCHANT);
            return null;
        })).toList());
        return "done";
    }

    private String order(String[] words) {
        return shop.getBean(DemoOrders.class).submit(words[1], products(words));
    }

    private static Map<Long, Integer> products(String[] words) {
        Map<Long, Integer> products = new TreeMap<>();
        for (int i = 2; i < words.length; i++) {
            String[] product = words[i].split("=");
            products.put(Long.valueOf(product[0]), Integer.valueOf(product[1]));
        }
        return products;
    }

    private String request(String orderNumber, int line, int quantity) {
        return shop.getBean(ReturnSubmissionService.class).submit(wish(orderNumber, line, quantity)).getNumber();
    }

    /** As the form and its summary do it. */
    private String enter(SubmitReturn wish) {
        Long item = wish.lines().get(0).orderItemId();
        return shop.getBean(ReturnDraftService.class).save(wish.orderNumber(), wish.customerId(), null,
            new DraftInput(Map.of(item, Integer.toString(wish.lines().get(0).quantity())), Map.of(item, "OTHER"),
                wish.refundType(), null)).getToken();
    }

    private String send(SubmitReturn wish, String draft) {
        return shop.getBean(ReturnDraftService.class).send(wish.orderNumber(), wish.customerId(), draft, Locale.ENGLISH).getNumber();
    }

    private String cancel(String number) {
        ReturnRequest own = shop.getBean(ReturnLookup.class).byNumber(number).orElseThrow();
        return shop.getBean(CancellationService.class).cancel(number, own.getVersion(), own.getCustomer().getId()).getNumber();
    }

    private SubmitReturn wish(String orderNumber, int line, int quantity) {
        return transaction.execute(status -> {
            Order order = shop.getBean(ShopOrders.class).findByNumber(orderNumber).orElseThrow();
            OrderedLine picked = shop.getBean(ShopOrders.class).linesOf(order).get(line);
            return new SubmitReturn(orderNumber, order.getCustomer().getId(),
                List.of(new SubmitReturn.Line(picked.itemId(), quantity, "OTHER")), "ORIGINAL_PAYMENT", null, Locale.ENGLISH, null);
        });
    }

    private String returnable(String orderNumber) {
        return transaction.execute(status -> shop.getBean(ReturnLookup.class)
            .eligibility(shop.getBean(ShopOrders.class).findByNumber(orderNumber).orElseThrow()).lines().stream()
            .map(EligibleLine::returnable).map(String::valueOf).collect(Collectors.joining(" ")));
    }

    private List<ReturnRequest> returnsOf(String orderNumber) {
        return transaction.execute(status -> {
            List<ReturnRequest> returns = shop.getBean(ReturnLookup.class)
                .ofOrder(shop.getBean(ShopOrders.class).findByNumber(orderNumber).orElseThrow().getId());
            returns.forEach(request -> request.getLines().size());
            return returns;
        });
    }

    private String settle(String orderNumber) {
        int settled = 0;
        for (ReturnRequest request : returnsOf(orderNumber)) {
            if (!request.getStatus().isDecision() && request.getStatus() != ReturnStatus.CANCELLED) {
                change(request, ReturnStatus.REFUSED, Map.of());
                settled++;
            }
        }
        return Integer.toString(settled);
    }

    private String forget(String email) {
        Customer customer = shop.getBean(CustomerService.class).readCustomerByUsername(email);
        try {
            shop.getBean(PersonalRecords.class).anonymise(customer.getId());
            return "done";
        } catch (RunningReturnsException e) {
            return "running " + String.join(" ", e.numbers());
        }
    }

    private void change(ReturnRequest request, ReturnStatus to, Map<Long, Integer> accepted) {
        StatusChangeService changes = shop.getBean(StatusChangeService.class);
        String token = changes.preview(
            new StatusChange(request.getNumber(), request.getVersion(), to, null, "again", accepted, null,
                TestShop.reasons(to)), MERCHANT).getToken();
        changes.apply(token, true, MERCHANT);
    }

    private String compete(List<String> orders, int threads, int commands, long seed) throws Exception {
        AtomicInteger granted = new AtomicInteger();
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger applied = new AtomicInteger();
        AtomicInteger stale = new AtomicInteger();
        ConcurrentLinkedQueue<String> unexpected = new ConcurrentLinkedQueue<>();
        CountDownLatch start = new CountDownLatch(threads);
        AtomicInteger shoppers = new AtomicInteger((threads + 1) / 2);
        ExecutorService people = Executors.newFixedThreadPool(threads);
        List<Future<?>> done = new ArrayList<>();
        for (int person = 0; person < threads; person++) {
            Random random = new Random(seed + person);
            boolean merchant = person % 2 == 1;
            done.add(people.submit(() -> {
                start.countDown();
                start.await();
                // Shoppers ask so many times; merchants decide as long as a shopper is there.
                for (int i = 0; merchant ? shoppers.get() > 0 : i < commands; i++) {
                    String order = orders.get(random.nextInt(orders.size()));
                    try {
                        if (!merchant) {
                            SubmitReturn wish = wish(order, random.nextInt(2), 1 + random.nextInt(2));
                            String draft = inRequest(() -> enter(wish));
                            if (random.nextInt(4) == 0) {
                                inRequest(() -> given(new String[] {"photo", order, draft}));
                            }
                            String number = inRequest(() -> send(wish, draft));
                            granted.incrementAndGet();
                            if (random.nextInt(4) == 0) {
                                inRequest(() -> cancel(number));
                            }
                        } else if (random.nextInt(20) == 0) {
                            inRequest(() -> create(order, wish(order, random.nextInt(2), 1)));
                            granted.incrementAndGet();
                        } else if (inRequest(() -> decideAny(order, random))) {
                            applied.incrementAndGet();
                        } else {
                            Thread.sleep(20);
                        }
                    } catch (ReturnRefusedException e) {
                        refused.incrementAndGet();
                    } catch (StaleReturnException e) {
                        stale.incrementAndGet();
                    } catch (Exception e) {
                        e.printStackTrace();
                        unexpected.add(e.toString().replaceAll("\\s+", " "));
                    }
                }
                if (!merchant) {
                    shoppers.decrementAndGet();
                }
                return null;
            }));
        }
        for (Future<?> person : done) {
            person.get();
        }
        people.shutdown();
        return granted + " " + refused + " " + applied + " " + stale + " " + unexpected;
    }

    /** As the platform's filter does it: one entity manager, and with it one connection, for all that a request does. */
    private <T> T inRequest(Callable<T> work) throws Exception {
        return inRequest(shop, work);
    }

    static <T> T inRequest(ConfigurableApplicationContext application, Callable<T> work) throws Exception {
        EntityManagerFactory factory = application.getBean("entityManagerFactory", EntityManagerFactory.class);
        EntityManager entityManager = factory.createEntityManager();
        TransactionSynchronizationManager.bindResource(factory, new EntityManagerHolder(entityManager));
        try {
            // Who it is, and what the page shows.
            application.getBean(ReturnViews.class).ofCustomer(1L, PageRequest.of(0, 1));
            return work.call();
        } finally {
            TransactionSynchronizationManager.unbindResource(factory);
            entityManager.close();
        }
    }

    private boolean decideAny(String order, Random random) {
        List<ReturnRequest> returns = returnsOf(order);
        if (returns.isEmpty()) {
            return false;
        }
        ReturnRequest request = returns.get(random.nextInt(returns.size()));
        List<ReturnStatus> next = request.nextStatuses(MERCHANT).stream()
            .filter(status -> status != ReturnStatus.LABEL_SENT && status != ReturnStatus.PARTIALLY_ACCEPTED).toList();
        if (next.isEmpty()) {
            return false;
        }
        ReturnLine line = request.getLines().get(0);
        boolean half = request.nextStatuses(MERCHANT).contains(ReturnStatus.PARTIALLY_ACCEPTED)
            && line.getQuantityRequested() > 1 && random.nextBoolean();
        if (half) {
            change(request, ReturnStatus.PARTIALLY_ACCEPTED, Map.of(line.getId(), 1));
        } else {
            change(request, next.get(random.nextInt(next.size())), Map.of());
        }
        return true;
    }
}
