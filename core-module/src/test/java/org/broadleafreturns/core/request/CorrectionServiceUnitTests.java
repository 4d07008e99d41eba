package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.broadleafreturns.core.request.Fixtures.line;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.OnlySubmittedOrders;
import org.broadleafreturns.core.policy.OnlyWhatIsLeft;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.broadleafreturns.core.policy.WithinWindow;
import org.broadleafreturns.core.search.SearchIndex;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** A return of three of five units of item 1; item 2 is there twice, and another return has one of each. */
class CorrectionServiceUnitTests {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Actor MERCHANT = Actor.merchant(7L, "Ms Merchant", false);
    private static final Actor CHIEF = Actor.merchant(8L, "Mr Chief", true);
    private static final MailContent MAIL = new MailContent("ann@example.com", "subject", "html", "text");
    private static final MailContent CANCELLATION = new MailContent("ann@example.com", "cancelled", "html", "text");

    private final ReturnRequests requests = mock(ReturnRequests.class);
    private final StatusPreviews previews = mock(StatusPreviews.class);
    private final ShopOrders orders = mock(ShopOrders.class);
    private final ReturnMails mails = mock(ReturnMails.class);
    private final Outbox outbox = mock(Outbox.class);
    private final SearchIndex words = mock(SearchIndex.class);
    private final StepGuard guard = mock(StepGuard.class);
    private final List<Object> published = new ArrayList<>();
    private final Order order = Fixtures.submittedOrder();
    private final List<OrderedLine> ordered = List.of(line(1L, 5), line(2L, 2));
    private ReturnRequest request;
    private CorrectionService service;

