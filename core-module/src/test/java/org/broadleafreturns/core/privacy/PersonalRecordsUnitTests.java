package org.broadleafreturns.core.privacy;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.util.List;
import org.broadleafreturns.core.document.Documents;
import org.broadleafreturns.core.platform.ShopOrders;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.SimpleTransactionStatus;

class PersonalRecordsUnitTests {

    @Test
    void whatOthersFindTheirsByIsForgottenAfterThem() {
        CustomerRecords returns = mock(CustomerRecords.class);
        CustomerRecords gifts = mock(CustomerRecords.class);
        when(returns.isForgottenLast()).thenReturn(true);
        PlatformTransactionManager transactions = mock(PlatformTransactionManager.class);
        when(transactions.getTransaction(any())).thenReturn(new SimpleTransactionStatus());

        new PersonalRecords(List.of(returns, gifts), mock(Documents.class), mock(ShopOrders.class), transactions).anonymise(5L);

        InOrder sequence = inOrder(returns, gifts);
        sequence.verify(gifts).anonymise(5L);
        sequence.verify(returns).anonymise(5L);
    }
}
