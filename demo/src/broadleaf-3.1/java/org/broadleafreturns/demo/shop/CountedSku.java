package org.broadleafreturns.demo.shop;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Table;
import org.broadleafcommerce.common.presentation.AdminPresentation;
import org.broadleafcommerce.common.presentation.AdminPresentationClass;
import org.broadleafcommerce.core.catalog.domain.SkuImpl;

/**
 * An article whose units are counted. Broadleaf 3.1 keeps no quantities by itself: a shop weaves a template into the platform's
 * class, or has a class of its own as here, which needs no agent and does not depend on what was loaded first.
 */
@Entity
@Table(name = "DEMO_COUNTED_SKU")
@AdminPresentationClass(friendlyName = "baseSku")
public class CountedSku extends SkuImpl {

    private static final long serialVersionUID = 1L;

    @Column(name = "QUANTITY_AVAILABLE", nullable = false)
    @AdminPresentation(friendlyName = "SkuImpl_Sku_QuantityAvailable", order = 1010, tab = "ProductImpl_Inventory_Tab", tabOrder = 5000,
        group = "SkuImpl_Sku_Inventory", groupOrder = 1000)
    private Integer quantityAvailable = 0;

    @Override
    public Integer getQuantityAvailable() {
        return quantityAvailable;
    }

    @Override
    public void setQuantityAvailable(Integer newQuantity) {
        quantityAvailable = newQuantity;
    }
}
