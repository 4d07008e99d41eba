package org.broadleafreturns.core;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** The house that docs/architecture.md draws. */
@AnalyzeClasses(packagesOf = ReturnsCoreConfiguration.class, importOptions = ModuleStructureTests.WithoutTests.class)
class ModuleStructureTests {

    /** Wherever a line of the platform has them compiled to. */
    static final class WithoutTests implements ImportOption {

        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/");
        }
    }

    private static final String BASE = "org.broadleafreturns.core.";

    /** From the bottom to the top. A package that is in none of them is a feature, as new ones are. */
    private static final List<List<String>> ROWS = List.of(
        List.of("kernel", "characters", "repository", "words", "takeover"),
        List.of("platform"),
        List.of("settings", "background", "schema", "installation", "waiting", "key"),
        List.of("turn"),
        List.of("mail", "mailtext", "document", "choice", "exclusion", "delivery", "search", "privacy"),
        List.of("history", "event"),
        List.of("policy"),
        List.of("request"));

    @ArchTest
    static final ArchRule NO_ROW_USES_ONE_ABOVE = classes().that(areIn("a row of the house")).should(
        new ArchCondition<>("use their own row and those below only") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                one.getDirectDependenciesFromSelf().stream()
                    .filter(dependency -> row(dependency.getTargetClass()) > row(one))
                    .forEach(dependency -> events.add(SimpleConditionEvent.violated(one, dependency.getDescription())));
            }
        });

    @ArchTest
    static final ArchRule NO_FEATURE_LOOKS_INTO_ANOTHER = classes().that(areIn("a feature")).should(
        new ArchCondition<>("use no other feature") {
            @Override
            public void check(JavaClass one, ConditionEvents events) {
                if (row(one) == ROWS.size()) {
                    one.getDirectDependenciesFromSelf().stream()
                        .filter(dependency -> row(dependency.getTargetClass()) == ROWS.size()
                            && !name(dependency.getTargetClass()).equals(name(one)))
                        .forEach(dependency -> events.add(SimpleConditionEvent.violated(one, dependency.getDescription())));
                }
            }
        });

    @ArchTest
    static final ArchRule FEATURES_DEPEND_ONE_WAY =
        slices().matching("org.broadleafreturns.core.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_PLATFORM_PACKAGE_CALLS_BROADLEAF_SERVICES =
        noClasses().that().resideOutsideOfPackage("org.broadleafreturns.core.platform..")
            .and().haveSimpleNameNotEndingWith("Configuration")
            .should().dependOnClassesThat().haveNameMatching("org\\.broadleafcommerce\\..*\\.service\\.[A-Z].*");

    @ArchTest
    static final ArchRule ONLY_WEB_PACKAGES_KNOW_OF_SERVLETS =
        noClasses().that().resideOutsideOfPackage("..web..").and().haveSimpleNameNotEndingWith("Configuration")
            .should().dependOnClassesThat()
            .resideInAnyPackage("javax.servlet..", "jakarta.servlet..", "org.springframework.web.servlet..",
                "org.springframework.web.multipart..");

    /** The platform has several transaction managers in some shops, and none of them may be a matter of chance. */
    @ArchTest
    static final ArchRule TRANSACTIONS_ARE_THE_PLATFORMS = classes().should(new ArchCondition<>("name the platform's transactions") {
        @Override
        public void check(JavaClass one, ConditionEvents events) {
            transactional(one).filter(found -> !"blTransactionManager".equals(found.get("value").orElse("")))
                .forEach(found -> events.add(SimpleConditionEvent.violated(one, found.getDescription())));
        }
    });

    /** Either a whole method is a transaction, or the class says which part of it is: never both side by side. */
    @ArchTest
    static final ArchRule ONE_STYLE_OF_TRANSACTIONS_IN_A_CLASS = classes().should(new ArchCondition<>("have one style of transactions") {
        @Override
        public void check(JavaClass one, ConditionEvents events) {
            if (one.getFields().stream().anyMatch(field -> field.getRawType().isAssignableTo(TransactionTemplate.class))) {
                transactional(one).forEach(found -> events.add(SimpleConditionEvent.violated(one, found.getDescription())));
            }
        }
    });

    @ArchTest
    static final ArchRule EVENTS_LIE_BELOW_THE_FEATURES =
        noClasses().that().resideInAPackage("org.broadleafreturns.core.event..").should().dependOnClassesThat(
            resideInAPackage("org.broadleafreturns..").and(resideOutsideOfPackages("org.broadleafreturns.core.event..",
                "..core.kernel..", "..core.platform..", "..core.background..", "..core.schema..", "..core.settings..",
                "..core.repository..", "..core.characters..", "..core.waiting..")));

    /** Without Spring Boot nobody asks for what is for it. */
    @ArchTest
    static final ArchRule RELIES_ON_NO_HOST =
        noClasses().that().doNotHaveSimpleName("BroughtLibraries").should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework.boot..", "org.broadleafreturns.host..", "org.broadleafreturns.demo..");

    @ArchTest
    static final ArchRule REPOSITORIES_STAY_INSIDE_THEIR_FEATURE =
        classes().that().areAssignableTo(org.springframework.data.repository.Repository.class)
            .should().notBePublic();

    private static Stream<? extends JavaAnnotation<?>> transactional(JavaClass one) {
        return Stream.concat(one.getAnnotations().stream(), one.getMethods().stream().flatMap(method -> method.getAnnotations().stream()))
            .filter(found -> found.getRawType().isAssignableTo(Transactional.class));
    }

    private static DescribedPredicate<JavaClass> areIn(String what) {
        return DescribedPredicate.describe("are in " + what, one -> !name(one).isEmpty());
    }

    /** The package below the module's own, or an empty text for what is in no such one. */
    private static String name(JavaClass one) {
        String name = one.getPackageName();
        return name.startsWith(BASE) ? name.substring(BASE.length()).replaceAll("\\..*", "") : "";
    }

    /** -1 for what is none of the module's packages. */
    private static int row(JavaClass one) {
        String name = name(one);
        return name.isEmpty() ? -1
            : IntStream.range(0, ROWS.size()).filter(row -> ROWS.get(row).contains(name)).findFirst().orElse(ROWS.size());
    }
}
