package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.core.request.Fixtures.line;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;
import org.springframework.test.util.ReflectionTestUtils;

class ReturnMailsUnitTests {

    private static final Placeholder GIFT = new Placeholder("gift", Placeholder.Kind.LINE);

    private final MailComposer composer = mock(MailComposer.class);
    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final ShopOrders orders = mock(ShopOrders.class);
    private final ReturnRequests requests = mock(ReturnRequests.class);
    private final ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
    private final WithdrawnWords withdrawn = mock(WithdrawnWords.class);
    private final List<ReturnMailWords> added = new ArrayList<>();
    private ReturnLinks guests;
    private ReturnRequest request;

    @BeforeEach
    void setUp() {
        messages.setBasename("classpath:/messages/rtn/ReturnsMessages");
        messages.setFallbackToSystemLocale(false);
        when(settings.shopLanguage()).thenReturn(Locale.ENGLISH);
        when(composer.languageFor(any())).thenAnswer(call -> call.getArgument(0));
        when(composer.compose(any(), anyString(), any(), anyMap()))
            .thenAnswer(call -> new MailContent(call.getArgument(1), "s", "h", "t"));
        request = new ReturnRequest(new ReturnNumber("R7KM-2QXP"), Fixtures.submittedOrder(), Fixtures.submittedOrder().getCustomer(), "REFUND", "<b>", Locale.FRENCH,
            null, new Date());
        request.add(line(1L, 3), 2, "DAMAGED");
    }

    @Test
    void theShopGetsOneMailForEachAddress() {
        notified("Stock@shop.example", "office@shop.example", "stock@shop.example");

        assertThat(mails("").toShop(request, new ReadForMails())).extracting(MailContent::recipient)
            .containsExactlyInAnyOrder("Stock@shop.example", "office@shop.example");
    }

    @Test
    void theShopGetsNoMailWithoutAnAddress() {
        notified();

        assertThat(mails("").toShop(request, new ReadForMails())).isEmpty();
    }

    @Test
    void theShopReadsItsOwnLanguageAndTheReasonsInWords() {
        notified("office@shop.example");

        Map<Placeholder, Object> values = valuesToShop("https://admin.example");

        assertThat(values).containsEntry(Placeholder.NUMBER, "R7KM-2QXP").containsEntry(Placeholder.ORDER_NUMBER, "O-1")
            .containsEntry(Placeholder.FIRST_NAME, "Ann").containsEntry(Placeholder.LAST_NAME, "Lee")
            .containsEntry(Placeholder.REFUND_TYPE, "Refund").containsEntry(Placeholder.COMMENT, "<b>")
            .containsEntry(Placeholder.ARTICLES, List.of("Article 1 \u00d7 2: Damaged"))
            .containsEntry(Placeholder.ADMIN_LINK, "https://admin.example/returns/R7KM-2QXP");
    }

    @Test
    void everyReaderIsToldInTheirLanguageWhatTellsAnArticleFromOthersOfItsName() {
        notified("office@shop.example");
        request.getCustomer().setEmailAddress("ann@example.com");
        when(orders.detailsOf(List.of(1L), Locale.ENGLISH))
            .thenReturn(Map.of(1L, new ArticleDetails(List.of("Size: M", "Part of: Set"))));
        when(orders.detailsOf(List.of(1L), Locale.FRENCH)).thenReturn(Map.of(1L, new ArticleDetails(List.of("Taille\u00a0: M"))));

        assertThat(valuesToShop(""))
            .containsEntry(Placeholder.ARTICLES, List.of("Article 1 (Size: M, Part of: Set) \u00d7 2: Damaged"));
        assertThat(valuesToCustomer()).containsEntry(Placeholder.ARTICLES, List.of("Article 1 (Taille\u00a0: M) \u00d7 2"));
    }

    @Test
    void withoutTheAddressOfTheBackOfficeThereIsNoLinkToIt() {
        notified("office@shop.example");

        assertThat(valuesToShop("")).doesNotContainKey(Placeholder.ADMIN_LINK);
    }

    @Test
    void aCustomerWithAnAccountGetsTheLinkToTheReturnAndAGuestDoesNot() {
        notified();
        request.getCustomer().setEmailAddress("ann@example.com");

        request.getCustomer().setRegistered(true);
        assertThat(valuesToCustomer()).containsEntry(Placeholder.ACCOUNT_LINK, "https://shop.example/account/returns/R7KM-2QXP");
        request.getCustomer().setRegistered(false);
        assertThat(valuesToCustomer()).doesNotContainKey(Placeholder.ACCOUNT_LINK).containsEntry(Placeholder.FIRST_NAME, "Ann");
    }

