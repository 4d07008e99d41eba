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

/** Why goods are not accepted. Merchants choose it, and shoppers read it. */
@Entity
@Table(name = "RTN_REFUSAL_REASON")
@TableGenerator(name = "RtnRefusalReason", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_REFUSAL_REASON", allocationSize = 1)
@AdminPresentationClass(friendlyName = "rtn.admin.refusalReason.entity")
public class RefusalReason implements MerchantChoice, AdminMainEntity {

    private static final long serialVersionUID = 1L;

    private static final String NAME_CODE = "rtn.admin.choice.";

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnRefusalReason")
    @Column(name = "CHOICE_ID")
    @AdminPresentation(visibility = VisibilityEnum.HIDDEN_ALL)
    private Long id;

    @ElementCollection
    @CollectionTable(name = "RTN_REFUSAL_REASON_LABEL", joinColumns = @JoinColumn(name = "CHOICE_ID", nullable = false))
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

    /** For the persistence provider and the platform's forms. */
    public RefusalReason() {
    }

    RefusalReason(String code, Map<Locale, String> labels, int sortOrder, boolean active) {
        this.code = code;
        labels.forEach((language, label) -> write(language, Optional.of(label)));
        this.sortOrder = sortOrder;
        this.active = active;
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

    @Override
    public boolean isCommentRequired() {
        return false;
    }
}
