package org.broadleafreturns.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packagesOf = ReturnsCoreConfiguration.class, importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleStructureTests {

    @ArchTest
    static final ArchRule FEATURES_DEPEND_ONE_WAY =
        slices().matching("org.broadleafreturns.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_PLATFORM_PACKAGE_CALLS_BROADLEAF_SERVICES =
        noClasses().that().resideOutsideOfPackage("org.broadleafreturns.core.platform..")
            .and().haveSimpleNameNotEndingWith("Configuration")
            .should().dependOnClassesThat().haveNameMatching("org\\.broadleafcommerce\\..*\\.service\\.[A-Z].*");

    @ArchTest
    static final ArchRule DOCUMENTS_MAILS_AND_SETTINGS_KNOW_NOTHING_OF_REQUESTS =
        noClasses().that().resideInAnyPackage("..document..", "..mail..", "..mailtext..", "..settings..", "..policy..", "..platform..")
            .should().dependOnClassesThat().resideInAPackage("..request..");

    @ArchTest
    static final ArchRule EVENTS_LIE_BELOW_THE_FEATURES =
        noClasses().that().resideInAPackage("org.broadleafreturns.core.event..").should().dependOnClassesThat(
            resideInAPackage("org.broadleafreturns..").and(resideOutsideOfPackages("org.broadleafreturns.core.event..",
                "..core.kernel..", "..core.platform..", "..core.background..", "..core.schema..", "..core.settings..",
                "..core.repository..", "..core.characters..")));

    /** Without Spring Boot nobody asks for what is for it. */
    @ArchTest
    static final ArchRule RELIES_ON_NO_HOST =
        noClasses().that().doNotHaveSimpleName("BroughtLibraries").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework.boot..", "org.broadleafreturns.host..", "org.broadleafreturns.demo..");

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_INSIDE_THEIR_FEATURE =
        classes().that().areAssignableTo(org.springframework.data.repository.Repository.class)
            .should().notBePublic();
}