    @Test
    void aGuestGetsTheLinkThatAFeatureHasForThemAndNobodyElseDoes() {
        notified();
        request.getCustomer().setEmailAddress("ann@example.com");
        guests = mock(ReturnLinks.class);
        when(guests.of("R7KM-2QXP", "ann@example.com")).thenReturn(Optional.of("https://shop.example/R7KM-2QXP/ann@example.com"));

        request.getCustomer().setRegistered(false);
        assertThat(valuesToCustomer()).doesNotContainKey(Placeholder.ACCOUNT_LINK)
            .containsEntry(Placeholder.GUEST_LINK, "https://shop.example/R7KM-2QXP/ann@example.com");
        request.getCustomer().setRegistered(true);
        assertThat(valuesToCustomer()).doesNotContainKey(Placeholder.GUEST_LINK);
    }

    @Test
    void aFeatureAddsWordsToTheMailsItNamesAndToNoOthers() {
        notified("office@shop.example");
        request.getCustomer().setEmailAddress("ann@example.com");
        added.add(giftWords(ReturnMailKinds.of(ReturnStatus.REQUESTED)));

        assertThat(valuesToCustomer()).containsEntry(GIFT, "REQUESTED, fr, R7KM-2QXP").containsEntry(Placeholder.NUMBER, "R7KM-2QXP");
        assertThat(valuesToShop("")).doesNotContainKey(GIFT);
    }

    @Test
    void whoAddsWordsKnowsWhatWasEntered() {
        notified();
        request.getCustomer().setEmailAddress("ann@example.com");
        added.add(giftWords(ReturnMailKinds.of(ReturnStatus.RECEIVED)));

        mails("").statusChange(request,
            new StatusChange("R7KM-2QXP", 0, ReturnStatus.RECEIVED, "Thank you", null, Map.of(), null), null);

        assertThat(composed()).containsEntry(GIFT, "RECEIVED, fr, R7KM-2QXP: Thank you").containsEntry(Placeholder.STATUS, "Produits re\u00e7us")
            .containsEntry(Placeholder.MESSAGE, "Thank you");
    }

    @Test
    void whoeverHasWithdrawnGetsAMailOfTheirOwn() {
        request.getCustomer().setEmailAddress("ann@example.com");
        StatusChange entered = new StatusChange("R7KM-2QXP", 0, ReturnStatus.REQUESTED, null, null, Map.of(), null,
            Map.of("basis", "WITHDRAWAL"));

        when(withdrawn.values(any())).thenReturn(Map.of(ReturnMailKinds.SEND_BY, "14 d\u00e9cembre 2026"));

        mails("").confirmation(request, entered, new ReadForMails());

        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<Placeholder, Object>> values = ArgumentCaptor.forClass(Map.class);
        verify(composer).compose(eq(ReturnMailKinds.WITHDRAWN), eq("ann@example.com"), any(), values.capture());
        assertThat(values.getValue()).containsEntry(ReturnMailKinds.SEND_BY, "14 d\u00e9cembre 2026");
    }

    @Test
    void nobodyReadsThatAParcelHasArrivedOfWhichNothingHas() {
        request.getCustomer().setEmailAddress("ann@example.com");
        StatusChange received = new StatusChange("R7KM-2QXP", 0, ReturnStatus.RECEIVED, null, "Counted again", Map.of(), null);

        mails("").statusChange(request, received, null);
        verify(composer).compose(eq(ReturnMailKinds.of(ReturnStatus.RECEIVED)), anyString(), any(), anyMap());

        request.refuse(Steps.by(Actor.merchant(7L, "Ms Merchant", true), new Date()));
        mails("").statusChange(request, received, null);
        verify(composer).compose(eq(ReturnMailKinds.REOPENED), anyString(), any(), anyMap());
    }

