package org.broadleafreturns.core.choice;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.broadleafcommerce.common.admin.domain.AdminMainEntity;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.RequiredOverride;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;

/** A reason for which something comes back. */
@Entity
@Table(name = "RTN_REASON")
@TableGenerator(name = "RtnReason", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_REASON", allocationSize = 1)
@AdminPresentationClass(friendlyName = "rtn.admin.reason.entity")
public class ReturnReason implements MerchantChoice, AdminMainEntity {

    private static final long serialVersionUID = 1L;

    private static final String NAME_CODE = "rtn.admin.choice.";

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnReason")
    @Column(name = "CHOICE_ID")
    @AdminPresentation(visibility = VisibilityEnum.HIDDEN_ALL)
    private Long id;

    @Column(name = "LABEL_EN", nullable = false, length = LABEL_LENGTH)
    @AdminPresentation(friendlyName = NAME_CODE + "labelEn", prominent = true, gridOrder = 1, order = 1,
        requiredOverride = RequiredOverride.REQUIRED)
    private String labelEn;

    @Column(name = "LABEL_FR", nullable = false, length = LABEL_LENGTH)
    @AdminPresentation(friendlyName = NAME_CODE + "labelFr", prominent = true, gridOrder = 2, order = 2,
        requiredOverride = RequiredOverride.REQUIRED)
    private String labelFr;

    @Column(name = "CODE", nullable = false, unique = true, updatable = false, length = CODE_LENGTH)
    @AdminPresentation(friendlyName = NAME_CODE + "code", helpText = NAME_CODE + "code.help", prominent = true, gridOrder = 3,
        order = 3, columnWidth = "170px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private String code;

    @Column(name = "SORT_ORDER", nullable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "sortOrder", helpText = NAME_CODE + "sortOrder.help", prominent = true,
        gridOrder = 4, order = 4, columnWidth = "115px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private Integer sortOrder;

    @Column(name = "ACTIVE", nullable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "active", helpText = NAME_CODE + "active.help", prominent = true,
        gridOrder = 5, order = 5, columnWidth = "115px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private Boolean active;

    @Column(name = "COMMENT_REQUIRED", nullable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "commentRequired", helpText = NAME_CODE + "commentRequired.help",
        prominent = true, gridOrder = 6, order = 6, columnWidth = "190px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private Boolean commentRequired;

    /** For the persistence provider and the platform's forms. */
    public ReturnReason() {
    }

    ReturnReason(String code, String labelEn, String labelFr, int sortOrder, boolean active, boolean commentRequired) {
        this.code = code;
        this.labelEn = labelEn;
        this.labelFr = labelFr;
        this.sortOrder = sortOrder;
        this.active = active;
        this.commentRequired = commentRequired;
    }

    /** What the platform's forms call it. */
    @Override
    public String getMainEntityName() {
        return labelEn;
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getCode() {
        return code;
    }

    @Override
    public String getLabelEn() {
        return labelEn;
    }

    @Override
    public String getLabelFr() {
        return labelFr;
    }

    @Override
    public int getSortOrder() {
        return sortOrder;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    @Override
    public boolean isCommentRequired() {
        return commentRequired;
    }
}
