package org.broadleafreturns.rename;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every source of the 7.0 line after the rename, also those that need Broadleaf 7.0 to be compiled: whatever type of
 * {@code javax} or {@code jakarta} they name exists in the Java platform or in the interfaces of Jakarta EE.
 */
class RenamedSourcesTests {

    private static final Path RENAMED = Path.of("target", "jakarta");
    private static final Pattern TYPE = Pattern.compile("\\b((?:javax|jakarta)(?:\\.[a-z0-9_]+)+\\.[A-Z]\\w*)");

    @Test
    void everyTypeExistsAfterTheRename() throws IOException {
        List<String> named = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Path source : sources(".java")) {
            Matcher types = TYPE.matcher(Files.readString(source));
            while (types.find()) {
                named.add(types.group(1));
                if (!exists(types.group(1))) {
                    missing.add(source + ": " + types.group(1));
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(named).contains("jakarta.persistence.Entity", "jakarta.servlet.http.HttpServletRequest", "javax.sql.DataSource");
    }

    /** What is written outside of Java code is not renamed. */
    @Test
    void noOtherFileNamesATypeThatMoved() throws IOException {
        List<String> moved = new ArrayList<>();
        for (Path file : sources(".xml", ".properties", ".html", ".factories", ".sql")) {
            Matcher types = TYPE.matcher(Files.readString(file, StandardCharsets.UTF_8));
            while (types.find()) {
                if (!exists(types.group(1))) {
                    moved.add(file + ": " + types.group(1));
                }
            }
        }

        assertThat(moved).isEmpty();
    }

    /** Those of all modules, without what belongs to the 3.1 line alone. */
    private static List<Path> sources(String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(RENAMED)) {
            List<Path> sources = files.filter(Files::isRegularFile)
                .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                .filter(file -> !file.toString().contains("broadleaf-3.1"))
                .toList();
            assertThat(sources).isNotEmpty();
            return sources;
        }
    }

    private static boolean exists(String type) {
        try {
            Class.forName(type, false, RenamedSourcesTests.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