    /** It goes out later where the refund that was to be made with the decision was not. */
    @Test
    void theMailOfADecisionThatStandsSaysOfGoodsWhatTheOneThatWentOutWithItDid() {
        request.getCustomer().setEmailAddress("ann@example.com");
        ReflectionTestUtils.setField(request.getLines().get(0), "id", 100L);
        StatusChange decision = new StatusChange("R7KM-2QXP", 0, ReturnStatus.PARTIALLY_ACCEPTED, null, null, Map.of(100L, 1), null,
            Map.of("received.lines", "named", "received[100].1", "1", "kept[100]", "1", "refused.reason", "USED"));
        mails("").statusChange(request, decision, null);
        Object articles = composed().get(Placeholder.ARTICLES);
        assertThat(articles.toString()).contains("1 n\u2019a pas \u00e0 revenir", "(Worn or used)");
        clearInvocations(composer);

        request.decideLines(new EnteredGoods(request, decision).decisions(), Steps.by(Actor.merchant(7L, "Ms Merchant", true), new Date()));
        mails("").toCustomer(ReturnMailKinds.of(ReturnStatus.PARTIALLY_ACCEPTED), request, Map.of());

        assertThat(composed().get(Placeholder.ARTICLES)).isEqualTo(articles);
    }

    @Test
    void aFeatureComposesMailsOfItsOwn() {
        notified("office@shop.example");
        request.getCustomer().setEmailAddress("ann@example.com");
        MailKind toShopper = MailKind.toShopper("GIFT_SENT", 900, Placeholder.NUMBER, GIFT);
        MailKind toShop = MailKind.toShop("GIFT_ASKED", 901, Placeholder.ARTICLES, GIFT);

        assertThat(mails("").toCustomer(toShopper, request, Map.of(GIFT, "A vase"))).map(MailContent::recipient).contains("ann@example.com");
        assertThat(composed()).containsEntry(GIFT, "A vase").containsEntry(Placeholder.NUMBER, "R7KM-2QXP")
            .containsEntry(Placeholder.STATUS, "Retour demand\u00e9");
        verify(orders, never()).detailsOf(any(), any());

        clearInvocations(composer);
        assertThat(mails("").toShop(toShop, request, Map.of(GIFT, "A vase"))).extracting(MailContent::recipient).containsExactly("office@shop.example");
        assertThat(composed()).containsEntry(GIFT, "A vase").containsEntry(Placeholder.ARTICLES, List.of("Article 1 \u00d7 2: Damaged"));
    }

    private Map<Placeholder, Object> composed() {
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<Placeholder, Object>> values = ArgumentCaptor.forClass(Map.class);
        verify(composer).compose(any(), anyString(), any(), values.capture());
        return values.getValue();
    }

    private static ReturnMailWords giftWords(MailKind to) {
        return new ReturnMailWords() {

            @Override
            public Set<Placeholder> addedTo(MailKind kind) {
                return kind.equals(to) ? Set.of(GIFT) : Set.of();
            }

            @Override
            public Map<Placeholder, Object> values(MailSubject subject) {
                String words = subject.status() + ", " + subject.language() + ", " + subject.request().getNumber();
                return Map.of(Placeholder.NUMBER, "forged",
                    GIFT, words + subject.change().map(change -> ": " + change.message()).orElse(""));
            }

            @Override
            public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
                throw new AssertionError("Not a sample");
            }
        };
    }

    private Map<Placeholder, Object> valuesToCustomer() {
        clearInvocations(composer);
        assertThat(mails("").confirmation(request, new ReadForMails())).isPresent();
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<Placeholder, Object>> values = ArgumentCaptor.forClass(Map.class);
        verify(composer).compose(eq(ReturnMailKinds.of(ReturnStatus.REQUESTED)), eq("ann@example.com"), eq(Locale.FRENCH), values.capture());
        return values.getValue();
    }

    private Map<Placeholder, Object> valuesToShop(String adminUrl) {
        mails(adminUrl).toShop(request, new ReadForMails());
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<Placeholder, Object>> values = ArgumentCaptor.forClass(Map.class);
        verify(composer).compose(eq(ReturnMailKinds.NEW_REQUEST), anyString(), eq(Locale.ENGLISH), values.capture());
        return values.getValue();
    }

    private ReturnMails mails(String adminUrl) {
        return new ReturnMails(composer, new MailPieces(messages, Fixtures.CHOICES, settings, adminUrl), settings, orders,
            requests, withdrawn, added::stream, () -> Optional.ofNullable(guests));
    }

    private void notified(String... addresses) {
        when(settings.mail()).thenReturn(new ReturnsSettings.Mail("shop@example.com", List.of(addresses), "https://shop.example", 1,
            Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }
}
