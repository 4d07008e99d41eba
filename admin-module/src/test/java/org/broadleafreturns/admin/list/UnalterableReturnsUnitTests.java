package org.broadleafreturns.admin.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafreturns.core.history.JournalEntry;
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
        assertThat(handler.canHandleUpdate(write(Order.class.getName(), JournalEntry.class.getName()))).isTrue();
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
