package org.broadleafreturns.core.request;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

import java.lang.reflect.Constructor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.CustomerLanguage;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.EligibleLine;
import org.broadleafreturns.core.policy.OnlySubmittedOrders;
import org.broadleafreturns.core.policy.OnlyWhatIsLeft;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.broadleafreturns.core.policy.WithinWindow;
import org.broadleafreturns.core.request.sequence.ReturnsUnderTest;
import org.broadleafreturns.core.request.sequence.StoredReturn;
import org.broadleafreturns.core.restock.InMemoryStock;
import org.mockito.Mockito;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The real commands over one order and records that live in memory. What persistence does and the tests rely on is imitated:
 * identifiers, and a version that grows when a changed return is written.
 */
final class InMemoryReturns implements ReturnsUnderTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final AtomicLong IDS = new AtomicLong(1000);
    /** One for all: it reads a long list of what files begin with. */
    private static final Documents DOCUMENTS = wired(Documents.class, List.of(CLOCK));
    private static final MailContent MAIL = new MailContent("ann@example.com", "Your return", "<p>Your return</p>", "Your return");

    private final Order order = Fixtures.submittedOrder();
    private final List<OrderedLine> ordered = new ArrayList<>();
    private final Map<String, ReturnRequest> byNumber = new LinkedHashMap<>();
    private final Map<String, StatusPreview> previews = new LinkedHashMap<>();
    private final List<Object> events = new ArrayList<>();
    private final InMemoryStock stock = new InMemoryStock();
    private final ReturnSubmissionService submissions;
    private final StatusChangeService changes;
    private final CancellationService cancellations;
    private final CorrectionService corrections;
    private final ReturnLookup lookup;

    /**
     * @param quantities how many units of each item the order is of
     * @param late whether it is too old for its customer to return anything of it
     */
    InMemoryReturns(List<Integer> quantities, boolean late) {
        quantities.forEach(quantity -> ordered.add(Fixtures.line((long) ordered.size(), quantity)));
        // One article that nobody counts, as in most shops.
        ordered.forEach(line -> stock.with(line.itemId(), 100 + line.itemId(), line.itemId() == 1 ? null : 0));
        order.setSubmitDate(Date.from(NOW.minus(late ? 75 : 1, ChronoUnit.DAYS)));
        ShopOrders orders = orders();
        ReturnRequests requests = requests();
        ApplicationEventPublisher publisher = events::add;
        EntityManager entityManager = entityManager();
        List<Object> parts = new ArrayList<>(List.of(requests, orders, CLOCK, publisher, previews(), mails(), entityManager,
            Steps.current(requests, entityManager), DOCUMENTS, Fixtures.CHOICES, Fixtures.SETTINGS, Steps.parts(requests, orders, stock.part(Fixtures.CHOICES)),
            wired(OrderSituations.class, List.of(requests, orders, CLOCK)),
            new CustomerLanguage(Locale.ENGLISH), new ClientAddress(false), new ReturnPolicy(orders,
                List.of(new OnlySubmittedOrders(), new WithinWindow(Fixtures.SETTINGS), new OnlyWhatIsLeft()))));
        Outbox outbox = wired(Outbox.class, parts);
        parts.add(outbox);
        parts.add(Steps.of(requests, orders, outbox, publisher, entityManager, CLOCK, stock.guard()));
        submissions = wired(ReturnSubmissionService.class, parts);
        changes = wired(StatusChangeService.class, parts);
        cancellations = wired(CancellationService.class, parts);
        parts.add(wired(CorrectionRules.class, parts));
        parts.add(wired(PreviewedSteps.class, parts));
        parts.add(wired(ReturnTexts.class, parts));
        parts.add(wired(FoundReturns.class, parts));
        corrections = wired(CorrectionService.class, parts);
        lookup = wired(ReturnLookup.class, parts);
    }

    /** Makes an object of those parts; what is not among them matters to no test here and does nothing. */
    private static <T> T wired(Class<T> type, List<Object> parts) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        Object[] arguments = Arrays.stream(constructor.getParameterTypes())
            .map(wanted -> parts.stream().filter(wanted::isInstance).findFirst().orElseGet(() -> stub(wanted)))
            .toArray();
        return type.cast(BeanUtils.instantiateClass(constructor, arguments));
    }

    private static ReturnMails mails() {
        ReturnMails mails = stub(ReturnMails.class);
        lenient().when(mails.recipientOf(any())).thenReturn(Optional.of(MAIL.recipient()));
        lenient().when(mails.confirmation(any(), any())).thenReturn(Optional.of(MAIL));
        lenient().when(mails.confirmation(any(), any(), any())).thenReturn(Optional.of(MAIL));
        lenient().when(mails.statusChange(any(), any(), any())).thenReturn(Optional.of(MAIL));
        lenient().when(mails.correction(any(), any(), any(), any())).thenReturn(Optional.of(MAIL));
        return mails;
    }

    @Override
    public OrderToReturn order() {
        return new OrderToReturn(order.getId(), order.getOrderNumber(), Fixtures.CUSTOMER_ID,
            ordered.stream().map(OrderedLine::itemId).toList(), 999L, "REFUND");
    }

    @Override
    public ReturnSubmissionService submissions() {
        return submissions;
    }

    @Override
    public StatusChangeService changes() {
        return changes;
    }

    @Override
    public CancellationService cancellations() {
        return cancellations;
    }

    @Override
    public CorrectionService corrections() {
        return corrections;
    }

    @Override
    public List<StoredReturn> stored() {
        return byNumber.values().stream().map(request -> new StoredReturn(request.getNumber(), request.getStatus().name(),
            request.getVersion(), request.getArticleCount(), name(request.getLabel()),
            request.getLines().stream().map(line -> new StoredReturn.Line(line.getId(), line.getOrderItem().getId(),
                line.getQuantityRequested(), line.getQuantityReceived(), line.getQuantityKept(), line.getQuantityAccepted(),
                line.getQuantityRefused(), line.getQuantityStaying(), line.getRefusalReason(), line.conditions())).toList(),
            request.getJournal().stream().filter(InMemoryReturns::isModelled).map(InMemoryReturns::entry).toList())).toList();
    }

    /** What stock and others note beside is their own. */
    private static boolean isModelled(JournalEntry entry) {
        return entry.isStatus() || entry.getKind().equals(ReturnRequest.CORRECTED);
    }

    private static StoredReturn.Entry entry(JournalEntry entry) {
        return new StoredReturn.Entry(entry.getHappenedAt() + entry.getActorName() + entry.getMessage(),
            entry.getActorKind() + " " + entry.getActorId(),
            entry.getFrom(), entry.getTo(), entry.getNote(),
            name(entry.getDocument()), entry.getMail() != null);
    }

    private static String name(ReturnDocument document) {
        return document == null ? null : document.getFileName();
    }

    @Override
    public List<Integer> returnable() {
        return lookup.eligibilityForMerchant(order).lines().stream().map(EligibleLine::returnable).toList();
    }

    /** The shelf of the shop. */
    InMemoryStock shelf() {
        return stock;
    }

    @Override
    public List<Integer> stock() {
        return ordered.stream().map(line -> stock.ofItem(line.itemId())).toList();
    }

    @Override
    public List<Integer> moved() {
        return ordered.stream().map(line -> stock.moved(line.itemId())).toList();
    }

    @Override
    public void sell(int item, int units) {
        stock.sell(100 + ordered.get(item).itemId(), units);
    }

    @Override
    public List<Object> told() {
        return events;
    }

    @Override
    public void atOnce(List<Runnable> things) {
        things.forEach(Runnable::run);
    }

    @Override
    public <T> T inTransaction(Supplier<T> thing) {
        return thing.get();
    }

    private ShopOrders orders() {
        ShopOrders orders = stub(ShopOrders.class);
        lenient().when(orders.findOfCustomer(order.getOrderNumber(), Fixtures.CUSTOMER_ID)).thenReturn(Optional.of(order));
        lenient().when(orders.statesOf(any())).thenAnswer(call -> Map.of(order.getId(), OrderState.of(order)));
        Fixtures.asTheInterfaceHasIt(orders);
        lenient().when(orders.findById(order.getId())).thenReturn(Optional.of(order));
        lenient().when(orders.linesOf(order)).thenReturn(ordered);
        lenient().when(orders.unitsOf(order.getId())).thenAnswer(call ->
            ordered.stream().collect(Collectors.toMap(OrderedLine::itemId, OrderedLine::quantity)));
        return orders;
    }

    private OrderKey key() {
        return new OrderKey(order.getId(), Fixtures.CUSTOMER_ID);
    }

    private ReturnRequests requests() {
        ReturnRequests requests = stub(ReturnRequests.class);
        lenient().when(requests.save(any())).thenAnswer(call -> {
            ReturnRequest request = call.getArgument(0);
            identified(request);
            request.getLines().forEach(InMemoryReturns::identified);
            byNumber.put(request.getNumber(), request);
            return request;
        });
        lenient().when(requests.findByNumberWithLines(anyString())).thenAnswer(call ->
            Optional.ofNullable(byNumber.get(call.<String>getArgument(0))).stream().toList());
        lenient().when(requests.findByNumber(anyString())).thenAnswer(call ->
            Optional.ofNullable(byNumber.get(call.<String>getArgument(0))));
        lenient().when(requests.findVersion(anyLong())).thenAnswer(call ->
            first(request -> call.getArgument(0).equals(request.getId())).map(ReturnRequest::getVersion).orElseThrow());
        lenient().when(requests.findOrderKey(anyString())).thenAnswer(call ->
            Optional.ofNullable(byNumber.get(call.<String>getArgument(0))).map(request -> key()));
        lenient().when(requests.findOrderKeyById(anyLong())).thenAnswer(call ->
            first(request -> call.getArgument(0).equals(request.getId())).map(request -> key()));
        lenient().when(requests.findOrderKeyOfCustomer(anyString(), anyLong())).thenAnswer(call ->
            requests.findOfCustomerWithLines(call.getArgument(0), call.getArgument(1)).stream().map(request -> key()).findFirst());
        lenient().when(requests.findOfCustomerWithLines(anyString(), anyLong())).thenAnswer(call ->
            Optional.ofNullable(byNumber.get(call.<String>getArgument(0)))
                .filter(request -> request.getCustomer().getId().equals(call.getArgument(1))).stream().toList());
        lenient().when(requests.findByKeyOrNumber(any(), anyString())).thenAnswer(call -> byNumber.values().stream()
            .filter(request -> request.wasSentWith(call.getArgument(0)) || request.getNumber().equals(call.getArgument(1))).toList());
        lenient().when(requests.findQuantities(anyLong())).thenAnswer(call -> byNumber.values().stream()
            .flatMap(request -> request.getLines().stream().map(line -> new Object[] {line.getOrderItem().getId(),
                request.getId(), request.getStatus().name(), line.getQuantityRequested(),
                line.getQuantityAccepted() + line.getQuantityStaying()}))
            .toList());
        return requests;
    }

    private StatusPreviews previews() {
        StatusPreviews repository = stub(StatusPreviews.class);
        lenient().when(repository.save(any())).thenAnswer(call -> {
            StatusPreview preview = call.getArgument(0);
            previews.put(preview.getToken(), preview);
            return preview;
        });
        lenient().when(repository.findByToken(any())).thenAnswer(call ->
            Optional.ofNullable(previews.get(call.<String>getArgument(0))).stream().toList());
        lenient().when(repository.findRequestId(any())).thenAnswer(call ->
            Optional.ofNullable(previews.get(call.<String>getArgument(0))).map(preview -> preview.getRequest().getId()));
        return repository;
    }

    private EntityManager entityManager() {
        EntityManager entityManager = stub(EntityManager.class);
        Map<ReturnRequest, Integer> journalAtLastFlush = new LinkedHashMap<>();
        doAnswer(call -> {
            for (ReturnRequest request : byNumber.values()) {
                request.linesOfAllTime().stream().filter(line -> line.getId() == null).forEach(InMemoryReturns::identified);
                int entries = request.getJournal().size();
                if (journalAtLastFlush.getOrDefault(request, 1) != entries) {
                    ReflectionTestUtils.setField(request, "version", request.getVersion() + 1);
                    journalAtLastFlush.put(request, entries);
                }
            }
            return null;
        }).when(entityManager).flush();
        return entityManager;
    }

    private Optional<ReturnRequest> first(Predicate<ReturnRequest> wanted) {
        return byNumber.values().stream().filter(wanted).findFirst();
    }

    /** What is saved has an identifier afterwards; all else does nothing. */
    private static <T> T stub(Class<T> type) {
        return mock(type, withSettings().stubOnly().defaultAnswer(call -> call.getMethod().getName().equals("save")
            ? identified(call.getArgument(0)) : Mockito.RETURNS_DEFAULTS.answer(call)));
    }

    /** Also of null, with which Mockito is told what to do. */
    private static Object identified(Object record) {
        if (record != null) {
            ReflectionTestUtils.setField(record, "id", IDS.getAndIncrement());
        }
        return record;
    }
}
