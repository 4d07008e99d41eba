package org.broadleafreturns.core.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.kernel.web.ClientAddress;
import org.broadleafreturns.core.mail.MailContent;
import org.broadleafreturns.core.mail.Outbox;
import org.broadleafreturns.core.platform.OrderKey;
import org.broadleafreturns.core.platform.ShopOrders;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.InOrder;
import org.springframework.test.util.ReflectionTestUtils;

class CancellationServiceUnitTests {

    private static final String NUMBER = "R2345-6789";

    private final ReturnRequests requests = mock(ReturnRequests.class);
    private final ShopOrders orders = mock(ShopOrders.class);
    private final ReturnMails mails = mock(ReturnMails.class);
    private final Outbox outbox = mock(Outbox.class);
    private final List<Object> published = new ArrayList<>();
    private final CancellationService service = new CancellationService(Steps.of(requests, orders, outbox, published::add,
        mock(EntityManager.class), Clock.fixed(Instant.parse("2026-03-01T10:00:00Z"), ZoneOffset.UTC)), mails, requests,
        new ClientAddress(false));
    private ReturnRequest request;

    @BeforeEach
    void aReturn() {
        request = new ReturnRequest(new ReturnNumber(NUMBER), Fixtures.submittedOrder(), Fixtures.submittedOrder().getCustomer(), "REFUND",
            null, Locale.FRENCH, null, new Date());
        ReflectionTestUtils.setField(request, "id", 1L);
        request.add(Fixtures.line(1L, 5), 3, "OTHER");
        when(requests.findOrderKeyOfCustomer(NUMBER, Fixtures.CUSTOMER_ID))
            .thenReturn(Optional.of(new OrderKey(11L, Fixtures.CUSTOMER_ID)));
        when(requests.findOfCustomerWithLines(NUMBER, Fixtures.CUSTOMER_ID)).thenReturn(List.of(request));
        when(mails.statusChange(any(), any(), any())).thenReturn(Optional.of(new MailContent("a@b.c", "s", "h", "t")));
    }

    @Test
    void cancelsUnderTheOrdersLockAndTellsTheCustomer() {
        service.cancel(NUMBER, 0, Fixtures.CUSTOMER_ID);

        assertThat(request.getStatus()).isEqualTo(ReturnStatus.CANCELLED);
        assertThat(request.getJournal()).singleElement().satisfies(entry -> {
            assertThat(entry.getActorKind()).isEqualTo(Actor.Kind.CUSTOMER);
            assertThat(entry.getActorName()).isEqualTo("Ann Lee");
            assertThat(entry.getFrom()).isEqualTo("REQUESTED");
        });
        assertThat(published).containsExactly(
            new ReturnStatusChanged(1L, NUMBER, 11L, ReturnStatus.REQUESTED, ReturnStatus.CANCELLED));
        InOrder order = inOrder(orders, requests, outbox);
        order.verify(orders).lock(11L);
        order.verify(requests).findOfCustomerWithLines(NUMBER, Fixtures.CUSTOMER_ID);
        order.verify(outbox).queue(any(), any());
    }

    @Test
    void aSecondClickChangesNothingMore() {
        service.cancel(NUMBER, 0, Fixtures.CUSTOMER_ID);

        assertThat(service.cancel(NUMBER, 0, Fixtures.CUSTOMER_ID)).isSameAs(request);
        assertThat(request.getJournal()).hasSize(1);
    }

    @Test
    void whatTheShopHasChangedMeanwhileIsNotCancelled() {
        ReflectionTestUtils.setField(request, "version", 1);

        assertThatExceptionOfType(StaleReturnException.class)
            .isThrownBy(() -> service.cancel(NUMBER, 0, Fixtures.CUSTOMER_ID));
        assertUntouched(ReturnStatus.REQUESTED);
    }

    @ParameterizedTest
    @EnumSource(value = ReturnStatus.class, names = {"RECEIVED", "ACCEPTED", "PARTIALLY_ACCEPTED", "REFUSED"})
    void nothingIsCancelledOnceTheGoodsAreHere(ReturnStatus status) {
        ReflectionTestUtils.setField(request, "status", status.name());

        assertThatExceptionOfType(ReturnRefusedException.class)
            .isThrownBy(() -> service.cancel(NUMBER, 0, Fixtures.CUSTOMER_ID))
            .satisfies(e -> assertThat(e.objections()).containsExactly(Objection.general("rtn.objection.cancel.tooLate")));
        assertUntouched(status);
    }

    @Test
    void aReturnOfSomebodyElseIsNotThere() {
        assertThatExceptionOfType(ReturnNotFoundException.class).isThrownBy(() -> service.cancel(NUMBER, 0, 6L));
        verifyNoInteractions(orders);
        assertThatExceptionOfType(ReturnNotFoundException.class)
            .isThrownBy(() -> service.cancel("nonsense", 0, Fixtures.CUSTOMER_ID));
        assertUntouched(ReturnStatus.REQUESTED);
    }

    @Test
    void theReturnItselfLetsNoCustomerTakeAnyOtherStep() {
        Actor customer = Actor.customer(Fixtures.CUSTOMER_ID, "Ann");

        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> request.accept(Steps.by(customer, new Date())));
    }

    private void assertUntouched(ReturnStatus status) {
        assertThat(request.getStatus()).isEqualTo(status);
        assertThat(request.getJournal()).isEmpty();
        assertThat(published).isEmpty();
        verifyNoInteractions(outbox);
    }
}
