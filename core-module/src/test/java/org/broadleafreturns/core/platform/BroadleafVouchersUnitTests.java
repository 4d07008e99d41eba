package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import javax.persistence.EntityManager;
import javax.persistence.TypedQuery;
import org.broadleafcommerce.core.offer.dao.OfferCodeDao;
import org.broadleafcommerce.core.offer.dao.OfferDao;
import org.broadleafcommerce.core.offer.domain.OfferAudit;
import org.broadleafcommerce.core.offer.domain.OfferAuditImpl;
import org.broadleafcommerce.core.offer.domain.OfferCode;
import org.broadleafcommerce.core.offer.domain.OfferCodeImpl;
import org.broadleafcommerce.core.offer.domain.OfferImpl;
import org.broadleafcommerce.core.offer.service.OfferAuditService;
import org.broadleafcommerce.core.offer.service.OfferService;
import org.broadleafcommerce.core.offer.service.type.OfferDiscountType;
import org.broadleafcommerce.core.offer.service.type.OfferType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class BroadleafVouchersUnitTests {

    private static final Date NOW = new Date(1_800_000_000_000L);

    private final EntityManager entityManager = mock(EntityManager.class);
    private final OfferService offers = mock(OfferService.class);
    private final OfferAuditService uses = mock(OfferAuditService.class);
    @SuppressWarnings("unchecked")
    private final TypedQuery<Long> withCode = mock(TypedQuery.class);
    private final BroadleafVouchers vouchers = new BroadleafVouchers(entityManager, offers, uses);

    @BeforeEach
    void thePlatformStoresWhatItIsGiven() {
        OfferDao offerDao = mock(OfferDao.class);
        OfferCodeDao codeDao = mock(OfferCodeDao.class);
        when(offers.getOfferDao()).thenReturn(offerDao);
        when(offers.getOfferCodeDao()).thenReturn(codeDao);
        when(offerDao.create()).thenAnswer(call -> new OfferImpl());
        when(codeDao.create()).thenAnswer(call -> new OfferCodeImpl());
        when(offers.saveOfferCode(any())).thenAnswer(call -> {
            OfferCode code = call.getArgument(0);
            code.setId(7L);
            return code;
        });
        when(uses.create()).thenAnswer(call -> new OfferAuditImpl());
        when(entityManager.createQuery(anyString(), any(Class.class))).thenReturn(withCode);
        when(withCode.setParameter(anyString(), any())).thenReturn(withCode);
        when(withCode.getSingleResult()).thenReturn(0L);
    }

    @Test
    void aVoucherIsAnOfferOfItsOwnWithOneCodeForOneUse() {
        IssuedVoucher issued = vouchers.issue(new BigDecimal("20.00"), "R000123", NOW);

        OfferCode code = stored();
        assertThat(issued).isEqualTo(new IssuedVoucher("7", code.getOfferCode()));
        assertThat(code.getMaxUses()).isEqualTo(1);
        assertThat(code.getOffer()).satisfies(offer -> {
            assertThat(offer.getName()).isEqualTo("Return R000123: voucher");
            assertThat(offer.getType()).isEqualTo(OfferType.ORDER);
            assertThat(offer.getDiscountType()).isEqualTo(OfferDiscountType.AMOUNT_OFF);
            assertThat(offer.getValue()).isEqualByComparingTo("20.00");
            assertThat(offer.isAutomaticallyAdded()).isFalse();
            assertThat(offer.getMaxUsesPerOrder()).isEqualTo(1);
            assertThat(offer.getEndDate()).isNull();
        });
    }

    /** Wherever the shop is, and in this very second. */
    @Test
    void aVoucherIsGoodAtOnce() {
        vouchers.issue(BigDecimal.TEN, "R000123", NOW);

        assertThat(stored().getStartDate()).isBefore(Date.from(NOW.toInstant().minus(Duration.ofHours(26))));
        assertThat(stored().getOffer().getStartDate()).isEqualTo(stored().getStartDate());
    }

    @Test
    void aCodeThatAnotherOfferHasIsNotTaken() {
        when(withCode.getSingleResult()).thenReturn(1L, 0L);

        vouchers.issue(BigDecimal.TEN, "R000123", NOW);

        ArgumentCaptor<Object> tried = ArgumentCaptor.forClass(Object.class);
        verify(withCode, times(2)).setParameter(anyString(), tried.capture());
        assertThat(tried.getAllValues()).doesNotHaveDuplicates().last().isEqualTo(stored().getOfferCode());
    }

    @Test
    void whereNoCodeIsFreeNoneIsIssued() {
        when(withCode.getSingleResult()).thenReturn(1L);

        assertThatThrownBy(() -> vouchers.issue(BigDecimal.TEN, "R000123", NOW)).isInstanceOf(IllegalStateException.class);
        verify(offers, never()).saveOfferCode(any());
    }

    @Test
    void whatIsEndedCountsAsUsedByNobody() {
        OfferCode code = new OfferCodeImpl();
        code.setId(7L);
        code.setOffer(new OfferImpl());
        code.getOffer().setId(9L);
        when(offers.findOfferCodeById(7L)).thenReturn(code);

        vouchers.end("7", 55L, NOW);

        assertThat(List.of(code.getEndDate(), code.getOffer().getEndDate())).containsOnly(NOW);
        ArgumentCaptor<OfferAudit> use = ArgumentCaptor.forClass(OfferAudit.class);
        verify(uses).save(use.capture());
        assertThat(use.getValue()).satisfies(noted -> {
            assertThat(noted.getOfferCodeId()).isEqualTo(7L);
            assertThat(noted.getOfferId()).isEqualTo(9L);
            assertThat(noted.getOrderId()).isEqualTo(55L);
            assertThat(noted.getCustomerId()).isNull();
        });
    }

    /** What somebody has deleted in the back office cannot be used anyway. */
    @Test
    void whatIsGoneIsEndedAlready() {
        vouchers.end("7", 55L, NOW);

        verify(uses, never()).save(any());
    }

    private OfferCode stored() {
        ArgumentCaptor<OfferCode> code = ArgumentCaptor.forClass(OfferCode.class);
        verify(offers).saveOfferCode(code.capture());
        return code.getValue();
    }
}
