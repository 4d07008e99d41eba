package org.broadleafreturns.core.template;

import java.io.Serializable;
import java.util.HashSet;
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
import org.broadleafreturns.core.words.Listed;
import org.broadleafreturns.core.words.Worded;
import org.broadleafreturns.core.words.Wording;

/** A text for messages to customers: what merchants call it, in their languages, and what it says, in those of the customers. */
@Entity
@Table(name = "RTN_MESSAGE_TEMPLATE")
@TableGenerator(name = "RtnMessageTemplate", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_MESSAGE_TEMPLATE", allocationSize = 1)
@AdminPresentationClass(friendlyName = "rtn.admin.template.entity")
public class MessageTemplate implements Listed, AdminMainEntity, Serializable {

    /** How long what merchants call it can be, in characters. */
    public static final int LABEL_LENGTH = 120;
    /** How long what it says can be before it is filled in, in characters: as long as a message. */
    public static final int TEXT_LENGTH = 2000;

    private static final long serialVersionUID = 1L;

    private static final String CHOICE = "rtn.admin.choice.";
    private static final int FIRST_ORDER = 1000;

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnMessageTemplate")
    @Column(name = "TEMPLATE_ID")
    @AdminPresentation(visibility = VisibilityEnum.HIDDEN_ALL)
    private Long id;

    @ElementCollection
    @CollectionTable(name = "RTN_MESSAGE_TEMPLATE_LABEL", joinColumns = @JoinColumn(name = "TEMPLATE_ID", nullable = false))
    @AttributeOverride(name = "content", column = @Column(name = "CONTENT", nullable = false, length = LABEL_LENGTH))
    private Set<Wording> wordings = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "RTN_MESSAGE_TEMPLATE_TEXT", joinColumns = @JoinColumn(name = "TEMPLATE_ID", nullable = false))
    @AttributeOverride(name = "content", column = @Column(name = "CONTENT", nullable = false, length = TEXT_LENGTH))
    private Set<Wording> texts = new HashSet<>();

    @Column(name = "SORT_ORDER", nullable = false)
    @AdminPresentation(friendlyName = CHOICE + "sortOrder", helpText = CHOICE + "sortOrder.help", prominent = true,
        gridOrder = FIRST_ORDER, order = FIRST_ORDER, columnWidth = "115px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private Integer sortOrder;

    @Column(name = "ACTIVE", nullable = false)
    @AdminPresentation(friendlyName = CHOICE + "active", helpText = "rtn.admin.template.active.help", prominent = true,
        gridOrder = FIRST_ORDER + 1, order = FIRST_ORDER + 1, columnWidth = "115px", requiredOverride = RequiredOverride.NOT_REQUIRED)
    private Boolean active;

    /** For the persistence provider and the platform's forms. */
    public MessageTemplate() {
    }

    /** What the platform's forms call it unless they know its label in the merchant's language. */
    @Override
    public String getMainEntityName() {
        return String.valueOf(id);
    }

    @Override
    public Long getId() {
        return id;
    }

    /** What merchants call it. */
    @Override
    public Set<Wording> getWordings() {
        return wordings;
    }

    /** What it says, with placeholders. */
    public Worded texts() {
        return new Texts(id, texts);
    }

    @Override
    public int getSortOrder() {
        return sortOrder;
    }

    @Override
    public boolean isActive() {
        return active;
    }

    private record Texts(Long id, Set<Wording> wordings) implements Worded {

        @Override
        public Long getId() {
            return id;
        }

        @Override
        public Set<Wording> getWordings() {
            return wordings;
        }
    }
}
