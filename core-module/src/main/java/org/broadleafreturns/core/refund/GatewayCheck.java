package org.broadleafreturns.core.refund;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadleafreturns.core.installation.Finding;
import org.broadleafreturns.core.installation.InstallationCheck;
import org.broadleafreturns.core.platform.RefundObstacle;
import org.broadleafreturns.core.platform.ShopPayments;
import org.broadleafreturns.core.platform.UsedGateway;

/**
 * Whether the back office can pay back what shoppers have paid of late, and whether the platform can keep the amounts. The storefront
 * pays nothing back, and needs no gateway for it.
 */
class GatewayCheck implements InstallationCheck {

    /** Older orders are hardly returned any more. */
    private static final Duration OF_LATE = Duration.ofDays(90);

    private final ShopPayments payments;
    private final BooleanSupplier backOffice;
    private final Clock clock;

    /** @param backOffice whether this is where merchants pay back */
    GatewayCheck(ShopPayments payments, BooleanSupplier backOffice, Clock clock) {
        this.payments = payments;
        this.backOffice = backOffice;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        if (!backOffice.getAsBoolean()) {
            return List.of();
        }
        Set<UsedGateway> used = payments.usedSince(Date.from(clock.instant().minus(OF_LATE)));
        List<Finding> findings = new ArrayList<>();
        gateways(used, RefundObstacle.NOT_INSTALLED).ifPresent(names -> findings.add(Finding.of("rtn.check.gateway.notInstalled", names)));
        gateways(used, RefundObstacle.CANNOT_REFUND).ifPresent(names -> findings.add(Finding.of("rtn.check.gateway.cannotRefund", names)));
        int digits = payments.digits();
        listed(used.stream().map(UsedGateway::currency).filter(Objects::nonNull)
            .filter(currency -> currency.getDefaultFractionDigits() > digits).map(Currency::getCurrencyCode).collect(Collectors.toSet()))
            .ifPresent(currencies -> findings.add(Finding.of("rtn.check.gateway.digits", currencies, digits)));
        return findings;
    }

    /** One finding names them all: what an application lacks is noted by its code. */
    private static Optional<String> gateways(Set<UsedGateway> used, RefundObstacle obstacle) {
        Predicate<UsedGateway> hindered = gateway -> gateway.obstacle() == obstacle;
        return listed(used.stream().filter(hindered).map(UsedGateway::gateway).collect(Collectors.toSet()));
    }

    private static Optional<String> listed(Set<String> names) {
        return names.isEmpty() ? Optional.empty() : Optional.of(names.stream().sorted().collect(Collectors.joining(", ")));
    }
}
