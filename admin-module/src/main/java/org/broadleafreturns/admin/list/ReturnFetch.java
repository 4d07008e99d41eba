package org.broadleafreturns.admin.list;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.broadleafcommerce.openadmin.dto.CriteriaTransferObject;
import org.broadleafcommerce.openadmin.dto.DynamicResultSet;
import org.broadleafcommerce.openadmin.dto.Entity;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.dao.DynamicEntityDao;
import org.broadleafcommerce.openadmin.server.service.handler.CustomPersistenceHandlerAdapter;
import org.broadleafcommerce.openadmin.server.service.persistence.module.RecordHelper;
import org.broadleafreturns.core.desk.DeskPage;
import org.broadleafreturns.core.desk.ReturnDesk;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnRequest;

/**
 * Reads the rows of the list of returns. The platform's own fetch sorts by an expression that no index serves and counts all rows
 * at each view. Any other fetch of returns is the platform's.
 *
 * <p>The platform makes the cells of its lists of records alone, whose fields it reads by their names, in the forms of its line: so
 * this is one of the few places above the core that know the record of a return. It goes no farther.
 */
class ReturnFetch extends CustomPersistenceHandlerAdapter {

    private static final int MAXIMUM_ROWS = 200;

    private final ReturnDesk desk;
    private final ReturnLookup returns;

    ReturnFetch(ReturnDesk desk, ReturnLookup returns) {
        this.desk = desk;
        this.returns = returns;
    }

    @Override
    public Boolean canHandleFetch(PersistencePackage persistencePackage) {
        return ReturnRequest.class.getName().equals(persistencePackage.getCeilingEntityFullyQualifiedClassname())
            && ShownList.ofRequest().isPresent();
    }

    @Override
    public DynamicResultSet fetch(PersistencePackage persistencePackage, CriteriaTransferObject criteria,
            DynamicEntityDao dynamicEntityDao, RecordHelper helper) {
        ShownList list = ShownList.ofRequest().orElseThrow();
        int first = Math.max(0, Optional.ofNullable(criteria.getFirstResult()).orElse(0));
        int size = Math.max(1, Math.min(MAXIMUM_ROWS, Optional.ofNullable(criteria.getMaxResults()).orElse(MAXIMUM_ROWS)));
        DeskPage page = desk.page(list.query(), first, size);
        Map<Long, ReturnRequest> records = returns.byIds(page.ids()).stream()
            .collect(Collectors.toMap(ReturnRequest::getId, Function.identity()));
        List<ReturnRequest> rows = page.ids().stream().map(records::get).filter(Objects::nonNull).toList();
        list.show(rows.stream().map(row -> new ListedReturn(row.getId(), row.getSubmittedAt(), row.getAttentionAt())).toList());
        Entity[] entities = helper.getRecords(ReturnRequest.class, persistencePackage.getPersistencePerspective(), rows);
        return new DynamicResultSet(entities, page.total());
    }
}
