package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.tuple;
import static org.broadleafreturns.core.request.Fixtures.line;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.platform.ShopOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.test.util.ReflectionTestUtils;

class StatusChangeServiceUnitTests {

    private static final Actor MERCHANT = Actor.merchant(7L, "Ms Merchant", false);
    private static final Actor CHIEF = Actor.merchant(8L, "Mr Chief", true);
    private static final MailContent MAIL = new MailContent("ann@example.com", "subject", "html", "text");

    private final ReturnRequests requests = mock(ReturnRequests.class);
    private final StatusPreviews previews = mock(StatusPreviews.class);
    private final ShopOrders orders = mock(ShopOrders.class);
    private final Documents documents = mock(Documents.class);
    private final ReturnMails mails = mock(ReturnMails.class);
    private final Outbox outbox = mock(Outbox.class);
    private final List<Object> published = new ArrayList<>();
    private final ApplicationEventPublisher events = published::add;
    private final Order order = Fixtures.submittedOrder();
    private final StepGuard guard = mock(StepGuard.class);
    private final GiftPart gift = new GiftPart();
    private ReturnRequest request;
    private StatusChangeService service;

    @BeforeEach
    void setUp() {
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC);
        EntityManager entityManager = mock(EntityManager.class);
        service = new StatusChangeService(requests, previews, Steps.parts(requests, orders, gift), documents, mails, outbox,
            Fixtures.SETTINGS, Steps.current(requests, entityManager), clock, Steps.of(requests, orders, outbox, events, entityManager, clock, guard));
        request = new ReturnRequest(new ReturnNumber("R2345-6789"), order, order.getCustomer(), "REFUND", null, Locale.FRENCH, null,
            new Date());
        ReflectionTestUtils.setField(request, "id", 1L);
        request.add(line(1L, 5), 3, "OTHER");
        ReflectionTestUtils.setField(request.getLines().get(0), "id", 100L);
        when(orders.unitsOf(11L)).thenReturn(Map.of(1L, 5));
        when(requests.findByNumberWithLines("R2345-6789")).thenReturn(List.of(request));
        when(requests.findVersion(1L)).thenAnswer(call -> request.getVersion());
        when(mails.statusChange(any(), any(), any())).thenReturn(Optional.of(MAIL));
        AtomicReference<StatusPreview> kept = new AtomicReference<>();
        when(previews.save(any())).thenAnswer(call -> {
            kept.set(call.getArgument(0));
            return kept.get();
        });
        when(previews.findByToken(any())).thenAnswer(call ->
            Stream.ofNullable(kept.get()).filter(preview -> preview.getToken().equals(call.getArgument(0))).toList());
        when(previews.findRequestId(any())).thenReturn(Optional.of(1L));
        when(requests.findOrderKeyById(1L)).thenReturn(Optional.of(new OrderKey(11L, Fixtures.CUSTOMER_ID)));
        when(requests.findOrderKey("R2345-6789")).thenReturn(Optional.of(new OrderKey(11L, Fixtures.CUSTOMER_ID)));
    }

    @Test
    void aPreviewChangesNothingAndSendsNothing() {
        StatusPreview preview = service.preview(to(ReturnStatus.RECEIVED), MERCHANT);

        assertThat(preview.getMail()).isEqualTo(MAIL);
        assertThat(preview.getTo()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
        assertThat(request.getJournal()).isEmpty();
        assertThat(published).isEmpty();
        verifyNoInteractions(outbox);
    }

    @Test
    void aMailIsComposedBeforeTheTurnAndNotInIt() {
        service.preview(to(ReturnStatus.RECEIVED), MERCHANT);

        InOrder sequence = inOrder(mails, orders, previews);
        sequence.verify(mails).statusChange(any(), any(), any());
        sequence.verify(orders).lock(11L);
        sequence.verify(previews).save(any());

        when(mails.recipientOf(any())).thenReturn(Optional.of("ann@example.com"));
        service.execute(to(ReturnStatus.RECEIVED), true, MERCHANT);

        sequence.verify(mails).statusChange(any(), any(), any());
        sequence.verify(orders).lock(11L);
        verify(mails, times(2)).statusChange(any(), any(), any());
        verify(outbox).queue(MAIL, null);
    }

    @Test
    void whatChangesWhileItIsLookedAtIsNotKept() {
        doAnswer(lock -> {
            ReflectionTestUtils.setField(request, "version", 1);
            return null;
        }).when(orders).lock(11L);

        assertThatExceptionOfType(StaleReturnException.class)
            .isThrownBy(() -> service.preview(to(ReturnStatus.RECEIVED), MERCHANT));
        verify(previews, never()).save(any());
    }

    @Test
    void appliesWithThePreviewedMail() {
        String token = service.preview(to(ReturnStatus.RECEIVED), MERCHANT).getToken();

        service.apply(token, true, MERCHANT);

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        verify(outbox).queue(MAIL, null);
        assertThat(published).containsExactly(
            new ReturnStatusChanged(1L, "R2345-6789", 11L, ReturnStatus.REQUESTED, ReturnStatus.RECEIVED));
    }

    @Test
    void appliesWithoutMail() {
        service.apply(service.preview(to(ReturnStatus.RECEIVED), MERCHANT).getToken(), false, MERCHANT);

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        verifyNoInteractions(outbox);
    }

    @Test
    void appliesOnceForADoubleClick() {
        String token = service.preview(to(ReturnStatus.RECEIVED), MERCHANT).getToken();

        service.apply(token, true, MERCHANT);
        service.apply(token, true, MERCHANT);

        assertThat(request.getJournal()).hasSize(1);
        assertThat(published).hasSize(1);
        verify(outbox).queue(any(), any());
    }

    @Test
    void doesNotApplyWhatSomebodyElsePreviewed() {
        String token = service.preview(to(ReturnStatus.RECEIVED), MERCHANT).getToken();

        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> service.apply(token, false, CHIEF));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
    }

    @Test
    void doesNotApplyToAReturnThatWasChangedMeanwhile() {
        String token = service.preview(to(ReturnStatus.RECEIVED), MERCHANT).getToken();
        ReflectionTestUtils.setField(request, "version", 1);

        assertThatExceptionOfType(StaleReturnException.class).isThrownBy(() -> service.apply(token, true, MERCHANT));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
        verifyNoInteractions(outbox);
    }

    @Test
    void doesNotPreviewFromAStaleForm() {
        ReflectionTestUtils.setField(request, "version", 1);

        assertThatExceptionOfType(StaleReturnException.class)
            .isThrownBy(() -> service.preview(to(ReturnStatus.RECEIVED), MERCHANT));
    }

    @Test
    void wantsAStatusThatCanFollow() {
        assertRefused(to(null), MERCHANT, Objection.to("status", "rtn.objection.status.missing"));
        assertRefused(to(ReturnStatus.REQUESTED), MERCHANT, Objection.to("status", "rtn.objection.status.notAllowed"));
    }

    @Test
    void wantsAPartialDecisionToBePartial() {
        assertRefused(partial(Map.of()), MERCHANT, Objection.to("accepted", "rtn.objection.accepted.none"));
        assertRefused(partial(Map.of(100L, 3)), MERCHANT, Objection.to("accepted", "rtn.objection.accepted.all"));
        assertRefused(partial(Map.of(100L, 4)), MERCHANT, Objection.to("accepted[100]", "rtn.objection.accepted.range", 3));
        assertRefused(partial(Map.of(100L, -1)), MERCHANT, Objection.to("accepted[100]", "rtn.objection.accepted.range", 3));
        assertRefused(partial(Map.of(100L, 1, 999L, 1)), MERCHANT, Objection.general("rtn.objection.line.unknown"));

        service.apply(service.preview(partial(Map.of(100L, 2)), MERCHANT).getToken(), false, MERCHANT);
        assertThat(request.getLines().get(0).getQuantityAccepted()).isEqualTo(2);
    }

    @Test
    void aSingleUnitIsNeitherOfferedNorAcceptedInPart() {
        request = new ReturnRequest(new ReturnNumber("R2345-6789"), order, order.getCustomer(), "REFUND", null, Locale.FRENCH, null,
            new Date());
        request.add(line(1L, 5), 1, "OTHER");
        ReflectionTestUtils.setField(request.getLines().get(0), "id", 100L);
        when(requests.findByNumberWithLines("R2345-6789")).thenReturn(List.of(request));

        assertThat(request.nextStatuses(MERCHANT)).contains(ReturnStatus.ACCEPTED, ReturnStatus.REFUSED)
            .doesNotContain(ReturnStatus.PARTIALLY_ACCEPTED);
        assertRefused(partial(Map.of(100L, 0)), MERCHANT, Objection.to("status", "rtn.objection.status.notAllowed"));
    }

    /** The table takes no units below zero, and nobody asked for units here. */
    @Test
    void keepsAcceptedUnitsWithAPartialDecisionOnly() {
        assertThat(service.preview(new StatusChange("R2345-6789", 0, ReturnStatus.RECEIVED, null, null, Map.of(100L, -1), null),
            MERCHANT).getAcceptedByLine()).isEmpty();
        assertThat(service.preview(partial(Map.of(100L, 2)), MERCHANT).getAcceptedByLine()).isEqualTo(Map.of(100L, 2));
    }

    @Test
    void takesALabelOnlyWithTheLabelStatus() throws Exception {
        StatusChange.LabelFile file = new StatusChange.LabelFile("l.pdf", () -> new ByteArrayInputStream(new byte[] {1}));

        assertRefused(new StatusChange("R2345-6789", 0, ReturnStatus.RECEIVED, null, null, Map.of(), file), MERCHANT,
            Objection.to("label", "rtn.objection.label.otherStatus"));
        verify(documents, never()).keep(any(), any(), anyLong());

        service.preview(new StatusChange("R2345-6789", 0, ReturnStatus.LABEL_SENT, null, null, Map.of(), file), MERCHANT);
        verify(documents).keep(eq("l.pdf"), any(), eq(Fixtures.SETTINGS.maximumFileSize()));
    }

    @Test
    void wantsANewLabelForAnotherLabel() {
        service.apply(service.preview(to(ReturnStatus.LABEL_SENT), MERCHANT).getToken(), false, MERCHANT);

        assertRefused(to(ReturnStatus.LABEL_SENT), MERCHANT, Objection.to("label", "rtn.objection.label.missing"));
    }

    @Test
    void sendsNoMailAboutALabelThatIsNotThere() {
        StatusPreview preview = service.preview(to(ReturnStatus.LABEL_SENT), MERCHANT);
        assertThat(preview.getMail()).isNull();
        assertThat(preview.lacksLabel()).isTrue();

        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.apply(preview.getToken(), true, MERCHANT))
            .satisfies(refusal -> assertThat(refusal.objections())
                .containsExactly(Objection.general("rtn.objection.mail.noLabel")));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
        verifyNoInteractions(outbox);

        service.apply(preview.getToken(), false, MERCHANT);
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.LABEL_SENT);
    }

    @Test
    void reopensOnlyWithPermissionReasonAndFreeUnits() {
        service.apply(service.preview(to(ReturnStatus.REFUSED), MERCHANT).getToken(), false, MERCHANT);

        assertRefused(to(ReturnStatus.RECEIVED), MERCHANT, Objection.to("status", "rtn.objection.status.notAllowed"));
        assertRefused(to(ReturnStatus.RECEIVED), CHIEF, Objection.to("note", "rtn.objection.note.missing"));

        StatusChange reasoned = new StatusChange("R2345-6789", 0, ReturnStatus.RECEIVED, null, "wrong box", Map.of(), null);
        when(requests.findQuantities(11L)).thenReturn(List.<Object[]>of(new Object[] {1L, 2L, "REQUESTED", 3, 0}));
        assertRefused(reasoned, CHIEF, Objection.to("status", "rtn.objection.reopen.quantityTaken", "Article 1"));
        when(orders.detailsOf(eq(List.of(1L)), any())).thenReturn(Map.of(1L, new ArticleDetails(List.of("Size: M"))));
        assertRefused(reasoned, CHIEF, Objection.to("status", "rtn.objection.reopen.quantityTaken", "Article 1 (Size: M)"));

        when(requests.findQuantities(11L)).thenReturn(List.<Object[]>of(new Object[] {1L, 2L, "REQUESTED", 2, 0}));
        service.apply(service.preview(reasoned, CHIEF).getToken(), false, CHIEF);
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.RECEIVED);
        assertThat(request.getJournal().get(1).getNote()).isEqualTo("wrong box");
    }

    @Test
    void acceptsNoMoreThanTheOrderStillHas() {
        when(orders.unitsOf(11L)).thenReturn(Map.of(1L, 2));

        assertRefused(to(ReturnStatus.ACCEPTED), MERCHANT,
            Objection.to("status", "rtn.objection.accepted.reduced", "Article 1", 2));
        when(orders.unitsOf(11L)).thenReturn(Map.of(1L, 1));
        assertRefused(partial(Map.of(100L, 2)), MERCHANT,
            Objection.to("accepted[100]", "rtn.objection.accepted.reduced", "Article 1", 1));

        service.apply(service.preview(partial(Map.of(100L, 1)), MERCHANT).getToken(), false, MERCHANT);
        assertThat(request.getLines().get(0).getQuantityAccepted()).isEqualTo(1);
    }

    @Test
    void whatOtherReturnsHaveHadAcceptedIsNotAcceptedTwice() {
        when(orders.unitsOf(11L)).thenReturn(Map.of(1L, 3));
        when(requests.findQuantities(11L)).thenReturn(List.of(new Object[] {1L, 1L, "REQUESTED", 3, 0},
            new Object[] {1L, 2L, "PARTIALLY_ACCEPTED", 2, 1}, new Object[] {1L, 3L, "RECEIVED", 1, 0}));

        assertRefused(to(ReturnStatus.ACCEPTED), MERCHANT,
            Objection.to("status", "rtn.objection.accepted.reduced", "Article 1", 2));
    }

    @Test
    void refusesWhateverHasBecomeOfTheOrder() {
        when(orders.unitsOf(11L)).thenReturn(Map.of(1L, 0));

        service.apply(service.preview(to(ReturnStatus.REFUSED), MERCHANT).getToken(), false, MERCHANT);
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REFUSED);
        assertThat(service.preview(new StatusChange("R2345-6789", 0, ReturnStatus.RECEIVED, null, "counted wrong", Map.of(), null),
            CHIEF).getTo()).isEqualTo(ReturnStatus.RECEIVED);
    }

    @Test
    void asksAgainWhenTheOrderIsReducedAfterThePreview() {
        String token = service.preview(to(ReturnStatus.ACCEPTED), MERCHANT).getToken();
        when(orders.unitsOf(11L)).thenReturn(Map.of(1L, 2));

        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.apply(token, true, MERCHANT))
            .satisfies(refusal -> assertThat(refusal.objections())
                .containsExactly(Objection.to("status", "rtn.objection.accepted.reduced", "Article 1", 2)));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
        verifyNoInteractions(outbox);
    }

    @Test
    void cannotMailToNobody() {
        when(mails.statusChange(any(), any(), any())).thenReturn(Optional.empty());
        String token = service.preview(to(ReturnStatus.RECEIVED), MERCHANT).getToken();

        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.apply(token, true, MERCHANT))
            .satisfies(refusal -> assertThat(refusal.objections())
                .containsExactly(Objection.general("rtn.objection.mail.noRecipient")));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
    }

    @Test
    void aGuardIsAskedAtThePreviewAndAgainWhenItIsDone() {
        String token = service.preview(to(ReturnStatus.RECEIVED), MERCHANT).getToken();
        when(guard.objections(any(), any(), any())).thenReturn(List.of(Objection.general("shop.refund.running")));

        assertRefused(to(ReturnStatus.REFUSED), MERCHANT, Objection.general("shop.refund.running"));
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.apply(token, true, MERCHANT));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
        assertThat(published).isEmpty();
        verifyNoInteractions(outbox);
    }

    @Test
    void aPartOfAFeatureIsAskedAndDoneAsItWasPreviewed() {
        assertRefused(accepted("gift.message", "<3"), MERCHANT, Objection.to("gift.message", "shop.gift.characters"));

        StatusPreview preview = service.preview(accepted("gift.message", " Dear\r\nAnn "), MERCHANT);

        assertThat(gift.happened).isEmpty();
        verify(mails).statusChange(any(), eq(accepted("gift.message", "Dear\nAnn")), any());
        service.apply(preview.getToken(), false, MERCHANT);
        assertThat(gift.happened).containsExactly("ACCEPTED of 1 by Ms Merchant: {gift.message=Dear\nAnn}");
        assertThat(request.getJournal()).extracting(JournalEntry::getKind).containsExactly("STATUS", "GIFT");
    }

    @Test
    void aPartOfAFeatureIsDoneWithoutAPreviewToo() {
        service.execute(accepted("gift.message", "Dear Ann"), false, MERCHANT);

        assertThat(gift.happened).hasSize(1);
        assertThat(request.getJournal()).extracting(JournalEntry::getKind).containsExactly("STATUS", "GIFT");
    }

    @Test
    void whatNoPartAsksForIsIgnored() {
        StatusChange change = new StatusChange("R2345-6789", 0, ReturnStatus.ACCEPTED, null, null, Map.of(), null,
            Map.of("gift.wrap", "x".repeat(5000), "price", "0", "gift.message", " "));
        assertThat(service.preview(change, MERCHANT).getChange().inputs()).isEmpty();

        // Not with this status.
        StatusChange received = new StatusChange("R2345-6789", 0, ReturnStatus.RECEIVED, null, null, Map.of(), null,
            Map.of("gift.message", "<3"));
        service.apply(service.preview(received, MERCHANT).getToken(), false, MERCHANT);
        assertThat(gift.happened).isEmpty();
    }

    /** Beside the input, whatever the part itself would say. */
    @Test
    void noTextOfAPartIsLongerThanCanBeStoredOrOfOtherCharacters() {
        assertRefused(accepted("gift.message", "<".repeat(2001)), MERCHANT,
            Objection.to("gift.message", "rtn.objection.text.tooLong", 2000));
        assertRefused(accepted("gift.message", "a\u0000b"), MERCHANT, Objection.to("gift.message", "rtn.objection.text.characters"));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() {
        StatusChange change = new StatusChange("R2345-6789", 0, ReturnStatus.ACCEPTED, "x".repeat(2001), null, Map.of(), null,
            Map.of("gift.message", "<3"));

        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.preview(change, MERCHANT))
            .satisfies(refusal -> assertThat(refusal.objections()).extracting(Objection::field)
                .containsExactlyInAnyOrder("message", "gift.message"));
    }

    @Test
    void asksAPartAgainWhatMayHaveChangedSinceThePreview() {
        String token = service.preview(accepted("gift.message", "Dear Ann"), MERCHANT).getToken();
        gift.soldOut = true;

        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.apply(token, true, MERCHANT))
            .satisfies(refusal -> assertThat(refusal.objections()).containsExactly(Objection.general("shop.gift.soldOut")));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
        assertThat(gift.happened).isEmpty();
    }

    @Test
    void partsHaveNamesOfTheirOwn() {
        for (String name : new String[] {"message", "status", "Gift", "", "gift"}) {
            StepPart named = () -> name;
            assertThatIllegalStateException().as(name).isThrownBy(() -> Steps.parts(requests, orders, gift, named));
        }
        StepPart greedy = new StepPart() {
            @Override
            public String name() {
                return "wrap";
            }

            @Override
            public Set<String> inputs(ReturnRequest of, ReturnStatus to) {
                return Set.of("wrapping");
            }
        };
        assertThatIllegalStateException().isThrownBy(() -> Steps.parts(requests, orders, greedy)
            .entered(request, ReturnStatus.ACCEPTED, accepted("wrapping", "x"), MERCHANT));
    }

    @Test
    void whatHasComeIsSaidHeapByHeapAndDoneAsItWasPreviewed() {
        StatusPreview preview = service.preview(received("received[100].1", "1",
            "received[100].2", "1", "received[100].2.condition", "DAMAGED", "received[100].3", "0", "received[100].3.condition", "GONE",
            "received.somethingElse", "A glove"), MERCHANT);

        assertThat(preview.getGoods()).containsExactly(
            new GoodsOfLine(100L, "Article 1", 3, 2, Map.of("DAMAGED", 1), 2, 0, null, 0, null));
        assertThat(preview.getSomethingElse()).isEqualTo("A glove");
        assertThat(request.getLines().get(0).getQuantityReceived()).isZero();
        service.apply(preview.getToken(), false, MERCHANT);
        assertThat(request.getLines().get(0).getQuantityReceived()).isEqualTo(2);
        assertThat(request.getLines().get(0).conditions()).isEqualTo(Map.of("DAMAGED", 1));
        assertThat(request.getJournal()).extracting(JournalEntry::getKind, JournalEntry::getNote)
            .containsExactly(tuple("STATUS", null), tuple("SOMETHING_ELSE", "A glove"));
    }

    @Test
    void notOneUnitMoreIsReceivedThanIsMissingAndAtLeastOne() {
        for (String units : new String[] {"-1", "4", "x", "1.5", "99999999999"}) {
            assertRefused(received("received[100].1", units), MERCHANT,
                Objection.to("received[100].1", "rtn.objection.received.range", 3));
        }
        assertRefused(received("received[100].1", "2", "received[100].2", "2"), MERCHANT,
            Objection.to("received[100].1", "rtn.objection.received.tooMany", 3));
        assertRefused(received("received[100].1", "0"), MERCHANT,
            Objection.to("received", "rtn.objection.received.none"));
        assertRefused(received("received[100].1", "1", "received[999].1", "1"), MERCHANT,
            Objection.general("rtn.objection.line.unknown"));
        assertRefused(received("received[100].1", "1", "received[100].1.condition",
            "GONE"), MERCHANT, Objection.to("received[100].1.condition", "rtn.objection.condition.gone"));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REQUESTED);
    }

    @Test
    void acceptedIsWhatWasAskedForOnceAllOfItIsHereOrNeedNotBe() {
        apply(received("received[100].1", "2"));

        assertRefused(to(ReturnStatus.ACCEPTED), MERCHANT, Objection.to("received[100].1", "rtn.objection.accepted.missing", 1));
        assertRefused(entered(ReturnStatus.ACCEPTED, Map.of(), "kept[100]", "2"), MERCHANT,
            Objection.to("kept[100]", "rtn.objection.kept.range", 1));
        assertRefused(partial(Map.of(100L, 3)), MERCHANT, Objection.to("accepted[100]", "rtn.objection.accepted.range", 2));
        assertRefused(entered(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(100L, 1), "kept[100]", "x", "refused.reason", "USED"), MERCHANT,
            Objection.to("kept[100]", "rtn.objection.kept.range", 1));

        apply(entered(ReturnStatus.ACCEPTED, Map.of(), "kept[100]", "1"));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.ACCEPTED);
        assertThat(request.getLines().get(0).getQuantityReceived()).isEqualTo(2);
        assertThat(request.getLines().get(0).getQuantityKept()).isEqualTo(1);
    }

    @Test
    void aPartOfWhatWasAskedForIsAPartAlsoWhereAllThatCameIsAccepted() {
        apply(received("received[100].1", "2"));

        apply(entered(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(100L, 2)));
        assertThat(request.getStatus()).isEqualTo(ReturnStatus.PARTIALLY_ACCEPTED);
        assertThat(request.getLines().get(0).taken()).isEqualTo(2);
        assertThat(request.getLines().get(0).getQuantityRefused()).isZero();
    }

    @Test
    void aRefusalHasAReasonWhetherGoodsCameOrNot() {
        assertRefused(entered(ReturnStatus.REFUSED, Map.of()),
            MERCHANT, Objection.to("refused[100].reason", "rtn.objection.refusal.missing"));
        assertRefused(entered(ReturnStatus.REFUSED, Map.of(), "refused[100].reason", "GONE"), MERCHANT,
            Objection.to("refused[100].reason", "rtn.objection.refusal.gone"));
        assertRefused(entered(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(100L, 1)), MERCHANT,
            Objection.to("refused[100].reason", "rtn.objection.refusal.missing"));
        assertRefused(entered(ReturnStatus.REFUSED, Map.of(), "refused.reason", "USED", "refused[100].staying", "1"), MERCHANT,
            Objection.to("refused[100].staying", "rtn.objection.staying.range", 0));
        assertRefused(entered(ReturnStatus.PARTIALLY_ACCEPTED, Map.of(100L, 1), "refused.reason", "USED", "refused[100].staying", "3"),
            MERCHANT, Objection.to("refused[100].staying", "rtn.objection.staying.range", 2));

        apply(entered(ReturnStatus.REFUSED, Map.of(), "received.lines", "all", "received[100].1", "3",
            "refused[100].reason", "USED", "refused[100].staying", "1"));
        assertThat(request.getLines().get(0).getRefusalReason()).isEqualTo("USED");
        assertThat(request.getLines().get(0).taken()).as("what stays is not free").isEqualTo(1);
    }

    /** The system has a ground of its own. */
    @Test
    void theSystemRefusesWithoutAReasonOfTheList() {
        service.execute(entered(ReturnStatus.REFUSED, Map.of()), false, Actor.system("rtn.ground.test"));

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.REFUSED);
        assertThat(request.getLines().get(0).getQuantityReceived()).as("nothing is said to have come").isZero();
    }

    private static StatusChange accepted(String input, String text) {
        return new StatusChange("R2345-6789", 0, ReturnStatus.ACCEPTED, null, null, Map.of(), null, Map.of(input, text));
    }

    private void assertRefused(StatusChange change, Actor actor, Objection expected) {
        assertThatExceptionOfType(ReturnRefusedException.class).isThrownBy(() -> service.preview(change, actor))
            .satisfies(refusal -> assertThat(refusal.objections()).containsExactly(expected));
    }

    private static StatusChange to(ReturnStatus status) {
        return new StatusChange("R2345-6789", 0, status, null, null, Map.of(), null,
            status == ReturnStatus.REFUSED ? Map.of("refused.reason", "USED") : Map.of());
    }

    private void apply(StatusChange change) {
        service.apply(service.preview(change, MERCHANT).getToken(), false, MERCHANT);
    }

    /** A parcel whose goods are all named. */
    private static StatusChange received(String... inputs) {
        return entered(ReturnStatus.RECEIVED, Map.of(),
            Stream.concat(Stream.of("received.lines", "all"), Stream.of(inputs)).toArray(String[]::new));
    }

    private static StatusChange entered(ReturnStatus status, Map<Long, Integer> accepted, String... inputs) {
        Map<String, String> named = new HashMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            named.put(inputs[i], inputs[i + 1]);
        }
        return new StatusChange("R2345-6789", 0, status, null, null, accepted, null, named);
    }

    private static StatusChange partial(Map<Long, Integer> accepted) {
        return new StatusChange("R2345-6789", 0, ReturnStatus.PARTIALLY_ACCEPTED, null, null, accepted, null,
            Map.of("refused.reason", "USED"));
    }
}
