package org.broadleafreturns.core.choice;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.persistence.AttributeOverride;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.broadleafcommerce.common.admin.domain.AdminMainEntity;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.RequiredOverride;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.broadleafreturns.core.words.Wording;

/** A condition in which goods come back. Merchants choose it; shoppers never see it. */
@Entity
@Table(name = "RTN_CONDITION")
@TableGenerator(name = "RtnGoodsCondition", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_CONDITION", allocationSize = 1)
@AdminPresentationClass(friendlyName = "rtn.admin.condition.entity")
public class GoodsCondition implements MerchantChoice, AdminMainEntity {

    private static final long serialVersionUID = 1L;

    private static final String NAME_CODE = "rtn.admin.choice.";

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnGoodsCondition")
    @Column(name = "CHOICE_ID")
    @AdminPresentation(visibility = VisibilityEnum.HIDDEN_ALL)
    private Long id;

    @ElementCollection
    @CollectionTable(name = "RTN_CONDITION_LABEL", joinColumns = @JoinColumn(name = "CHOICE_ID", nullable = false))
    @AttributeOverride(name = "content", column = @Column(name = "CONTENT", nullable = false, length = LABEL_LENGTH))
    private Set<Wording> wordings = new HashSet<>();

    @Column(name = "CODE", nullable = false, unique = true, updatable = false, length = CODE_LENGTH)
    @AdminPresentation(friendlyName = NAME_CODE + "code", helpText = NAME_CODE + "code.help", prominent = true, gridOrder = FIRST_ORDER,
        order = FIRST_ORDER, columnWidth = "170px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private String code;

    @Column(name = "SORT_ORDER", nullable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "sortOrder", helpText = NAME_CODE + "sortOrder.help", prominent = true,
        gridOrder = FIRST_ORDER + 1, order = FIRST_ORDER + 1, columnWidth = "115px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private Integer sortOrder;

    @Column(name = "ACTIVE", nullable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "active", helpText = NAME_CODE + "active.help", prominent = true,
        gridOrder = FIRST_ORDER + 2, order = FIRST_ORDER + 2, columnWidth = "115px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private Boolean active;

    @Column(name = "SELLABLE", nullable = false)
    @AdminPresentation(friendlyName = NAME_CODE + "sellable", helpText = NAME_CODE + "sellable.help", prominent = true,
        gridOrder = FIRST_ORDER + 3, order = FIRST_ORDER + 3, columnWidth = "150px",
        requiredOverride = RequiredOverride.NOT_REQUIRED)
    private Boolean sellable;

    /** For the persistence provider and the platform's forms. */
    public GoodsCondition() {
    }

    GoodsCondition(String code, Map<Locale, String> labels, int sortOrder, boolean active, boolean sellable) {
        this.code = code;
        labels.forEach((language, label) -> write(language, Optional.of(label)));
        this.sortOrder = sortOrder;
        this.active = active;
        this.sellable = sellable;
    }

    /** What the platform's forms call it unless they know its label in the merchant's language. */
    @Override
    public String getMainEntityName() {
        return code;
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getCode() {
        return code;
    }

    /** Its labels. */
    @Override
    public Set<Wording> getWordings() {
        return wordings;
    }

    @Override
    public int getSortOrder() {
        return sortOrder;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    /** Whether goods in it can be sold again, unless the merchant says otherwise. */
    public boolean isSellable() {
        return sellable;
    }

    @Override
    public boolean isCommentRequired() {
        return false;
    }
}
