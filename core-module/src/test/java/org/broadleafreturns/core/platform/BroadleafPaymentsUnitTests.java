package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import javax.persistence.EntityManager;
import javax.sql.DataSource;
import org.broadleafcommerce.common.currency.domain.BroadleafCurrencyImpl;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.common.payment.PaymentGatewayType;
import org.broadleafcommerce.common.payment.PaymentTransactionType;
import org.broadleafcommerce.common.payment.PaymentType;
import org.broadleafcommerce.common.payment.dto.PaymentRequestDTO;
import org.broadleafcommerce.common.payment.dto.PaymentResponseDTO;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfiguration;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationService;
import org.broadleafcommerce.common.payment.service.PaymentGatewayConfigurationServiceProvider;
import org.broadleafcommerce.common.payment.service.PaymentGatewayTransactionService;
import org.broadleafcommerce.common.vendor.service.exception.PaymentException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.order.domain.OrderImpl;
import org.broadleafcommerce.core.payment.domain.OrderPayment;
import org.broadleafcommerce.core.payment.domain.OrderPaymentImpl;
import org.broadleafcommerce.core.payment.domain.PaymentTransaction;
import org.broadleafcommerce.core.payment.domain.PaymentTransactionImpl;
import org.broadleafcommerce.core.payment.service.OrderPaymentService;
import org.broadleafcommerce.core.payment.service.OrderToPaymentRequestDTOService;
import org.broadleafreturns.core.platform.GatewayAnswer.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is asked of a gateway, and what its answers come to, however it behaves. */
class BroadleafPaymentsUnitTests {

    private static final Long CAPTURE = 7L;
    private static final BigDecimal AMOUNT = new BigDecimal("12.34");
    private static final PaymentGatewayType TYPE = new PaymentGatewayType("UNIT_TEST", "Unit test");

    private final PaymentGatewayConfigurationServiceProvider installed = mock(PaymentGatewayConfigurationServiceProvider.class);
    private final PaymentGatewayConfigurationService module = mock(PaymentGatewayConfigurationService.class);
    private final PaymentGatewayConfiguration configuration = mock(PaymentGatewayConfiguration.class);
    private final PaymentGatewayTransactionService gateway = mock(PaymentGatewayTransactionService.class);
    private final OrderToPaymentRequestDTOService translation = mock(OrderToPaymentRequestDTOService.class);
    private final OrderPaymentService records = mock(OrderPaymentService.class);
    private final PaymentTransaction capture = new PaymentTransactionImpl();
    private final OrderPayment payment = new OrderPaymentImpl();
    private final Order order = new OrderImpl();
    private final PaymentRequestDTO request = new PaymentRequestDTO();

    @BeforeEach
    void aPaymentThatWasCaptured() {
        BroadleafCurrencyImpl euro = new BroadleafCurrencyImpl();
        euro.setCurrencyCode("EUR");
        order.setCurrency(euro);
        payment.setOrder(order);
        payment.setPaymentGatewayType(TYPE);
        capture.setId(CAPTURE);
        capture.setOrderPayment(payment);
        capture.setType(PaymentTransactionType.CAPTURE);
        when(records.readTransactionById(CAPTURE)).thenReturn(capture);
        when(installed.getGatewayConfigurationService(any())).thenThrow(new IllegalArgumentException("None"));
        when(configuration.handlesRefund()).thenReturn(true);
        when(module.getConfiguration()).thenReturn(configuration);
        when(module.getTransactionService()).thenReturn(gateway);
        install();
        request.transactionTotal("12.34");
        when(translation.translatePaymentTransaction(any(), any())).thenReturn(request);
    }

    private void install() {
        doReturn(module).when(installed).getGatewayConfigurationService(TYPE);
    }

    private BroadleafGateways gateways(String... able) {
        return new BroadleafGateways(() -> installed, () -> translation, Set.of(able));
    }

    private BroadleafPayments payments() {
        return new BroadleafPayments(mock(EntityManager.class), mock(DataSource.class), records, gateways());
    }

    private GatewayAnswer asked() {
        return payments().ask(payments().prepare(CAPTURE, AMOUNT, "K-1"));
    }

    private GatewayAnswer answered(PaymentResponseDTO response) throws PaymentException {
        when(gateway.refund(request)).thenReturn(response);
        return asked();
    }

    private static PaymentResponseDTO response() {
        return new PaymentResponseDTO(PaymentType.CREDIT_CARD, TYPE).amount(new Money("12.34", "EUR")).rawResponse("OK 4711");
    }

    @Test
    void aGatewayThatIsInstalledAndRefundsHasNoObstacle() {
        assertThat(gateways().obstacle("UNIT_TEST")).isNull();
    }

