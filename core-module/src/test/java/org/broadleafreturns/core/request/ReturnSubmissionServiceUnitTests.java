package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.broadleafreturns.core.request.Fixtures.CUSTOMER_ID;
import static org.broadleafreturns.core.request.Fixtures.line;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.ArgumentMatchers.isNull;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.service.type.OrderStatus;
import org.broadleafreturns.core.delivery.DeliveryService;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.mail.QueuedContent;
import org.broadleafreturns.core.platform.CustomerLanguage;
import org.broadleafreturns.core.platform.OrderState;
import org.broadleafreturns.core.platform.OrderedLine;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.policy.MaximumReturnsPerOrder;
import org.broadleafreturns.core.policy.OnlySubmittedOrders;
import org.broadleafreturns.core.policy.OnlyWhatIsLeft;
import org.broadleafreturns.core.policy.OrderSituation;
import org.broadleafreturns.core.policy.ReturnPolicy;
import org.broadleafreturns.core.policy.ReturnRule;
import org.broadleafreturns.core.search.SearchIndex;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.ReflectionTestUtils;

class ReturnSubmissionServiceUnitTests {

    private static final Actor MERCHANT = Actor.merchant(-1L, "Alex", false);

    private final ReturnRequests requests = mock(ReturnRequests.class);
    private final ShopOrders orders = mock(ShopOrders.class);
    private final ReturnMails mails = mock(ReturnMails.class);
    private final Outbox outbox = mock(Outbox.class);
    private final List<Object> published = new ArrayList<>();
    private final ApplicationEventPublisher events = published::add;
    private final Order order = Fixtures.submittedOrder();
    private final GiftPart gift = new GiftPart();
    private ReturnRule waivable = rule(false);
    private ReturnSubmissionService service;

    @BeforeEach
    void setUp() {
        service = service();
        when(orders.findById(11L)).thenReturn(Optional.of(order));
        when(orders.findOfCustomer("O-1", CUSTOMER_ID)).thenReturn(Optional.of(order));
        when(orders.statesOf(any())).thenAnswer(call -> Map.of(11L, OrderState.of(order)));
        Fixtures.asTheInterfaceHasIt(orders);
        when(outbox.queueAll(any())).thenAnswer(call ->
            call.<List<QueuedContent>>getArgument(0).stream().map(content -> mock(OutgoingMail.class)).toList());
        when(orders.linesOf(order)).thenReturn(List.of(line(1L, 3), line(2L, 1)));
        when(requests.save(any())).thenAnswer(call -> {
            ReflectionTestUtils.setField((Object) call.getArgument(0), "id", 77L);
            return call.getArgument(0);
        });
        MailContent mail = new MailContent("ann@example.com", "s", "h", "t");
        when(mails.confirmation(any(), any())).thenReturn(Optional.of(mail));
        when(mails.confirmation(any(), any(), any())).thenReturn(Optional.of(mail));
    }

    @Test
    void storesWhatWasAskedForAndConfirmsIt() {
        ReturnRequest request = service.submit(wish(pick(1L, 2, "DAMAGED"), pick(2L, 1, "OTHER")));

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
        assertThat(request.getLines()).extracting(ReturnLine::getQuantityRequested, ReturnLine::getReasonCode)
            .containsExactly(tuple(2, "DAMAGED"), tuple(1, "OTHER"));
        assertThat(request.getSubmittedAt()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(request.getLanguage()).isEqualTo(Locale.FRENCH);
        assertThat(request.getJournal()).singleElement()
            .satisfies(entry -> assertThat(entry.getActorName()).isEqualTo("Ann Lee"));
        verify(outbox).queueAll(List.of(toCustomer()));
        assertThat(published).containsExactly(new ReturnRequested(77L, request.getNumber(), 11L));
    }

    @Test
    void tellsTheShopOfAStoredRequestOnly() {
        MailContent toOne = new MailContent("one@shop.example", "s", "h", "t");
        MailContent toOther = new MailContent("other@shop.example", "s", "h", "t");
        when(mails.toShop(any(), any())).thenReturn(List.of(toOne, toOther));

        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.submit(wish(pick(1L, 4, "OTHER"))));
        verify(outbox, never()).queueAll(any());
        ReturnRequest request = service.submit(wish(pick(1L, 1, "OTHER")));
        verify(outbox).queueAll(List.of(toCustomer(), new QueuedContent(toOne, null, request.getNumber()),
            new QueuedContent(toOther, null, request.getNumber())));
    }