    @BeforeEach
    void setUp() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        EntityManager entityManager = mock(EntityManager.class);
        ReturnSteps steps = Steps.of(requests, orders, outbox, published::add, entityManager, clock, guard);
        OrderSituations situations = new OrderSituations(requests, orders, mock(DeliveryService.class), clock);
        CorrectionRules rules = new CorrectionRules(orders, situations,
            new ReturnPolicy(orders, List.of(new OnlySubmittedOrders(), new WithinWindow(Fixtures.SETTINGS), new OnlyWhatIsLeft())),
            Fixtures.CHOICES, Fixtures.SETTINGS);
        service = new CorrectionService(previews, rules, mails,
            new FoundReturns(new ReturnTexts(requests, orders), orders, words), steps,
            new PreviewedSteps(requests, previews, Steps.current(requests, entityManager), steps), clock);
        order.setSubmitDate(Date.from(NOW.minus(1, ChronoUnit.DAYS)));
        request = new ReturnRequest(new ReturnNumber("R2345-6789"), order, order.getCustomer(), "REFUND", null, Locale.FRENCH, null,
            Date.from(NOW));
        ReflectionTestUtils.setField(request, "id", 1L);
        request.add(ordered.get(0), 3, "OTHER");
        ReflectionTestUtils.setField(request.getLines().get(0), "id", 100L);
        when(requests.findByNumberWithLines("R2345-6789")).thenReturn(List.of(request));
        when(requests.findOrderKey("R2345-6789")).thenReturn(Optional.of(new OrderKey(11L, Fixtures.CUSTOMER_ID)));
        when(requests.findOrderKeyById(1L)).thenReturn(Optional.of(new OrderKey(11L, Fixtures.CUSTOMER_ID)));
        when(requests.findQuantities(11L)).thenReturn(List.of(new Object[] {1L, 1L, "REQUESTED", 3, 0},
            new Object[] {1L, 2L, "REQUESTED", 1, 0}, new Object[] {2L, 2L, "REQUESTED", 1, 0}));
        Fixtures.asTheInterfaceHasIt(orders);
        when(orders.statesOf(any())).thenAnswer(call -> Map.of(11L, OrderState.of(order)));
        when(orders.findById(11L)).thenReturn(Optional.of(order));
        when(orders.linesOf(order)).thenReturn(ordered);
        when(mails.correction(any(), any(), any(), any())).thenReturn(Optional.of(MAIL));
        when(mails.statusChange(any(), any(), any())).thenReturn(Optional.of(CANCELLATION));
        when(mails.recipientOf(any())).thenReturn(Optional.of(MAIL.recipient()));
        AtomicReference<StatusPreview> kept = new AtomicReference<>();
        when(previews.save(any())).thenAnswer(call -> {
            kept.set(call.getArgument(0));
            return kept.get();
        });
        when(previews.findByToken(any())).thenAnswer(call ->
            Stream.ofNullable(kept.get()).filter(preview -> preview.getToken().equals(call.getArgument(0))).toList());
        when(previews.findRequestId(any())).thenReturn(Optional.of(1L));
    }

    @Test
    void aPreviewChangesNothingAndKeepsWhatWasEntered() {
        Correction entered = correction(List.of(new Correction.Line(100L, 2, "DAMAGED", null)), List.of(added(2L, 1)));

        StatusPreview preview = service.preview(entered, MERCHANT);

        assertThat(preview.getMail()).isEqualTo(MAIL);
        assertThat(preview.getTo()).isEqualTo(ReturnStatus.REQUESTED);
        assertThat(preview.lacksLabel()).isFalse();
        assertThat(preview.getCorrection()).isEqualTo(entered);
        assertThat(request.getArticleCount()).isEqualTo(3);
        assertThat(request.getJournal()).isEmpty();
        verifyNoInteractions(outbox, words);
    }

    @Test
    void appliesOnceWithThePreviewedMail() {
        Correction entered = correction(List.of(new Correction.Line(100L, 2, "DAMAGED", null)), List.of(added(2L, 1)));
        String token = service.preview(entered, MERCHANT).getToken();

        service.apply("R2345-6789", token, true, MERCHANT);
        service.apply("R2345-6789", token, true, MERCHANT);

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
        assertThat(request.getLines())
            .extracting(ReturnLine::getOrderItemId, ReturnLine::getQuantityRequested, ReturnLine::getReasonCode)
            .containsExactly(tuple(1L, 2, "DAMAGED"), tuple(2L, 1, "OTHER"));
        assertThat(request.getJournal()).hasSize(1);
        verify(outbox).queue(MAIL, null);
        assertThat(published).containsExactly(new ReturnCorrected(1L, "R2345-6789", 11L));
    }

    @Test
    void isFoundByWhatItIsAboutSince() {
        when(requests.findTexts(List.of(1L))).thenReturn(List.<Object[]>of(new Object[] {1L, "R2345-6789", "O-1", "Ann", "Lee"}));
        when(requests.findAddresses(List.of(1L)))
            .thenReturn(List.<Object[]>of(new Object[] {1L, "ann@example.com", "lee@example.com", 1}));
        when(orders.codesOf(List.of(1L, 2L))).thenReturn(Map.of(2L, List.of("HAT-2")));

        service.execute(correction(List.of(), List.of(added(2L, 1))), false, MERCHANT);

        verify(words).replace(Map.of(1L, List.of("R2345-6789", "O-1", "Ann", "Lee", "ann@example.com", "lee@example.com",
            "Article 1", "Article 2", "HAT-2")));
    }

    @Test
    void isTheMerchantsOwnAndOfTheReturnAsItWas() {
        String token = service.preview(quantity(2), MERCHANT).getToken();

        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> service.apply("R2345-6789", token, false, CHIEF));
        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> service.apply("R9999-9999", token, false, MERCHANT));
        ReflectionTestUtils.setField(request, "version", 1);
        assertThatExceptionOfType(StaleReturnException.class).isThrownBy(() -> service.apply("R2345-6789", token, false, MERCHANT));
        assertThatExceptionOfType(StaleReturnException.class).isThrownBy(() -> service.preview(quantity(2), MERCHANT));
        assertThat(request.getArticleCount()).isEqualTo(3);
    }

    @Test
    void wantsANoteAndSomethingToDo() {
        assertRefused(new Correction("R2345-6789", 0, quantity(2).lines(), List.of(), null, " ", null),
            Objection.to("note", "rtn.objection.correct.note"));
        assertRefused(quantity(3), Objection.general("rtn.objection.correct.nothing"));
        assertRefused(correction(List.of(), List.of()), Objection.general("rtn.objection.correct.nothing"));
        assertRefused(new Correction("R2345-6789", 0, quantity(2).lines(), List.of(), null, "x", "y".repeat(2001)),
            Objection.to("message", "rtn.objection.text.tooLong", 2000));
    }

    @Test
    void givesNoMoreThanOtherReturnsLeave() {
        assertRefused(quantity(-1), Objection.to("lines[100].quantity", "rtn.objection.correct.quantity"));
        assertRefused(quantity(5), Objection.to("lines[100].quantity", "rtn.objection.quantity.tooMany", 4));
        assertRefused(correction(List.of(), List.of(added(2L, 2))),
            Objection.to("added[2].quantity", "rtn.objection.quantity.tooMany", 1));
        assertRefused(correction(List.of(), List.of(added(2L, 0))),
            Objection.to("added[2].quantity", "rtn.objection.quantity.notPositive"));

        service.execute(quantity(4), false, MERCHANT);
        assertThat(request.getArticleCount()).isEqualTo(4);
    }

    @Test
    void takesNoLineOfAnother() {
        assertRefused(correction(List.of(new Correction.Line(999L, 1, "OTHER", null)), List.of()),
            Objection.general("rtn.objection.line.unknown"));
        assertRefused(correction(List.of(), List.of(added(99L, 1))), Objection.general("rtn.objection.line.unknown"));
        assertRefused(correction(List.of(), List.of(added(1L, 1))), Objection.general("rtn.objection.line.unknown"));
        assertRefused(correction(List.of(), List.of(added(2L, 1), added(2L, 1))), Objection.general("rtn.objection.line.unknown"));
    }

    @Test
    void wantsReasonsThatAreOnOfferAndWhatTheyAskFor() {
        assertRefused(reason("GONE"), Objection.to("lines[100].reason", "rtn.objection.refusal.gone"));
        assertRefused(reason(null), Objection.to("lines[100].reason", "rtn.objection.reason.missing"));
        assertRefused(reason("TELL_US"), Objection.to("comment", "rtn.objection.comment.missing"));

        service.execute(new Correction("R2345-6789", 0, reason("TELL_US").lines(), List.of(), "It glows.", "a call", null), false,
            MERCHANT);
        assertThat(request.getComment()).isEqualTo("It glows.");
    }

    /** The note is the ground. */
    @Test
    void passesOverWhatAMerchantCan() {
        order.setSubmitDate(Date.from(NOW.minus(90, ChronoUnit.DAYS)));

        service.execute(correction(List.of(), List.of(added(2L, 1))), false, MERCHANT);
        assertThat(request.getArticleCount()).isEqualTo(4);
    }

    @Test
    void asksForLessWhateverHasBecomeOfTheOrder() {
        when(orders.linesOf(order)).thenReturn(List.of());

        service.execute(quantity(1), false, MERCHANT);
        assertThat(request.getArticleCount()).isEqualTo(1);
    }

    @Test
    void putsRightWhatWasMistypedAsReceived() {
        request.receive(Map.of(100L, new ReceivedUnits(2, Map.of("AS_NEW", 2))), null, Steps.by(MERCHANT, Date.from(NOW)));

        assertRefused(quantity(1), Objection.to("lines[100].quantity", "rtn.objection.correct.belowReceived", 2L));
        assertRefused(received(3, new Correction.Heap(3, null), new Correction.Heap(1, "DAMAGED")),
            Objection.to("lines[100].received.1", "rtn.objection.correct.received.tooMany", 3));
        assertRefused(received(3, new Correction.Heap(4, null)),
            Objection.to("lines[100].received.1", "rtn.objection.received.range", 3));
        assertRefused(received(3, new Correction.Heap(-1, null)),
            Objection.to("lines[100].received.1", "rtn.objection.received.range", 3));
        assertRefused(received(3, new Correction.Heap(1, "GONE")),
            Objection.to("lines[100].received.1.condition", "rtn.objection.condition.gone"));

        service.execute(received(1, new Correction.Heap(1, "DAMAGED")), false, MERCHANT);
        assertThat(request.getLines().get(0).standing())
            .isEqualTo(new LineStanding(1, "OTHER", new ReceivedUnits(1, Map.of("DAMAGED", 1))));
        service.execute(received(1, new Correction.Heap(0, null)), false, MERCHANT);
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(request.getLines().get(0).getQuantityReceived()).isZero();
    }

    @Test
    void nothingIsReceivedByTheWay() {
        assertRefused(received(3, new Correction.Heap(1, null)),
            Objection.to("lines[100].received.1", "rtn.objection.received.range", 0));
    }

    @Test
    void takingTheLastLineOutCallsTheReturnOff() {
        StatusPreview preview = service.preview(quantity(0), MERCHANT);
        assertThat(preview.getTo()).isEqualTo(ReturnStatus.CANCELLED);
        assertThat(preview.getMail()).isEqualTo(CANCELLATION);

        service.apply("R2345-6789", preview.getToken(), true, MERCHANT);

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.CANCELLED);
        assertThat(request.getArticleCount()).as("what was called off").isEqualTo(3);
        assertThat(request.getJournal().get(0).getNote()).isEqualTo("a call");
        verify(outbox).queue(CANCELLATION, null);
        assertThat(published).containsExactly(
            new ReturnStatusChanged(1L, "R2345-6789", 11L, ReturnStatus.REQUESTED, ReturnStatus.CANCELLED));
    }

    @Test
    void theLastLineStaysOnceGoodsHaveCome() {
        request.receive(Steps.by(MERCHANT, Date.from(NOW)));

        assertRefused(received(0, new Correction.Heap(0, null)), Objection.general("rtn.objection.correct.lastLine"));
    }

    @Test
    void isTooLateAfterTheDecision() {
        request.accept(Steps.by(MERCHANT, Date.from(NOW)));

        assertRefused(quantity(2), Objection.general("rtn.objection.correct.decided"));
    }

    @Test
    void guardsSeeWhatBecomesOfTheLines() {
        when(guard.objections(eq(request), any(CorrectionStep.class), eq(MERCHANT))).thenAnswer(call -> {
            Map<Long, LineStanding> standings = call.<CorrectionStep>getArgument(1).standings(request);
            return standings.get(100L).requested() < 3 ? List.of(Objection.general("rtn.objection.sold")) : List.of();
        });

        assertRefused(quantity(2), Objection.general("rtn.objection.sold"));
        service.execute(quantity(4), false, MERCHANT);
    }

    @Test
    void isNotMailedToNobody() {
        when(mails.correction(any(), any(), any(), any())).thenReturn(Optional.empty());
        when(mails.recipientOf(any())).thenReturn(Optional.empty());
        String token = service.preview(quantity(2), MERCHANT).getToken();

        for (Runnable mailed : List.<Runnable>of(() -> service.apply("R2345-6789", token, true, MERCHANT),
                () -> service.execute(quantity(2), true, MERCHANT))) {
            assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(mailed::run).satisfies(refused ->
                assertThat(refused.objections()).containsExactly(Objection.general("rtn.objection.mail.noRecipient")));
        }
        service.apply("R2345-6789", token, false, MERCHANT);
        assertThat(request.getArticleCount()).isEqualTo(2);
    }

    private void assertRefused(Correction correction, Objection objection) {
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.preview(correction, MERCHANT))
            .satisfies(refused -> assertThat(refused.objections()).containsExactly(objection));
    }

    private static Correction quantity(int units) {
        return correction(List.of(new Correction.Line(100L, units, "OTHER", null)), List.of());
    }

    private static Correction reason(String code) {
        return correction(List.of(new Correction.Line(100L, 3, code, null)), List.of());
    }

    private static Correction received(int requested, Correction.Heap... heaps) {
        return correction(List.of(new Correction.Line(100L, requested, "OTHER", Arrays.asList(heaps))), List.of());
    }

    private static SubmitReturn.Line added(Long item, int units) {
        return new SubmitReturn.Line(item, units, "OTHER");
    }

    private static Correction correction(List<Correction.Line> lines, List<SubmitReturn.Line> added) {
        return new Correction("R2345-6789", 0, lines, added, null, "a call", null);
    }
}