    @Test
    void whatNoGatewayTookGoesBackByHand() {
        assertThat(gateways().obstacle(null)).isEqualTo(RefundObstacle.BY_HAND);
        assertThat(gateways().obstacle(PaymentGatewayType.PASSTHROUGH.getType())).isEqualTo(RefundObstacle.BY_HAND);
    }

    @Test
    void aGatewayThatTheApplicationDoesNotHaveIsNotInstalled() {
        new PaymentGatewayType("UNIT_TEST_GONE", "Gone");

        assertThat(gateways().obstacle("UNIT_TEST_GONE")).isEqualTo(RefundObstacle.NOT_INSTALLED);
        assertThat(gateways().obstacle("UNIT_TEST_NEVER_HEARD_OF")).isEqualTo(RefundObstacle.NOT_INSTALLED);
        assertThat(new BroadleafGateways(() -> null, () -> null, Set.of()).obstacle("UNIT_TEST")).isEqualTo(RefundObstacle.NOT_INSTALLED);
    }

    @Test
    void aTypeThatNobodyHasAskedForYetIsFound() {
        doAnswer(all -> {
            PaymentGatewayType late = new PaymentGatewayType("UNIT_TEST_LATE", "Late");
            doReturn(module).when(installed).getGatewayConfigurationService(late);
            throw new IllegalArgumentException("None");
        }).when(installed).getGatewayConfigurationService(PaymentGatewayType.TEMPORARY);

        assertThat(gateways().obstacle("UNIT_TEST_LATE")).isNull();
    }

    @Test
    void aGatewayWithoutTransactionsCannotRefund() {
        when(module.getTransactionService()).thenReturn(null);
        assertThat(gateways("UNIT_TEST").obstacle("UNIT_TEST")).isEqualTo(RefundObstacle.CANNOT_REFUND);

        doThrow(new UnsupportedOperationException()).when(module).getTransactionService();
        assertThat(gateways("UNIT_TEST").obstacle("UNIT_TEST")).isEqualTo(RefundObstacle.CANNOT_REFUND);
    }

    @Test
    void aGatewayThatSaysItCannotRefundCanWhereAPropertySaysSo() {
        when(configuration.handlesRefund()).thenReturn(false);

        assertThat(gateways().obstacle("UNIT_TEST")).isEqualTo(RefundObstacle.CANNOT_REFUND);
        assertThat(gateways("OTHER", "UNIT_TEST").obstacle("UNIT_TEST")).isNull();
    }

    @Test
    void theGatewayIsToldTheKey() {
        payments().prepare(CAPTURE, AMOUNT, "K-1");

        assertThat(request.getAdditionalFields()).containsEntry("rtnRefundKey", "K-1");
    }

    @Test
    void aRequestForAnotherAmountIsNeverMade() {
        request.transactionTotal("99.00");
        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(CAPTURE, AMOUNT, "K")).withMessageContaining("99.00");

