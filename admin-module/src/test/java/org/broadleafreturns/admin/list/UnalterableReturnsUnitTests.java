package org.broadleafreturns.admin.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafreturns.core.choice.RefundType;
import org.broadleafreturns.core.choice.ReturnReason;
import org.broadleafreturns.core.delivery.Delivery;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.event.ReturnEvent;
import org.broadleafreturns.core.exclusion.Exclusion;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.request.ReturnRequest;
import org.junit.jupiter.api.Test;

class UnalterableReturnsUnitTests {

    private final UnalterableReturns handler = new UnalterableReturns();

    @Test
    void takesOverEveryWriteToReturns() {
        PersistencePackage write = write(ReturnRequest.class.getName(), ReturnRequest.class.getName());

        assertThat(handler.canHandleAdd(write)).isTrue();
        assertThat(handler.canHandleUpdate(write)).isTrue();
        assertThat(handler.canHandleRemove(write)).isTrue();
        assertThat(handler.canHandleFetch(write)).isFalse();
        assertThat(handler.canHandleInspect(write)).isFalse();
    }

    @Test
    void isNotFooledByAnotherSection() {
        assertThat(List.of(JournalEntry.class, OutgoingMail.class, ReturnDocument.class, ReturnEvent.class, Delivery.class))
            .allSatisfy(type -> assertThat(handler.canHandleUpdate(write(Order.class.getName(), type.getName()))).isTrue());
        assertThat(List.of(ReturnReason.class, RefundType.class, Exclusion.class))
            .allSatisfy(type -> assertThat(handler.canHandleUpdate(write(type.getName(), type.getName()))).isFalse());
    }

    @Test
    void leavesOthersAlone() {
        assertThat(handler.canHandleUpdate(write(Order.class.getName(), Order.class.getName()))).isFalse();
        assertThat(handler.canHandleAdd(new PersistencePackage())).isFalse();
    }

    @Test
    void refuses() {
        PersistencePackage write = write(ReturnRequest.class.getName(), ReturnRequest.class.getName());

        assertThatThrownBy(() -> handler.add(write, null, null)).isInstanceOf(SecurityServiceException.class);
        assertThatThrownBy(() -> handler.update(write, null, null)).isInstanceOf(SecurityServiceException.class);
        assertThatThrownBy(() -> handler.remove(write, null, null)).isInstanceOf(SecurityServiceException.class);
    }

    private static PersistencePackage write(String ceiling, String type) {
        PersistencePackage write = new PersistencePackage();
        write.setCeilingEntityFullyQualifiedClassname(ceiling);
        Entity entity = new Entity();
        entity.setType(new String[] {type});
        write.setEntity(entity);
        return write;
    }
}
