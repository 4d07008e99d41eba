package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadleafreturns.core.request.Fixtures.line;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyMap;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.core.mail.MailComposer;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mailtext.MailName;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.platform.ArticleDetails;
import org.broadleafreturns.core.platform.ShopOrders;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.springframework.context.support.ReloadableResourceBundleMessageSource;

class ReturnMailsUnitTests {

    private final MailComposer composer = mock(MailComposer.class);
    private final ReturnsSettings settings = mock(ReturnsSettings.class);
    private final ShopOrders orders = mock(ShopOrders.class);
    private final ReloadableResourceBundleMessageSource messages = new ReloadableResourceBundleMessageSource();
    private ReturnRequest request;

    @BeforeEach
    void setUp() {
        messages.setBasename("classpath:/messages/rtn/ReturnsMessages");
        messages.setFallbackToSystemLocale(false);
        when(settings.shopLanguage()).thenReturn(Locale.ENGLISH);
        when(composer.languageFor(any())).thenAnswer(call -> call.getArgument(0));
        when(composer.compose(any(), anyString(), any(), anyMap()))
            .thenAnswer(call -> new MailContent(call.getArgument(1), "s", "h", "t"));
        request = new ReturnRequest(new ReturnNumber("R7KM-2QXP"), Fixtures.submittedOrder(), "REFUND", "<b>", Locale.FRENCH, null,
            new Date());
        request.add(line(1L, 3), 2, "DAMAGED");
    }

    @Test
    void theShopGetsOneMailForEachAddress() {
        notified("Stock@shop.example", "office@shop.example", "stock@shop.example");

        assertThat(mails("").toShop(request, new HashMap<>())).extracting(MailContent::recipient)
            .containsExactlyInAnyOrder("Stock@shop.example", "office@shop.example");
    }

    @Test
    void theShopGetsNoMailWithoutAnAddress() {
        notified();

        assertThat(mails("").toShop(request, new HashMap<>())).isEmpty();
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

    private Map<Placeholder, Object> valuesToCustomer() {
        clearInvocations(composer);
        assertThat(mails("").confirmation(request, new HashMap<>())).isPresent();
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<Placeholder, Object>> values = ArgumentCaptor.forClass(Map.class);
        verify(composer).compose(eq(MailName.REQUESTED), eq("ann@example.com"), eq(Locale.FRENCH), values.capture());
        return values.getValue();
    }

    private Map<Placeholder, Object> valuesToShop(String adminUrl) {
        mails(adminUrl).toShop(request, new HashMap<>());
        @SuppressWarnings("unchecked")
        ArgumentCaptor<Map<Placeholder, Object>> values = ArgumentCaptor.forClass(Map.class);
        verify(composer).compose(eq(MailName.NEW_REQUEST), anyString(), eq(Locale.ENGLISH), values.capture());
        return values.getValue();
    }

    private ReturnMails mails(String adminUrl) {
        return new ReturnMails(composer, messages, Fixtures.CHOICES, settings, orders, adminUrl);
    }

    private void notified(String... addresses) {
        when(settings.mail()).thenReturn(new ReturnsSettings.Mail("shop@example.com", List.of(addresses), "https://shop.example", 1,
            Duration.ofSeconds(1), Duration.ofSeconds(1)));
    }
}
