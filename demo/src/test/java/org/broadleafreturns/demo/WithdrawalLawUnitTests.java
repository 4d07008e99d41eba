package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What {@code docs/withdrawal.md} says of the law, and of the tests that hold the modules to it. */
class WithdrawalLawUnitTests {

    private static final Path DOCUMENT = Path.of("..", "docs", "withdrawal.md");
    private static final List<Path> SOURCES = List.of(Path.of("..", "core-module", "src", "test", "java"), Path.of("src", "test", "java"));
    private static final Pattern TEST = Pattern.compile("`(\\w+Tests)\\.(\\w+)`");

    @Test
    void everyStatementOfTheLawNamesTestsThatThereAre() throws IOException {
        String text = Files.readString(DOCUMENT);
        List<String> statements = text.substring(text.indexOf("## The law, and what tests each statement of it")).lines()
            .filter(line -> line.startsWith("| ") && !line.startsWith("| Statement")).toList();

        assertThat(statements).hasSizeGreaterThan(10).allSatisfy(statement -> {
            List<String> named = new ArrayList<>();
            Matcher tests = TEST.matcher(statement);
            while (tests.find()) {
                named.add(tests.group());
                assertThat(source(tests.group(1))).as(tests.group()).contains("void " + tests.group(2) + "(");
            }
            assertThat(named).as(statement).isNotEmpty();
        });
    }

    private static String source(String name) {
        for (Path sources : SOURCES) {
            try (Stream<Path> files = Files.walk(sources)) {
                List<Path> found = files.filter(file -> file.getFileName().toString().equals(name + ".java")).toList();
                if (!found.isEmpty()) {
                    return Files.readString(found.get(0));
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        return "";
    }
}
