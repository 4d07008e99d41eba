package org.broadleafreturns.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;
import java.util.Set;
import java.util.function.Predicate;
import javax.persistence.Entity;
import org.broadleafreturns.admin.delivery.DeliveryPanel;
import org.broadleafreturns.admin.sample.SampleScreen;
import org.junit.jupiter.api.Test;

/** The back office stands on top of the core: screens beside each other, on a few packages that they share. */
@AnalyzeClasses(packagesOf = ReturnsAdminConfiguration.class, importOptions = ModuleStructureTests.WithoutTests.class)
class ModuleStructureTests {

    private static final String BASE = "org.broadleafreturns.admin.";

    /** What is in none of them is a screen, as new packages are. Features have fields on the page of the settings. */
    private static final Set<String> SHARED = Set.of("access", "words", "page", "dialog", "panel", "column", "platformwords", "record", "menu",
        "settings");

    /** Wherever a line of the platform has them compiled to. */
    static final class WithoutTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    @ArchTest
    static final ArchRule PACKAGES_DEPEND_ONE_WAY = slices().matching("org.broadleafreturns.admin.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule WHAT_SCREENS_SHARE_KNOWS_NONE_OF_THEM =
        noClasses().that(are("shared", SHARED::contains)).should()
            .dependOnClassesThat(are("screens", ModuleStructureTests::isScreen));

    @ArchTest
    static final ArchRule NO_SCREEN_LOOKS_INTO_ANOTHER = slices().matching("org.broadleafreturns.admin.(*)..")
        .that(new DescribedPredicate<>("are screens") {
            @Override
            public boolean test(Slice slice) {
                return isScreen(slice.getNamePart(1));
            }
        }).should().notDependOnEachOther();

    /** A command is a transaction of the core's; what a page reads is read by its look-ups. What installs the menu is no page. */
    @ArchTest
    static final ArchRule PAGES_HAVE_NO_TRANSACTIONS_AND_NO_TABLES = noClasses().that().resideOutsideOfPackage("..admin.menu..").should().dependOnClassesThat()
        .resideInAnyPackage("org.springframework.transaction..", "org.springframework.jdbc..", "org.springframework.data.repository..");

    /**
     * Screens show plain values: the records stay inside the core. The platform's own forms and lists know nothing but records, so
     * what stands between them and the core names some: the lists that merchants keep, the rows of the list of returns, the names
     * of what nobody may write and of what a permission is for.
     */
    @ArchTest
    static final ArchRule NO_SCREEN_KNOWS_RECORDS = noClasses().that().resideOutsideOfPackages("..admin.record..", "..admin.choice..",
        "..admin.exclusion..", "..admin.template..").and().doNotHaveFullyQualifiedName("org.broadleafreturns.admin.list.ReturnFetch")
        .and().doNotHaveFullyQualifiedName("org.broadleafreturns.admin.list.ReturnCells")
        .and().doNotHaveFullyQualifiedName("org.broadleafreturns.admin.list.UnalterableReturns")
        .and().doNotHaveFullyQualifiedName("org.broadleafreturns.admin.access.ReturnAccess")
        .should().dependOnClassesThat().areAnnotatedWith(Entity.class);

    @Test
    void aNewPackageIsAScreen() {
        JavaClasses sample = new ClassFileImporter().importClasses(SampleScreen.class, DeliveryPanel.class);

        assertThat(NO_SCREEN_LOOKS_INTO_ANOTHER.evaluate(sample).getFailureReport().getDetails()).isNotEmpty();
        assertThat(NO_SCREEN_KNOWS_RECORDS.evaluate(sample).getFailureReport().getDetails()).isNotEmpty();
    }

    private static DescribedPredicate<JavaClass> are(String what, Predicate<String> names) {
        return DescribedPredicate.describe("are " + what, one -> names.test(name(one)));
    }

    private static boolean isScreen(String name) {
        return !name.isEmpty() && !SHARED.contains(name);
    }

    /** The package below the module's own, or an empty text for what is in no such one. */
    private static String name(JavaClass one) {
        String name = one.getPackageName();
        return name.startsWith(BASE) ? name.substring(BASE.length()).replaceAll("\\..*", "") : "";
    }
}
