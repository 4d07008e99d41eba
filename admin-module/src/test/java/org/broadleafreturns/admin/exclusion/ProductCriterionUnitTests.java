package org.broadleafreturns.admin.exclusion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.util.List;
import org.broadleafreturns.core.exclusion.MarkedProducts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProductCriterionUnitTests {

    private final MarkedProducts products = mock(MarkedProducts.class);
    private final ProductCriterion criterion = new ProductCriterion(products);

    @ParameterizedTest
    @ValueSource(strings = {"7", "-7", "7|8", "7|8|", "null", "''"})
    void whatThePlatformAsksForStays(String asked) {
        assertThat(criterion.identifiers(asked)).isEqualTo(asked);
        verifyNoInteractions(products);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Watering can", "Watering%20can", " Watering can "})
    void aNameStandsForTheProductsThatAreCalledLikeThat(String asked) {
        when(products.named("Watering can")).thenReturn(List.of(7L, 9L));

        assertThat(criterion.identifiers(asked)).isEqualTo("7|9");
    }

    @Test
    void aNameThatNothingHasStandsForNoProduct() {
        assertThat(criterion.identifiers("50 % off")).isEqualTo(ProductCriterion.NOTHING);
    }
}
