package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Date;
import java.util.Set;
import org.broadleafreturns.core.installation.Finding;
import org.broadleafreturns.core.platform.RefundObstacle;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.platform.UsedGateway;
import org.junit.jupiter.api.Test;

class GatewayCheckUnitTests {

    private static final Instant NOW = Instant.parse("2026-05-01T10:00:00Z");
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final Currency DINAR = Currency.getInstance("KWD");

    private final ShopPayments payments = mock(ShopPayments.class);

    @Test
    void namesEachGatewayThatCannotPayBack() {
        when(payments.digits()).thenReturn(2);
        when(payments.usedSince(Date.from(Instant.parse("2026-01-31T10:00:00Z")))).thenReturn(Set.of(used("STRIPE", EURO, null),
            used(null, EURO, RefundObstacle.BY_HAND), used("Passthrough", EURO, RefundObstacle.BY_HAND),
            used("B", EURO, RefundObstacle.NOT_INSTALLED), used("A", EURO, RefundObstacle.NOT_INSTALLED),
            used("A", null, RefundObstacle.NOT_INSTALLED), used("C", EURO, RefundObstacle.CANNOT_REFUND)));

        assertThat(check(true).findings()).containsExactly(Finding.of("rtn.check.gateway.notInstalled", "A, B"),
            Finding.of("rtn.check.gateway.cannotRefund", "C"));
    }

    @Test
    void saysWhichCurrenciesThePlatformRounds() {
        when(payments.usedSince(any())).thenReturn(Set.of(used("STRIPE", EURO, null), used("STRIPE", DINAR, null)));

        when(payments.digits()).thenReturn(2);
        assertThat(check(true).findings()).containsExactly(Finding.of("rtn.check.gateway.digits", "KWD", "2"));

        when(payments.digits()).thenReturn(3);
        assertThat(check(true).findings()).isEmpty();
    }

    @Test
    void theStorefrontPaysNothingBack() {
        assertThat(check(false).findings()).isEmpty();
        verifyNoInteractions(payments);
    }

    private GatewayCheck check(boolean backOffice) {
        return new GatewayCheck(payments, () -> backOffice, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static UsedGateway used(String gateway, Currency currency, RefundObstacle obstacle) {
        return new UsedGateway(gateway, currency, obstacle);
    }
}
