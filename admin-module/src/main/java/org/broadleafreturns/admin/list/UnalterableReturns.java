package org.broadleafreturns.admin.list;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.service.handler.CustomPersistenceHandlerAdapter;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;
import org.broadleafreturns.core.choice.ReturnReason;
import org.broadleafreturns.core.exclusion.Exclusion;
import org.broadleafreturns.core.template.MessageTemplate;

/**
 * Refuses to add, change or remove records of the modules through the platform's forms for all entities, but for the lists that merchants
 * keep: they would pass by the workflow and the journal.
 */
class UnalterableReturns extends CustomPersistenceHandlerAdapter {

    private static final String MODULE = "org.broadleafreturns.";
    /** Merchants edit these lists by the platform's forms, each checked by a handler of its own. */
    private static final List<String> EDITED = Stream.of(ReturnReason.class, Exclusion.class, MessageTemplate.class)
        .map(list -> list.getPackageName() + ".").toList();

    @Override
    public Boolean canHandleAdd(PersistencePackage persistencePackage) {
        return isReturn(persistencePackage);
    }

    @Override
    public Boolean canHandleUpdate(PersistencePackage persistencePackage) {
        return isReturn(persistencePackage);
    }

    @Override
    public Boolean canHandleRemove(PersistencePackage persistencePackage) {
        return isReturn(persistencePackage);
    }

    @Override
    public Entity add(PersistencePackage persistencePackage, DynamicEntityDao dynamicEntityDao, RecordHelper helper)
            throws ServiceException {
        throw refusal();
    }

    @Override
    public Entity update(PersistencePackage persistencePackage, DynamicEntityDao dynamicEntityDao, RecordHelper helper)
            throws ServiceException {
        throw refusal();
    }

    @Override
    public void remove(PersistencePackage persistencePackage, DynamicEntityDao dynamicEntityDao, RecordHelper helper)
            throws ServiceException {
        throw refusal();
    }

    /** Looks at the entity's own type too, since the platform writes to that one whatever the section is. */
    private static boolean isReturn(PersistencePackage persistencePackage) {
        Entity entity = persistencePackage.getEntity();
        Stream<String> types = entity == null || entity.getType() == null ? Stream.empty() : Arrays.stream(entity.getType());
        return Stream.concat(Stream.of(String.valueOf(persistencePackage.getCeilingEntityFullyQualifiedClassname())), types)
            .anyMatch(type -> type != null && type.startsWith(MODULE) && EDITED.stream().noneMatch(type::startsWith));
    }

    private static SecurityServiceException refusal() {
        return new SecurityServiceException("Returns are changed on the page of their order only");
    }
}
