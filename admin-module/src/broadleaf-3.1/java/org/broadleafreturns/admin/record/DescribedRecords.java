package org.broadleafreturns.admin.record;

import java.util.Map;
import org.broadleafcommerce.openadmin.dto.ClassMetadata;
import org.broadleafcommerce.openadmin.dto.FieldMetadata;
import org.broadleafcommerce.openadmin.dto.MergedPropertyType;
import org.broadleafcommerce.openadmin.dto.PersistencePackage;
import org.broadleafcommerce.openadmin.server.service.persistence.module.InspectHelper;

/** What the platform's forms and lists know of a kind of record, which they ask for in another way on each line. */
final class DescribedRecords {

    private DescribedRecords() {
    }

    static ClassMetadata of(Class<?>[] types, Map<String, FieldMetadata> properties, PersistencePackage asked, InspectHelper helper) {
        return helper.getMergedClassMetadata(types, Map.of(MergedPropertyType.PRIMARY, properties));
    }
}