    @Test
    void locksTheOrderBeforeItLooksAtWhatIsLeft() {
        service.submit(wish(pick(1L, 1, "OTHER")));

        InOrder sequence = inOrder(orders, requests);
        sequence.verify(orders).lock(11L);
        sequence.verify(requests).findQuantities(11L);
        sequence.verify(requests).save(any());
    }

    @Test
    void doesNotKnowOrdersOfOthers() {
        when(orders.findOfCustomer("O-1", CUSTOMER_ID)).thenReturn(Optional.empty());

        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> service.submit(wish(pick(1L, 1, "OTHER"))));
        verify(orders, never()).lock(any());
        verify(requests, never()).save(any());
    }

    @Test
    void refusesAnOrderThatWasNotSubmitted() {
        order.setStatus(OrderStatus.IN_PROCESS);

        assertRefused(wish(pick(1L, 1, "OTHER")), Objection.general("rtn.objection.order.notSubmitted"));
    }

    /** The record that was read before goes on saying that it was placed. */
    @Test
    void refusesAnOrderThatIsCancelledWhileTheShopperWaits() {
        doAnswer(lock -> when(orders.statesOf(any())).thenReturn(
            Map.of(11L, new OrderState(OrderStatus.CANCELLED, null, CUSTOMER_ID)))).when(orders).lock(11L);

        assertRefused(wish(pick(1L, 1, "OTHER")), Objection.general("rtn.objection.order.cancelled"));
        assertThat(order.getStatus()).isEqualTo(OrderStatus.SUBMITTED);
    }

    @Test
    void refusesToCreateAReturnOfAnOrderThatBecomesSomebodyElsesMeanwhile() {
        doAnswer(lock -> when(orders.statesOf(any())).thenReturn(
            Map.of(11L, new OrderState(OrderStatus.SUBMITTED, null, CUSTOMER_ID + 1)))).when(orders).lock(11L);

        assertRefused(created("By telephone", pick(1L, 1, "OTHER")), Objection.general("rtn.objection.order.changed"));
    }

    @Test
    void refusesMoreThanIsLeft() {
        when(requests.findQuantities(11L)).thenReturn(List.of(
            new Object[] {1L, 50L, "REQUESTED", 1, 0},
            new Object[] {1L, 51L, "PARTIALLY_ACCEPTED", 3, 1},
            new Object[] {1L, 52L, "REFUSED", 3, 0}));

        assertRefused(wish(pick(1L, 2, "OTHER")), Objection.to("lines[1].quantity", "rtn.objection.quantity.tooMany", 1));
        assertThat(service.submit(wish(pick(1L, 1, "OTHER"))).getArticleCount()).isEqualTo(1);
    }

    @Test
    void refusesQuantitiesBelowOneAndUnknownChoices() {
        assertRefused(wish(pick(1L, 0, "OTHER")), Objection.to("lines[1].quantity", "rtn.objection.quantity.notPositive"));
        assertRefused(wish(pick(1L, -3, "OTHER")), Objection.to("lines[1].quantity", "rtn.objection.quantity.notPositive"));
        assertRefused(wish(pick(1L, 1, "MADE_UP")), Objection.to("lines[1].reason", "rtn.objection.reason.missing"));
        assertRefused(wish(), Objection.to("lines", "rtn.objection.lines.none"));
        assertRefused(new SubmitReturn("O-1", CUSTOMER_ID, List.of(pick(1L, 1, "OTHER")), "GOLD", null, null, null),
            Objection.to("refundType", "rtn.objection.refundType.missing"));
    }

    @Test
    void refusesChoicesThatWereSwitchedOff() {
        assertRefused(wish(pick(1L, 1, "GONE")), Objection.to("lines[1].reason", "rtn.objection.reason.missing"));
        assertRefused(new SubmitReturn("O-1", CUSTOMER_ID, List.of(pick(1L, 1, "OTHER")), "VOUCHER", null, null, null),
            Objection.to("refundType", "rtn.objection.refundType.missing"));
    }

    @Test
    void aReasonCanAskForAComment() {
        Objection missing = Objection.to("comment", "rtn.objection.comment.missing");

        assertRefused(wish(pick(1L, 1, "TELL_US")), missing);
        assertRefused(wish(pick(1L, 1, "TELL_US"), pick(2L, 1, "TELL_US")), missing);
        assertRefused(commented("TELL_US", " \n\t "), missing);
        assertThat(service.submit(commented("TELL_US", "x")).getComment()).isEqualTo("x");
    }

    @Test
    void refusesLinesOfOtherOrdersAndTheSameLineTwice() {
        assertRefused(wish(pick(99L, 1, "OTHER")), Objection.general("rtn.objection.line.unknown"));
        assertRefused(wish(pick(1L, 2, "OTHER"), pick(1L, 2, "OTHER")), Objection.general("rtn.objection.line.unknown"));
    }

    @Test
    void takesACommentOfExactlyTheLimit() {
        String longest = "x".repeat(ReturnRequest.TEXT_LENGTH);

        assertThat(service.submit(commented(longest)).getComment()).isEqualTo(longest);
        assertRefused(commented(longest + "x"), Objection.to("comment", "rtn.objection.text.tooLong", ReturnRequest.TEXT_LENGTH));
        assertThat(service.submit(commented("  ")).getComment()).isNull();
    }

    @Test
    void refusesACommentThatADatabaseDoesNotTake() {
        assertRefused(commented("too\u0000small"), Objection.to("comment", "rtn.objection.text.characters"));
        assertThat(service.submit(commented("too\r\nsmall \ud83d\ude22")).getComment()).isEqualTo("too\nsmall \ud83d\ude22");
    }

    @Test
    void asksOnceForADoubleClick() {
        ReturnRequest first = service.submit(keyed("k1"));
        when(requests.findByKeyOrNumber(eq(CUSTOMER_ID + ":k1"), any())).thenReturn(List.of(first));

        assertThat(service.submit(keyed("k1"))).isSameAs(first);
        verify(requests).save(any());
        verify(outbox).queueAll(any());
    }

    @Test
    void refusedAndCancelledReturnsDoNotCountTowardsTheMaximum() {
        waivable = new MaximumReturnsPerOrder(settingsWithMaximum(2));
        when(requests.findQuantities(11L)).thenReturn(List.of(
            new Object[] {1L, 50L, "REQUESTED", 1, 0}, new Object[] {2L, 50L, "REQUESTED", 1, 0},
            new Object[] {1L, 51L, "REFUSED", 1, 0}, new Object[] {1L, 52L, "CANCELLED", 1, 0}));
        assertThat(service().submit(wish(pick(1L, 1, "OTHER"))).getArticleCount()).isEqualTo(1);

        when(requests.findQuantities(11L)).thenReturn(List.of(
            new Object[] {1L, 50L, "REQUESTED", 1, 0}, new Object[] {1L, 51L, "ACCEPTED", 1, 1},
            new Object[] {1L, 52L, "CANCELLED", 1, 0}));
        service = service();
        assertRefused(wish(pick(1L, 1, "OTHER")), Objection.general("rtn.objection.order.maximum", 2));
    }

    @Test
    void aMerchantCreatesAReturnThatTheCustomerCouldNotAskForAndSaysWhy() {
        waivable = rule(true);
        service = service();
        assertRefused(wish(pick(1L, 1, "OTHER")), Objection.general("own"));
        assertRefused(created(" ", pick(1L, 1, "OTHER")), Objection.to("ground", "rtn.objection.ground.missing"));

        ReturnRequest request = service.create(created(" Called on Monday ", pick(1L, 1, "OTHER")), MERCHANT);

        assertThat(request.getCustomer().getId()).isEqualTo(CUSTOMER_ID);
        assertThat(request.getLanguage()).isEqualTo(Locale.ENGLISH);
        assertThat(request.getJournal()).singleElement().satisfies(entry -> {
            assertThat(entry.getActorKind()).isEqualTo(Actor.Kind.MERCHANT);
            assertThat(entry.getActorName()).isEqualTo("Alex");
            assertThat(entry.getNote()).isEqualTo("Called on Monday");
        });
        verify(outbox).queueAll(List.of(toCustomer()));
    }

    @Test
    void aMerchantNeedsAGroundForMoreUnitsThanTheCustomerCouldAskFor() {
        waivable = new ReturnRule() {

            @Override
            public boolean waivable() {
                return true;
            }

            @Override
            public int unitsOf(OrderSituation situation, OrderedLine line) {
                return 1;
            }
        };
        service = service();
        assertRefused(created(" ", pick(1L, 2, "OTHER")), Objection.to("ground", "rtn.objection.ground.missing"));

        assertThat(service.create(created(" ", pick(1L, 1, "OTHER")), MERCHANT).getArticleCount()).isEqualTo(1);
        assertThat(service.create(created("Called", pick(1L, 2, "OTHER")), MERCHANT).getArticleCount()).isEqualTo(2);
    }

    @Test
    void aMerchantCannotPassOverWhatIsLeftNorOverAnOrderThatWasNotSubmitted() {
        when(requests.findQuantities(11L)).thenReturn(List.<Object[]>of(new Object[] {1L, 50L, "REQUESTED", 2, 0}));

        assertRefused(created("why", pick(1L, 2, "OTHER")), Objection.to("lines[1].quantity", "rtn.objection.quantity.tooMany", 1));
        order.setStatus(OrderStatus.CANCELLED);
        assertRefused(created("why", pick(1L, 1, "OTHER")), Objection.general("rtn.objection.order.cancelled"));
    }

    @Test
    void withoutAnObjectionAMerchantNeedsNoGroundAndMayLeaveTheMailOut() {
        CreateReturn command = new CreateReturn(11L, List.of(pick(1L, 1, "OTHER")), "REFUND", null, null, false, null);

        ReturnRequest request = service.create(command, MERCHANT);

        assertThat(request.getJournal()).singleElement().satisfies(entry -> assertThat(entry.getNote()).isNull());
        verify(outbox, never()).queueAll(any());
        assertThat(published).hasSize(1);
    }

    @Test
    void aGuestsOrderWithoutAnyNameCanBeReturnedByAMerchant() {
        order.getCustomer().setFirstName(null);
        order.getCustomer().setLastName(null);
        order.getCustomer().setUsername(null);
        when(mails.confirmation(any(), any(), any())).thenReturn(Optional.empty());

        assertRefused(created("why", pick(1L, 1, "OTHER")), Objection.to("confirm", "rtn.objection.mail.noRecipient"));
        CreateReturn unconfirmed = new CreateReturn(11L, List.of(pick(1L, 1, "OTHER")), "REFUND", null, "why", false, null);
        assertThat(service.create(unconfirmed, MERCHANT).getCustomerLastName()).isNull();
    }

    @Test
    void createsOnceForADoubleClickAndNothingForAnUnknownOrder() {
        ReturnRequest first = service.create(created("why", pick(1L, 1, "OTHER")), MERCHANT);
        when(requests.findByKeyOrNumber(eq("merchant--1:m1"), any())).thenReturn(List.of(first));

        assertThat(service.create(created("why", pick(1L, 1, "OTHER")), MERCHANT)).isSameAs(first);
        verify(requests).save(any());
        CreateReturn unknown = new CreateReturn(12L, List.of(pick(1L, 1, "OTHER")), "REFUND", null, "why", true, null);
        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> service.create(unknown, MERCHANT));
    }

    @Test
    void furtherPartsAreAskedAndDoneWithACreation() {
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.create(gift("<3"), MERCHANT))
            .satisfies(refusal -> assertThat(refusal.objections())
                .containsExactly(Objection.to("gift.message", "shop.gift.characters")));
        verify(requests, never()).save(any());

        ReturnRequest request = service.create(gift("Dear Ann"), MERCHANT);

        verify(mails).confirmation(any(), argThat(entered -> entered.inputs().equals(Map.of("gift.message", "Dear Ann"))), any());
        assertThat(gift.happened).containsExactly("REQUESTED of 77 by Alex: {gift.message=Dear Ann}");
        assertThat(request.getJournal()).extracting(JournalEntry::getKind).containsExactly("STATUS", "GIFT");
    }

    private static CreateReturn gift(String words) {
        return new CreateReturn(11L, List.of(pick(1L, 1, "OTHER")), "REFUND", null, "why", true, null,
            Map.of("gift.message", words, "price", "0"));
    }

    @Test
    void drawsAnotherNumberWhenOneIsTaken() {
        ReturnRequest other = service.submit(keyed("k1"));
        when(requests.findByKeyOrNumber(any(), any())).thenReturn(List.of(other), List.of());

        assertThat(service.submit(wish(pick(1L, 1, "OTHER"))).getNumber()).startsWith("R").isNotEqualTo(other.getNumber());
        verify(requests, times(2)).findByKeyOrNumber(isNull(), any());
    }

    private static QueuedContent toCustomer() {
        return new QueuedContent(new MailContent("ann@example.com", "s", "h", "t"), null, null);
    }

    private ReturnSubmissionService service() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
        ReturnPolicy policy = new ReturnPolicy(orders, List.of(new OnlySubmittedOrders(), waivable, new OnlyWhatIsLeft()));
        return new ReturnSubmissionService(requests, orders, policy,
            new OrderSituations(requests, orders, mock(DeliveryService.class), clock), new CustomerLanguage(Locale.ENGLISH), mails, outbox,
            Fixtures.CHOICES, Fixtures.SETTINGS, new ClientAddress(false), clock,
            Steps.of(requests, orders, outbox, events, mock(EntityManager.class), clock), mock(SearchIndex.class),
            Steps.parts(requests, orders, gift));
    }

    private static ReturnRule rule(boolean objecting) {
        return new ReturnRule() {
            @Override
            public Optional<Objection> againstOrder(OrderSituation situation) {
                return objecting ? Optional.of(Objection.general("own")) : Optional.empty();
            }

            @Override
            public boolean waivable() {
                return true;
            }
        };
    }

    private static ReturnsSettings settingsWithMaximum(int maximum) {
        ReturnsSettings settings = mock(ReturnsSettings.class);
        when(settings.maximumReturnsPerOrder()).thenReturn(OptionalInt.of(maximum));
        return settings;
    }

    private static CreateReturn created(String ground, SubmitReturn.Line... lines) {
        return new CreateReturn(11L, List.of(lines), "REFUND", null, ground, true, "m1");
    }

    private void assertRefused(CreateReturn command, Objection objection) {
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.create(command, MERCHANT))
            .satisfies(refusal -> assertThat(refusal.objections()).containsExactly(objection));
        verify(outbox, never()).queueAll(any());
    }

    private void assertRefused(SubmitReturn command, Objection expected) {
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.submit(command))
            .satisfies(refusal -> assertThat(refusal.objections()).containsExactly(expected));
    }

    private static SubmitReturn wish(SubmitReturn.Line... lines) {
        return new SubmitReturn("O-1", CUSTOMER_ID, List.of(lines), "REFUND", null, Locale.FRENCH, null);
    }

    private static SubmitReturn commented(String comment) {
        return commented("OTHER", comment);
    }

    private static SubmitReturn commented(String reason, String comment) {
        return new SubmitReturn("O-1", CUSTOMER_ID, List.of(pick(1L, 1, reason)), "REFUND", comment, null, null);
    }

    private static SubmitReturn keyed(String key) {
        return new SubmitReturn("O-1", CUSTOMER_ID, List.of(pick(1L, 1, "OTHER")), "REFUND", null, null, key);
    }

    private static SubmitReturn.Line pick(Long itemId, int quantity, String reason) {
        return new SubmitReturn.Line(itemId, quantity, reason);
    }
}
