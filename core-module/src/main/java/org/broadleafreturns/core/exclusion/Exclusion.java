package org.broadleafreturns.core.exclusion;

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
import javax.persistence.ManyToOne;
import javax.persistence.Table;
import javax.persistence.TableGenerator;
import org.broadleafcommerce.common.admin.domain.AdminMainEntity;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.common.presentation.AdminPresentationToOneLookup;
import org.broadleafcommerce.common.presentation.RequiredOverride;
import org.broadleafcommerce.common.presentation.client.SupportedFieldType;
import org.broadleafcommerce.common.presentation.client.VisibilityEnum;
import org.broadleafcommerce.core.catalog.domain.Category;
import org.broadleafcommerce.core.catalog.domain.CategoryImpl;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductImpl;
import org.broadleafreturns.core.words.Worded;
import org.broadleafreturns.core.words.Wording;

/**
 * The merchant's mark on one product or one category. The back office writes its fields through the platform's own forms;
 * {@code rtn.admin.exclusion.*} and {@code RtnExclusion_*} name them there. Since when it holds is a column that this class does
 * not name, lest a form could set it; {@link MarkHistory} does.
 */
@Entity
@Table(name = "RTN_EXCLUSION")
@TableGenerator(name = "RtnExclusion", table = "RTN_SEQUENCE", pkColumnName = "SEQ_NAME", valueColumnName = "SEQ_VALUE",
    pkColumnValue = "RTN_EXCLUSION", allocationSize = 1)
@AdminPresentationClass(friendlyName = "rtn.admin.exclusion.entity")
public class Exclusion implements AdminMainEntity, Worded, Serializable {

    private static final long serialVersionUID = 1L;

    /** How long a ground in the merchant's own words can be, in characters. */
    public static final int GROUND_LENGTH = 250;

    private static final String NAME_CODE = "rtn.admin.exclusion.";
    /** Without a dot: Broadleaf 7.0's scripts take it for a part of a selector when something is looked up. */
    private static final String LOOKUP_CODE = "RtnExclusion_";

    @Id
    @GeneratedValue(strategy = GenerationType.TABLE, generator = "RtnExclusion")
    @Column(name = "EXCLUSION_ID")
    @AdminPresentation(visibility = VisibilityEnum.HIDDEN_ALL)
    private Long id;

    @Column(name = "KIND", nullable = false, length = 20)
    @AdminPresentation(friendlyName = NAME_CODE + "kind", helpText = NAME_CODE + "kind.help", prominent = true, gridOrder = 3,
        order = 1, requiredOverride = RequiredOverride.REQUIRED, fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
        broadleafEnumeration = "org.broadleafreturns.core.exclusion.MarkKind")
    private String kind;

    // Not lazy: the platform's lists read the fields of what they refer to, which a proxy does not have. The first in the list,
    // since the platform's list is searched by its first column.
    @ManyToOne(targetEntity = ProductImpl.class)
    @JoinColumn(name = "PRODUCT_ID")
    @AdminPresentation(friendlyName = LOOKUP_CODE + "product", prominent = true, gridOrder = 1, order = 2)
    @AdminPresentationToOneLookup
    private Product product;

    @ManyToOne(targetEntity = CategoryImpl.class)
    @JoinColumn(name = "CATEGORY_ID")
    @AdminPresentation(friendlyName = LOOKUP_CODE + "category", helpText = NAME_CODE + "category.help", prominent = true,
        gridOrder = 2, order = 3)
    @AdminPresentationToOneLookup
    private Category category;

    @Column(name = "GROUND", length = 20)
    @AdminPresentation(friendlyName = NAME_CODE + "ground", helpText = NAME_CODE + "ground.help", prominent = true, gridOrder = 4,
        order = 4, fieldType = SupportedFieldType.BROADLEAF_ENUMERATION,
        broadleafEnumeration = "org.broadleafreturns.core.exclusion.ExclusionGround")
    private String ground;

    @ElementCollection
    @CollectionTable(name = "RTN_EXCLUSION_GROUND", joinColumns = @JoinColumn(name = "EXCLUSION_ID", nullable = false))
    @AttributeOverride(name = "content", column = @Column(name = "CONTENT", nullable = false, length = GROUND_LENGTH))
    private Set<Wording> wordings = new HashSet<>();

    /** For the persistence provider and the platform's forms. */
    public Exclusion() {
    }

    /** What the platform's forms call it: the name of what is marked. */
    @Override
    public String getMainEntityName() {
        return product == null ? category == null ? "" : category.getName() : product.getName();
    }

    @Override
    public Long getId() {
        return id;
    }

    /** The product that is marked, or null if a category is. */
    public Product getProduct() {
        return product;
    }

    /** The category that is marked, or null if a product is. */
    public Category getCategory() {
        return category;
    }

    /** Null for one that is not stored yet. */
    public MarkKind getKind() {
        return kind == null ? null : MarkKind.valueOf(kind);
    }

    /** Why it does not come back, or null if it does. */
    public ExclusionGround getGround() {
        return ground == null ? null : ExclusionGround.valueOf(ground);
    }

    /** The ground in the merchant's own words, of no account if it is a ready one. As typed: escape it wherever it is shown. */
    @Override
    public Set<Wording> getWordings() {
        return wordings;
    }
}
