package org.broadleafreturns.core.policy;

import java.util.Optional;
import org.broadleafreturns.core.platform.OrderedLine;

/** Downloads and gift cards cannot come back in a parcel. */
public class OnlyPhysicalGoods implements ReturnRule {

    @Override
    public Optional<Objection> againstLine(OrderSituation situation, OrderedLine line) {
        return switch (line.nature()) {
            case PHYSICAL -> Optional.empty();
            case DIGITAL -> Optional.of(Objection.general("rtn.objection.line.digital"));
            case GIFT_CARD -> Optional.of(Objection.general("rtn.objection.line.giftCard"));
        };
    }

    @Override
    public boolean waivable() {
        return true;
    }
}
