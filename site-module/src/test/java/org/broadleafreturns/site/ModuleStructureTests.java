package org.broadleafreturns.site;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The storefront stands on top of the core, and knows nothing of the back office. */
@AnalyzeClasses(packagesOf = ReturnsSiteConfiguration.class, importOptions = ModuleStructureTests.WithoutTests.class)
class ModuleStructureTests {

    /** Wherever a line of the platform has them compiled to. */
    static final class WithoutTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    /** A command is a transaction of the core's; what a page reads is read by its look-ups. */
    @ArchTest
    static final ArchRule PAGES_HAVE_NO_TRANSACTIONS_AND_NO_TABLES = noClasses().should().dependOnClassesThat()
        .resideInAnyPackage("org.springframework.transaction..", "org.springframework.jdbc..", "org.springframework.data.repository..");

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_THE_BACK_OFFICE = noClasses().should().dependOnClassesThat()
        .resideInAnyPackage("org.broadleafreturns.admin..", "org.broadleafcommerce.openadmin..");
}
