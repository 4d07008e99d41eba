package org.broadleafreturns.core.platform;

import java.math.BigDecimal;

/** A refund that is ready to be asked of a gateway: what it asks is complete, nothing more is read of the database. */
public interface GatewayRefund {

    /** What is to be paid back. */
    BigDecimal amount();

    /** The code of the type of the gateway that is to be asked. */
    String gateway();
}
