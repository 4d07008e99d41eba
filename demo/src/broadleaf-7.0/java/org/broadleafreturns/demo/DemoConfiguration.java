package org.broadleafreturns.demo;

import java.util.List;
import org.broadleafcommerce.common.demo.AutoImportPersistenceUnit;
import org.broadleafcommerce.common.demo.AutoImportSql;
import org.broadleafcommerce.common.demo.AutoImportStage;
import org.broadleafcommerce.common.extensibility.context.merge.Merge;
import org.broadleafcommerce.core.pricing.service.tax.provider.SimpleTaxProvider;
import org.broadleafcommerce.core.pricing.service.tax.provider.TaxProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Both applications of the demo shop. */
@Configuration
public class DemoConfiguration {

    @Bean
    SimpleTaxProvider demoTaxProvider() {
        SimpleTaxProvider provider = new SimpleTaxProvider();
        provider.setDefaultItemTaxRate(0.2);
        return provider;
    }

    @Merge("blTaxProviders")
    List<TaxProvider> demoTaxProviders(SimpleTaxProvider provider) {
        return List.of(provider);
    }

    @Merge("blMessageSourceBaseNames")
    List<String> demoMessages() {
        return List.of("classpath:/messages/demo/ShopMessages");
    }

    @Bean
    AutoImportSql demoCatalogue() {
        return sql("demo/sql/line.sql,demo/sql/catalogue.sql,demo/sql/pictures.sql,demo/sql/stock.sql",
            AutoImportStage.PRIMARY_PRE_BASIC_DATA);
    }

    /** The shop's own rows, where the application creates the tables that they are for. */
    public static AutoImportSql sql(String path, int order) {
        return new AutoImportSql(AutoImportPersistenceUnit.BL_PU, path, order);
    }
}