        request.transactionTotal(null);
        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(CAPTURE, AMOUNT, "K"));
    }

    @Test
    void nothingIsPreparedThatThePlatformCannotAskFor() {
        when(translation.translatePaymentTransaction(any(), any())).thenThrow(new NullPointerException());
        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(CAPTURE, AMOUNT, "K"));

        order.setCurrency(null);
        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(CAPTURE, AMOUNT, "K")).withMessageContaining("currency");
    }

    @Test
    void onlyWhatWasCapturedIsAskedBack() {
        capture.setSuccess(false);
        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(CAPTURE, AMOUNT, "K"));

        capture.setSuccess(true);
        capture.setType(PaymentTransactionType.AUTHORIZE);
        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(CAPTURE, AMOUNT, "K"));
        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(99L, AMOUNT, "K"));

        capture.setType(PaymentTransactionType.CAPTURE);
        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(CAPTURE, BigDecimal.ZERO, "K"));
    }

    @Test
    void aGatewayThatCannotBeAskedIsNamed() {
        payment.setPaymentGatewayType(PaymentGatewayType.PASSTHROUGH);

        assertThatIllegalStateException().isThrownBy(() -> payments().prepare(CAPTURE, AMOUNT, "K"))
            .withMessageContaining("Passthrough").withMessageContaining("BY_HAND");
    }

    @Test
    void aGatewayThatSaysSoHasRefunded() throws Exception {
        assertThat(answered(response().responseMap("REQUEST_ID", "4711")))
            .isEqualTo(new GatewayAnswer(Outcome.DONE, "OK 4711", Map.of("REQUEST_ID", "4711")));
    }

    @Test
    void manyGatewaysDoNotSayTheAmount() throws Exception {
        assertThat(answered(response().amount(null)).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void aRefusalHasTheGatewaysWords() throws Exception {
        assertThat(answered(response().successful(false).rawResponse("<error code=\"51\"/>").responseMap("errorMessage", "Card expired")))
            .isEqualTo(new GatewayAnswer(Outcome.FAILED, "Card expired", Map.of("errorMessage", "Card expired")));
        assertThat(answered(response().successful(false).rawResponse("Declined: 51")).words()).isEqualTo("Declined: 51");
        assertThat(answered(response().successful(false).rawResponse(null)).words()).isEmpty();
    }

    @Test
    void nobodyKnowsWhatSilenceMeans() throws Exception {
        assertThat(answered(null)).isEqualTo(new GatewayAnswer(Outcome.UNKNOWN, "", Map.of()));
    }

    @Test
    void nobodyKnowsWhatAnotherAmountMeans() throws Exception {
        GatewayAnswer answer = answered(response().amount(new Money("5.00", "EUR")));

        assertThat(answer.outcome()).isEqualTo(Outcome.UNKNOWN);
        assertThat(answer.words()).isEqualTo("5.00 EUR != 12.34 EUR\nOK 4711");
    }

    @Test
    void anAnswerThatWasTamperedWithSaysNothing() throws Exception {
        assertThat(answered(response().valid(false)).outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void nobodyKnowsWhatAnExceptionMeans() throws Exception {
        when(gateway.refund(request)).thenThrow(new PaymentException("Read timed out"));
        assertThat(asked()).isEqualTo(new GatewayAnswer(Outcome.UNKNOWN, "Read timed out", Map.of()));

        doThrow(new IllegalStateException()).when(gateway).refund(request);
        assertThat(asked()).isEqualTo(new GatewayAnswer(Outcome.UNKNOWN, "IllegalStateException", Map.of()));

        doThrow(new NoClassDefFoundError("vendor/Client")).when(gateway).refund(request);
        assertThat(asked().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void aModuleThatDoesNotRefundWasNeverAsked() throws Exception {
        when(module.getTransactionService()).thenReturn(new Unable(null));

        assertThat(asked()).isEqualTo(new GatewayAnswer(Outcome.FAILED, "Not Implemented", Map.of()));
    }

    @Test
    void whatIsNotSupportedAfterTheMoneyWentIsNotARefusal() throws Exception {
        when(module.getTransactionService()).thenReturn(new Unable(() -> Map.of().put("a", "b")));

        assertThat(asked().outcome()).isEqualTo(Outcome.UNKNOWN);
    }

    @Test
    void noAnswerIsTooLongOrUnwritable() throws Exception {
        GatewayAnswer answer = answered(response().successful(false).rawResponse("a\u0000" + "b".repeat(2000))
            .responseMap("k".repeat(300), null).responseMap("n".repeat(300), "v\u0000".repeat(2000)));

        assertThat(answer.words()).startsWith("a\uFFFDb").hasSize(1000);
        assertThat(answer.fields()).containsOnlyKeys("n".repeat(255));
        assertThat(answer.fields().values()).allMatch(value -> value.length() == 1000 && !value.contains("\u0000"));
    }

    @Test
    void aRefundIsRecordedBesideItsCapture() {
        PaymentTransaction made = new PaymentTransactionImpl();
        when(records.createTransaction()).thenReturn(made);
        when(records.save(made)).thenAnswer(save -> {
            made.setId(8L);
            return made;
        });

        Long id = payments().record(CAPTURE, new BigDecimal("12.345"), "By hand \uD83D\uDE00", Map.of("REFERENCE", "B-1"));

        assertThat(id).isEqualTo(8L);
        assertThat(made.getType()).isEqualTo(PaymentTransactionType.REFUND);
        assertThat(made.getParentTransaction()).isSameAs(capture);
        assertThat(made.getOrderPayment()).isSameAs(payment);
        assertThat(made.getSuccess()).isTrue();
        assertThat(made.getArchived()).isEqualTo('N');
        assertThat(made.getRawResponse()).isEqualTo("By hand ?");
        assertThat(made.getAdditionalFields()).isEqualTo(Map.of("REFERENCE", "B-1"));
        assertThat(payment.getTransactions()).containsExactly(made);
    }

    /** As the platform's own base class on Broadleaf 7.0. */
    private record Unable(Runnable deeper) implements PaymentGatewayTransactionService {

        @Override
        public PaymentResponseDTO refund(PaymentRequestDTO request) {
            if (deeper == null) {
                throw new UnsupportedOperationException("Not Implemented");
            }
            deeper.run();
            return null;
        }

        @Override
        public PaymentResponseDTO authorize(PaymentRequestDTO request) {
            return null;
        }

        @Override
        public PaymentResponseDTO capture(PaymentRequestDTO request) {
            return null;
        }

        @Override
        public PaymentResponseDTO authorizeAndCapture(PaymentRequestDTO request) {
            return null;
        }

        @Override
        public PaymentResponseDTO reverseAuthorize(PaymentRequestDTO request) {
            return null;
        }

        @Override
        public PaymentResponseDTO voidPayment(PaymentRequestDTO request) {
            return null;
        }
    }
}
