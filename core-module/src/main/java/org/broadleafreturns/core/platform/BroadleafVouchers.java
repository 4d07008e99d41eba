package org.broadleafreturns.core.platform;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.persistence.EntityManager;
import org.broadleafcommerce.core.offer.domain.Offer;
import org.broadleafcommerce.core.offer.domain.OfferAudit;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.service.OfferAuditService;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.offer.service.type.OfferDiscountType;
import org.broadleafcommerce.core.offer.service.type.OfferType;

/**
 * {@link ShopVouchers} over the platform's offers: one offer of its own on the order, with one code that can be used once. Offers have an
 * amount without a currency, so they are issued in the shop's default one alone.
 */
public class BroadleafVouchers implements ShopVouchers {

    private static final String WITH_CODE = "select count(c) from OfferCodeImpl c where c.offerCode = :code";
    /** Whoever orders is a customer, registered or not; what ends a code has none. */
    private static final String USED = "select distinct a.offerCodeId from OfferAuditImpl a where a.offerCodeId in (:codes)"
        + " and a.customerId is not null";
    private static final int ONCE = 1;
    /** After the shop's own offers, which are reckoned first. */
    private static final int LAST = 1000;
    private static final int TRIES = 10;
    /** The platform reads the start of an offer as a time in the shop's zone, and does not take one that begins in this very second. */
    private static final Duration EARLIER = Duration.ofDays(2);

    private final EntityManager entityManager;
    private final OfferService offers;
    private final OfferAuditService uses;
    private final VoucherCodes codes;

    public BroadleafVouchers(EntityManager entityManager, OfferService offers, OfferAuditService uses) {
        this(entityManager, offers, uses, new VoucherCodes());
    }

    BroadleafVouchers(EntityManager entityManager, OfferService offers, OfferAuditService uses, VoucherCodes codes) {
        this.entityManager = entityManager;
        this.offers = offers;
        this.uses = uses;
        this.codes = codes;
    }

    @Override
    public Optional<Currency> currency() {
        return Optional.of(ShopCurrency.of(entityManager));
    }

    @Override
    public IssuedVoucher issue(BigDecimal amount, String returnNumber, Date when) {
        Date start = Date.from(when.toInstant().minus(EARLIER));
        Offer offer = offers.getOfferDao().create();
        offer.setName("Return " + returnNumber + ": voucher");
        offer.setType(OfferType.ORDER);
        offer.setDiscountType(OfferDiscountType.AMOUNT_OFF);
        offer.setValue(amount);
        offer.setAutomaticallyAdded(false);
        offer.setCombinableWithOtherOffers(true);
        offer.setTotalitarianOffer(false);
        offer.setApplyDiscountToSalePrice(true);
        offer.setPriority(LAST);
        offer.setMaxUsesPerOrder(ONCE);
        offer.setStartDate(start);
        OfferCode code = offers.getOfferCodeDao().create();
        code.setOffer(offer);
        code.setOfferCode(free());
        code.setMaxUses(ONCE);
        code.setStartDate(start);
        OfferCode stored = offers.saveOfferCode(code);
        return new IssuedVoucher(stored.getId().toString(), stored.getOfferCode());
    }

    /** One that no offer has, whoever has made it. */
    private String free() {
        for (int i = 0; i < TRIES; i++) {
            String code = codes.next();
            if (entityManager.createQuery(WITH_CODE, Long.class).setParameter("code", code).getSingleResult() == 0) {
                return code;
            }
        }
        throw new IllegalStateException("No free code for a voucher after " + TRIES + " tries");
    }

    @Override
    public Set<String> used(Collection<String> references) {
        return references.isEmpty() ? Set.of() : entityManager.createQuery(USED, Long.class)
            .setParameter("codes", references.stream().map(Long::valueOf).toList()).getResultList().stream()
            .map(String::valueOf).collect(Collectors.toSet());
    }

    /**
     * The end of the code is for people who look at it: shops keep codes in caches, each node its own. So it counts as used too, which the
     * platform asks the database whenever a code is typed and whenever an order is placed.
     */
    @Override
    public void end(String reference, Long orderId, Date when) {
        OfferCode code = offers.findOfferCodeById(Long.valueOf(reference));
        if (code == null) {
            return;
        }
        code.setEndDate(when);
        code.getOffer().setEndDate(when);
        offers.saveOfferCode(code);
        OfferAudit use = uses.create();
        use.setOfferId(code.getOffer().getId());
        use.setOfferCodeId(code.getId());
        use.setOrderId(orderId);
        use.setRedeemedDate(when);
        uses.save(use);
    }
}
