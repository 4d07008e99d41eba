package org.broadleafreturns.site;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.site.other.OtherFeature;
import org.broadleafreturns.site.sample.SampleFeature;
import org.junit.jupiter.api.Test;

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

    /** The storefront's own pages know no feature: those are in packages below and contribute to them. */
    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONE_WAY = slices().matching("org.broadleafreturns.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_FEATURE_LOOKS_INTO_ANOTHER =
        slices().matching("org.broadleafreturns.site.(*)..").should().notDependOnEachOther().allowEmptyShould(true);

    @Test
    void aPackageBelowIsAFeature() {
        JavaClasses sample = new ClassFileImporter().importClasses(AccountPart.class, SampleUse.class, SampleFeature.class,
            OtherFeature.class);

        assertThat(PACKAGES_DEPEND_ONE_WAY.evaluate(sample).getFailureReport().getDetails()).isNotEmpty();
        assertThat(NO_FEATURE_LOOKS_INTO_ANOTHER.evaluate(sample).getFailureReport().getDetails()).isNotEmpty();
        assertThat(PAGES_KNOW_NO_RECORDS.evaluate(sample).getFailureReport().getDetails()).isNotEmpty();
    }

    /** A command is a transaction of the core's; what a page reads is read by its look-ups. */
    @ArchTest
    static final ArchRule PAGES_HAVE_NO_TRANSACTIONS_AND_NO_TABLES = noClasses().should().dependOnClassesThat()
        .resideInAnyPackage("org.springframework.transaction..", "org.springframework.jdbc..", "org.springframework.data.repository..");

    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_THE_BACK_OFFICE = noClasses().should().dependOnClassesThat()
        .resideInAnyPackage("org.broadleafreturns.admin..", "org.broadleafcommerce.openadmin..");

    /** What pages show is plain values: the records stay inside the core. */
    @ArchTest
    static final ArchRule PAGES_KNOW_NO_RECORDS = noClasses().should().dependOnClassesThat()
        .belongToAnyOf(ReturnLine.class, JournalEntry.class, OutgoingMail.class);

    /** Of what a command has done, pages know the number, by which they lead to it. */
    @ArchTest
    static final ArchRule OF_A_COMMANDS_RETURN_PAGES_KNOW_THE_NUMBER = noClasses().should().callMethodWhere(
        new DescribedPredicate<JavaMethodCall>("asks a return for more than its numbers") {
            @Override
            public boolean test(JavaMethodCall call) {
                return call.getTargetOwner().isEquivalentTo(ReturnRequest.class)
                    && !call.getName().equals("getNumber") && !call.getName().equals("getOrderNumber");
            }
        });
}
