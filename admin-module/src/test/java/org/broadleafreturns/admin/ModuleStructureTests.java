package org.broadleafreturns.admin;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.Slice;
import java.util.Arrays;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.mail.OutgoingMail;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRequest;

/** The back office stands on top of the core: screens beside each other, on a few packages that they share. */
@AnalyzeClasses(packagesOf = ReturnsAdminConfiguration.class, importOptions = ModuleStructureTests.WithoutTests.class)
class ModuleStructureTests {

    private static final String[] SHARED = {"..admin.access..", "..admin.words..", "..admin.page..", "..admin.dialog..", "..admin.panel..",
        "..admin.platformwords..", "..admin.record..", "..admin.menu.."};
    private static final String[] SCREENS = {"..admin.choice..", "..admin.create..", "..admin.delivery..", "..admin.exclusion..",
        "..admin.installation..", "..admin.list..", "..admin.mailtext..", "..admin.order..", "..admin.settings..", "..admin.status.."};

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
        noClasses().that().resideInAnyPackage(SHARED).should().dependOnClassesThat().resideInAnyPackage(SCREENS);

    /** The page of an order is made of the others' panels. */
    @ArchTest
    static final ArchRule NO_SCREEN_LOOKS_INTO_ANOTHER = slices().matching("org.broadleafreturns.admin.(*)..")
        .that(new DescribedPredicate<>("are screens but the page of an order") {
            @Override
            public boolean test(Slice slice) {
                String name = slice.getNamePart(1);
                return !name.equals("order") && Arrays.stream(SCREENS).anyMatch(screen -> screen.equals("..admin." + name + ".."));
            }
        }).should().notDependOnEachOther();

    /** A command is a transaction of the core's; what a page reads is read by its look-ups. What installs the menu is no page. */
    @ArchTest
    static final ArchRule PAGES_HAVE_NO_TRANSACTIONS_AND_NO_TABLES = noClasses().that().resideOutsideOfPackage("..admin.menu..").should().dependOnClassesThat()
        .resideInAnyPackage("org.springframework.transaction..", "org.springframework.jdbc..", "org.springframework.data.repository..");

    /** What the page of an order shows is plain values: the records stay inside the core, whoever contributes a part. */
    @ArchTest
    static final ArchRule THE_PANEL_KNOWS_NO_RECORDS = noClasses().that().resideInAnyPackage("..admin.order..", "..admin.panel..",
        "..admin.delivery..").should().dependOnClassesThat()
        .belongToAnyOf(ReturnRequest.class, ReturnLine.class, JournalEntry.class, OutgoingMail.class);
}
