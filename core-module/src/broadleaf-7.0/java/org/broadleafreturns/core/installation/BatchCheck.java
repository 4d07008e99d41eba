package org.broadleafreturns.core.installation;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.broadleafreturns.core.platform.BatchedEntities;

/** Whether the shop has set Hibernate's batches to a size with which the platform's page of an order fails. */
public class BatchCheck implements InstallationCheck {

    private final EntityManagerFactory entities;

    public BatchCheck(EntityManagerFactory entities) {
        this.entities = entities;
    }

    @Override
    public List<Finding> findings() {
        Object size = entities.getProperties().get(BatchedEntities.PROPERTY);
        return size != null && size.toString().matches("-?\\d+") && Integer.parseInt(size.toString()) > 1 ? List.of()
            : List.of(Finding.of("rtn.check.batch", size));
    }
}
