package org.broadleafreturns.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * The sources that all platform lines share use nothing that one line alone has. Looked at as text, on every machine, whatever
 * line is built. That they survive the renaming to jakarta is what rename-check is for.
 */
class PlatformLinesTests {

    private static final List<String> MODULES = List.of("core-module", "admin-module", "site-module");
    private static final Pattern OF_ONE_LINE = Pattern.compile("^import (?:static )?(org\\.hibernate\\.ejb|org\\.thymeleaf|"
        + "org\\.springframework\\.boot|org\\.broadleafcommerce\\.presentation|jakarta)\\.", Pattern.MULTILINE);
    private static final Pattern OF_THE_MODULES =
        Pattern.compile("org\\.broadleafreturns\\.(core|admin|site)\\b|\\brtn", Pattern.CASE_INSENSITIVE);

    @Test
    void whatOnlyOneLineHasStaysInItsOwnFolder() {
        // Which Spring Boot loads on either line, and nobody without it.
        assertThat(sharedSources()).isNotEmpty().filteredOn(source -> !source.endsWith("BroughtLibraries.java"))
            .allSatisfy(source -> assertThat(OF_ONE_LINE.matcher(read(source)).find()).as(source.toString()).isFalse());
    }

    /** The demo's tests then show that everything is there: entities, words, permissions, templates, scripts, styles. */
    @Test
    void onBroadleaf7TheDependencyIsAllThatInstallsTheModules() {
        List<Path> shop = Stream.of(Path.of("..", "host-7.0", "src"), Path.of("..", "demo", "src", "broadleaf-7.0"))
            .flatMap(folder -> below(folder, "")).toList();

        assertThat(shop).isNotEmpty()
            .allSatisfy(file -> assertThat(OF_THE_MODULES.matcher(read(file)).find()).as(file.toString()).isFalse());
    }

    private static List<Path> sharedSources() {
        return MODULES.stream().map(module -> Path.of("..", module, "src", "main", "java"))
            .flatMap(folder -> below(folder, ".java")).toList();
    }

    private static Stream<Path> below(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(ending)).toList().stream();
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
