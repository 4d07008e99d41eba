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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.platform.CustomerLanguage;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.OnlySubmittedOrders;
import org.broadleafreturns.core.policy.OnlyWhatIsLeft;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.springframework.beans.BeanUtils;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * The real commands over one order and records that live in memory. What persistence does and the tests rely on is imitated:
 * identifiers, and a version that grows when a changed return is written.
 */
final class InMemoryReturns {

    private final Order order = Fixtures.submittedOrder();
    private final List<OrderedLine> ordered;
    private final Map<String, ReturnRequest> byNumber = new LinkedHashMap<>();
    private final Map<String, StatusPreview> previews = new LinkedHashMap<>();
    private final List<Object> events = new ArrayList<>();
    private long lastId = 1000;
    private final ReturnSubmissionService submissions;
    private final StatusChangeService changes;

    InMemoryReturns(List<OrderedLine> ordered) {
        this.ordered = List.copyOf(ordered);
        ShopOrders orders = orders();
        ReturnRequests requests = requests();
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
        ApplicationEventPublisher publisher = events::add;
        List<Object> parts = List.of(requests, orders, clock, publisher, previews(), mails(), entityManager(),
            Fixtures.CHOICES, Fixtures.SETTINGS, new TakenQuantities(requests),
            wired(OrderSituations.class, List.of(requests, clock)), wired(OrderCommands.class, List.of(orders)),
            new CustomerLanguage(Locale.ENGLISH), new ClientAddress(false),
            new ReturnPolicy(orders, List.of(new OnlySubmittedOrders(), new OnlyWhatIsLeft())));
        submissions = wired(ReturnSubmissionService.class, parts);
        changes = wired(StatusChangeService.class, parts);
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
        lenient().when(mails.confirmation(any())).thenReturn(Optional.empty());
        lenient().when(mails.statusChange(any(), any(), any())).thenReturn(Optional.empty());
        return mails;
    }

    ReturnRequest submit(List<SubmitReturn.Line> lines, String key) {
        return submissions.submit(new SubmitReturn(order.getOrderNumber(), Fixtures.CUSTOMER_ID, lines, "REFUND", null,
            Locale.ENGLISH, key));
    }

    StatusChangeService changes() {
        return changes;
    }

    /** In the order of their submission. */
    List<ReturnRequest> all() {
        return List.copyOf(byNumber.values());
    }

    /** What was told to the rest of the shop, in order. */
    <T> List<T> told(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private ShopOrders orders() {
        ShopOrders orders = stub(ShopOrders.class);
        lenient().when(orders.findByNumber(order.getOrderNumber())).thenReturn(Optional.of(order));
        lenient().when(orders.linesOf(order)).thenReturn(ordered);
        return orders;
    }

    private ReturnRequests requests() {
        ReturnRequests requests = stub(ReturnRequests.class);
        lenient().when(requests.save(any())).thenAnswer(call -> {
            ReturnRequest request = call.getArgument(0);
            identify(request);
            request.getLines().forEach(this::identify);
            byNumber.put(request.getNumber(), request);
            return request;
        });
        lenient().when(requests.findByNumber(anyString())).thenAnswer(call ->
            Optional.ofNullable(byNumber.get(call.<String>getArgument(0))));
        lenient().when(requests.findOrderId(anyString())).thenAnswer(call ->
            Optional.ofNullable(byNumber.get(call.<String>getArgument(0))).map(request -> order.getId()));
        lenient().when(requests.findBySubmissionKey(anyString())).thenAnswer(call ->
            first(request -> call.getArgument(0).equals(ReflectionTestUtils.getField(request, "submissionKey"))));
        lenient().when(requests.countByNumber(anyString())).thenReturn(0L);
        lenient().when(requests.findQuantities(anyLong())).thenAnswer(call -> byNumber.values().stream()
            .flatMap(request -> request.getLines().stream().map(line -> new Object[] {line.getOrderItem().getId(),
                request.getId(), request.getStatus().name(), line.getQuantityRequested(), line.getQuantityAccepted()}))
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
            Optional.ofNullable(previews.get(call.<String>getArgument(0))));
        lenient().when(repository.findOrderId(any())).thenAnswer(call ->
            Optional.ofNullable(previews.get(call.<String>getArgument(0))).map(preview -> order.getId()));
        return repository;
    }

    private EntityManager entityManager() {
        EntityManager entityManager = stub(EntityManager.class);
        Map<ReturnRequest, Integer> journalAtLastFlush = new LinkedHashMap<>();
        doAnswer(call -> {
            for (ReturnRequest request : byNumber.values()) {
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

    private void identify(Object record) {
        ReflectionTestUtils.setField(record, "id", lastId++);
    }

    private static <T> T stub(Class<T> type) {
        return mock(type, withSettings().stubOnly());
    }
}
