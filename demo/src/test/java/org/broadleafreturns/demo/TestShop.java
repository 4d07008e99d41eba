package org.broadleafreturns.demo;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TimeZone;
import java.util.function.Supplier;
import javax.persistence.EntityManager;
import javax.persistence.EntityManagerFactory;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnSubmissionService;
import org.broadleafreturns.core.request.StatusChange;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.request.StatusPreview;
import org.broadleafreturns.core.request.SubmitReturn;
import org.broadleafreturns.demo.shop.DemoOrders;
import org.hibernate.Session;
import org.hibernate.stat.Statistics;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One running demo shop for all tests of the virtual machine, and short ways to do things in it. */
final class TestShop {

    static final Actor ADMIN = Actor.merchant(-1L, "Alex Admin", true).allowed(Set.of("refund"));

    /** So many that no test waits for what others have sent before. */
    static final int FORMS_PER_HOUR = 1_000_000;
    static final int PHOTOS_PER_HOUR = 2_000_000;

    /** The smallest of labels. */
    static final byte[] LABEL = "%PDF-1.4\nlabel\n%%EOF\n".getBytes(StandardCharsets.US_ASCII);

    /** The smallest of pictures. */
    static final byte[] PNG = Base64.getDecoder().decode(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGNQaHD436AAAAhkAoBLTwO0AAAAAElFTkSuQmCC");

    private static DemoShop shop;

    private TestShop() {
    }

    static synchronized DemoShop get() {
        if (shop == null) {
            TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
            System.setProperty("returns.limits.forms-per-hour", Integer.toString(FORMS_PER_HOUR));
            System.setProperty("returns.limits.photos-per-hour", Integer.toString(PHOTOS_PER_HOUR));
            // A feature that only the tests have, as a shop would add it.
            String features = CardMails.class.getName() + "," + WrappingFeature.class.getName();
            System.setProperty("demo.backOffice.spring.main.sources", features);
            System.setProperty("demo.storefront.spring.main.sources", features);
            // What is tried again is not waited for longer than it takes to fail.
            System.setProperty("returns.mail.poll-seconds", "1");
            System.setProperty("returns.mail.first-retry-seconds", "1");
            System.setProperty("returns.refund.gateway-seconds", "6");
            shop = DemoShop.start(DemoShop.Options.anywhere());
            Runtime.getRuntime().addShutdownHook(new Thread(shop::close));
        }
        return shop;
    }

    static <T> T bean(Class<T> type) {
        return get().siteContext().getBean(type);
    }

    static <T> T inTransaction(Supplier<T> work) {
        PlatformTransactionManager manager =
            get().siteContext().getBean("blTransactionManager", PlatformTransactionManager.class);
        return new TransactionTemplate(manager).execute(status -> work.get());
    }

    /** How many transactions of the storefront are committed meanwhile; now and then there is one in the background. */
    static long transactions(Runnable work) {
        Statistics statistics = statistics();
        statistics.setStatisticsEnabled(true);
        long before = statistics.getSuccessfulTransactionCount();
        work.run();
        return statistics.getSuccessfulTransactionCount() - before;
    }

    /** The storefront's. */
    static Statistics statistics() {
        return inTransaction(() -> entityManager().unwrap(Session.class)).getSessionFactory().getStatistics();
    }

    static EntityManager entityManager() {
        return SharedEntityManagerCreator.createSharedEntityManager(
            get().siteContext().getBean("entityManagerFactory", EntityManagerFactory.class));
    }

    /** A new order of John's, so that no test uses up what another one needs. */
    static String newOrder(String email, Map<Long, Integer> products) {
        return bean(DemoOrders.class).submit(email, products);
    }

    static String newOrder(String email, int daysAgo, Map<Long, Integer> products) {
        return bean(DemoOrders.class).submit(email, daysAgo, products);
    }

    static Long orderId(String orderNumber) {
        return inTransaction(() -> bean(ShopOrders.class).findByNumber(orderNumber).orElseThrow().getId());
    }

    /** A customer of whom nobody else knows, with the password of all. */
    static Customer newCustomer(String email, String firstName, String lastName) {
        return bean(DemoOrders.class).customer(email, firstName, lastName, "en");
    }

    static SubmitReturn wish(String orderNumber, int line, int quantity, String key) {
        return inTransaction(() -> {
            Order order = bean(ShopOrders.class).findByNumber(orderNumber).orElseThrow();
            OrderedLine picked = bean(ShopOrders.class).linesOf(order).get(line);
            return new SubmitReturn(orderNumber, order.getCustomer().getId(),
                List.of(new SubmitReturn.Line(picked.itemId(), quantity, "OTHER")), "ORIGINAL_PAYMENT", null,
                Locale.ENGLISH, key);
        });
    }

    static ReturnRequest request(String orderNumber, int line, int quantity) {
        return bean(ReturnSubmissionService.class).submit(wish(orderNumber, line, quantity, null));
    }

    /** A request that the order's customer has begun, for one unit of its first line, with a photo for each name. */
    static ReturnDraft draft(String orderNumber, String... photoNames) {
        SubmitReturn wish = wish(orderNumber, 0, 1, null);
        Long item = wish.lines().get(0).orderItemId();
        ReturnDraftService drafts = bean(ReturnDraftService.class);
        String token = drafts.save(orderNumber, wish.customerId(), null,
            new DraftInput(Map.of(item, "1"), Map.of(item, "OTHER"), "ORIGINAL_PAYMENT", null)).getToken();
        List<Objection> objections = drafts.addPhotos(orderNumber, wish.customerId(), token, Arrays.stream(photoNames)
            .map(name -> new PhotoFile(name, new ByteArrayResource(PNG))).toList());
        if (!objections.isEmpty()) {
            throw new IllegalStateException(objections.toString());
        }
        return inTransaction(() -> {
            ReturnDraft draft = drafts.find(orderNumber, wish.customerId(), token).orElseThrow();
            draft.getPhotos().forEach(ReturnDocument::getStorageKey);
            return draft;
        });
    }

    static ReturnRequest send(ReturnDraft draft, String orderNumber) {
        return bean(ReturnDraftService.class).send(orderNumber, wish(orderNumber, 0, 1, null).customerId(), draft.getToken(),
            Locale.ENGLISH);
    }

    static StatusPreview preview(ReturnRequest request, ReturnStatus to, String message, StatusChange.LabelFile label) {
        return bean(StatusChangeService.class).preview(
            new StatusChange(request.getNumber(), request.getVersion(), to, message, null, Map.of(), label, reasons(to)), ADMIN);
    }

    /** Sends a label, without a mail. */
    static void sendLabel(ReturnRequest request) {
        String token = preview(request, ReturnStatus.LABEL_SENT, null,
            new StatusChange.LabelFile("label.pdf", () -> new ByteArrayInputStream(LABEL))).getToken();
        bean(StatusChangeService.class).apply(token, false, ADMIN);
    }

    /** What a decision with refused units needs besides. */
    static Map<String, String> reasons(ReturnStatus to) {
        return to == ReturnStatus.REFUSED || to == ReturnStatus.PARTIALLY_ACCEPTED ? Map.of("refused.reason", "USED") : Map.of();
    }

    static ReturnRequest change(ReturnRequest request, ReturnStatus to, boolean mail) {
        return bean(StatusChangeService.class).apply(preview(request, to, null, null).getToken(), mail, ADMIN);
    }
}
