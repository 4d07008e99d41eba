package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/data-model.md} says of tables. */
class DataModelUnitTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "data-model.md");
    private static final Path STEPS = Path.of("..", "core-module", "src", "main", "resources", "config", "bc", "rtn");
    private static final Pattern CREATED = Pattern.compile("<createTable\\s[^>]*tableName=\"(RTN_\\w+)\"");
    private static final Pattern DROPPED = Pattern.compile("<dropTable\\s[^>]*tableName=\"(RTN_\\w+)\"");
    private static final Pattern NAME = Pattern.compile("`(RTN_\\w+)`");

    @Test
    void everyTableIsExplainedOnce() throws IOException {
        List<String> explained = Files.readAllLines(DOCUMENT).stream().filter(line -> line.startsWith("| `RTN_"))
            .flatMap(line -> names(NAME, line.split("\\|")[1])).toList();
        String steps;
        try (Stream<Path> files = Files.list(STEPS)) {
            steps = files.map(DataModelUnitTests::read).collect(Collectors.joining("\n"));
        }
        List<String> dropped = names(DROPPED, steps).toList();

        assertThat(explained).doesNotHaveDuplicates()
            .containsAll(names(CREATED, steps).filter(table -> !dropped.contains(table)).distinct().toList());
    }

    private static Stream<String> names(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(found -> found.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }
}
