package org.broadleafreturns.bench;

import java.io.Serializable;
import java.util.Date;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.Temporal;
import javax.persistence.TemporalType;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.client.SupportedFieldType;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;

/**
 * The yardstick of the list: the same columns as a return's, shown by the platform's own list without anything of the
 * modules.
 */
@Entity
@Table(name = "BENCH_RETURN")
@AdminPresentationClass(friendlyName = "Bench return")
public class BenchReturn implements Serializable {

    private static final long serialVersionUID = 1L;

    @Id
    @Column(name = "REQUEST_ID")
    @AdminPresentation(visibility = VisibilityEnum.HIDDEN_ALL)
    private Long id;

    @Column(name = "RETURN_NUMBER", nullable = false, length = 20)
    @AdminPresentation(friendlyName = "Return", columnWidth = "145px", prominent = true, gridOrder = 1, order = 1,
        readOnly = true)
    private String number;

    @Column(name = "ORDER_NUMBER", nullable = false)
    @AdminPresentation(friendlyName = "Order", columnWidth = "175px", prominent = true, gridOrder = 2, order = 2,
        readOnly = true)
    private String orderNumber;

    @Column(name = "CUSTOMER_FIRST_NAME")
    @AdminPresentation(friendlyName = "First name", prominent = true, gridOrder = 3, order = 3, readOnly = true)
    private String customerFirstName;

    @Column(name = "CUSTOMER_LAST_NAME")
    @AdminPresentation(friendlyName = "Last name", prominent = true, gridOrder = 4, order = 4, readOnly = true)
    private String customerLastName;

    @Column(name = "STATUS", nullable = false, length = 30)
    @AdminPresentation(friendlyName = "Status", columnWidth = "175px", prominent = true, gridOrder = 5, order = 5,
        readOnly = true,
        fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
        broadleafEnumeration = "org.broadleafreturns.core.request.ReturnStatus")
    private String status;

    @Temporal(TemporalType.TIMESTAMP)
    @Column(name = "SUBMITTED_AT", nullable = false)
    @AdminPresentation(friendlyName = "Requested", columnWidth = "160px", prominent = true, gridOrder = 6, order = 6,
        readOnly = true)
    private Date submittedAt;

    @Column(name = "ARTICLE_COUNT", nullable = false)
    @AdminPresentation(friendlyName = "Articles", columnWidth = "100px", prominent = true, gridOrder = 7, order = 7,
        readOnly = true)
    private int articleCount;

    /** For the persistence provider. */
    protected BenchReturn() {
    }
}
