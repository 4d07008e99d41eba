package org.broadleafreturns.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sources that all platform lines share use only what the renaming to jakarta knows, and nothing that one line alone
 * has. Looked at as text, on every machine, whatever line is built.
 */
class PlatformLinesTests {

    private static final List<String> MODULES = List.of("core-module", "admin-module", "site-module");
    private static final Set<String> RENAMED =
        Set.of("persistence", "servlet", "mail", "activation", "annotation", "validation", "inject");
    private static final Set<String> OF_THE_JDK = Set.of("sql", "crypto", "net", "xml");
    private static final Pattern JAVAX = Pattern.compile("\\bjavax\\.([a-z]+)");
    private static final Pattern OF_ONE_LINE = Pattern.compile("^import (?:static )?(org\\.hibernate\\.ejb|org\\.thymeleaf|"
        + "org\\.springframework\\.boot|org\\.broadleafcommerce\\.presentation|jakarta)\\.", Pattern.MULTILINE);

    @Test
    void everyJavaxPackageIsRenamedOrStays() {
        List<String> strange = new ArrayList<>();
        for (Path source : sharedSources()) {
            Matcher javax = JAVAX.matcher(read(source));
            while (javax.find()) {
                if (!RENAMED.contains(javax.group(1)) && !OF_THE_JDK.contains(javax.group(1))) {
                    strange.add(source + ": " + javax.group());
                }
            }
        }

        assertThat(strange).isEmpty();
    }

    @Test
    void whatOnlyOneLineHasStaysInItsOwnFolder() {
        assertThat(sharedSources()).isNotEmpty()
            .allSatisfy(source -> assertThat(OF_ONE_LINE.matcher(read(source)).find()).as(source.toString()).isFalse());
    }

    @Test
    void theBuildRenamesWhatThisTestTakesForRenamed() {
        String build = read(Path.of("..", "pom.xml"));
        Matcher packages = Pattern.compile("<jakarta\\.packages>([a-z|]+)</jakarta\\.packages>").matcher(build);

        assertThat(packages.find()).isTrue();
        assertThat(packages.group(1).split("\\|")).containsExactlyInAnyOrderElementsOf(RENAMED);
    }

    private static List<Path> sharedSources() {
        return MODULES.stream().map(module -> Path.of("..", module, "src", "main", "java")).flatMap(PlatformLinesTests::below)
            .toList();
    }

    private static Stream<Path> below(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
