package org.broadleafreturns.core.refund;

import java.util.Optional;
import org.springframework.data.repository.Repository;

/** All agreements of shoppers who have chosen a voucher. */
interface AgreedVouchers extends Repository<AgreedVoucher, Long> {

    AgreedVoucher save(AgreedVoucher agreed);

    Optional<AgreedVoucher> findById(Long requestId);
}
