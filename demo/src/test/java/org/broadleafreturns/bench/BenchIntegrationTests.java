package org.broadleafreturns.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the measuring works, on a small shop. How long anything takes is nobody's concern here. */
@Tag("long")
class BenchIntegrationTests {

    @Test
    void aTableOfASmallShopIsWritten(@TempDir Path folder) throws Exception {
        Path words = folder.resolve("words.txt");
        Process bench = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx768m",
            "-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=240m", "-XX:+UseSerialGC", "-Duser.timezone=UTC", "-Dnet.sf.ehcache.skipUpdateCheck=true", "-Dfile.encoding=UTF-8",
            "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            Bench.class.getName(), "--size", "1000", "--database", "h2", "--rounds", "1", "--mails", "20", "--output",
            folder.toString())
            .redirectErrorStream(true).redirectOutput(words.toFile()).start();
        try {
            assertThat(bench.waitFor()).as(Files.readString(words, StandardCharsets.UTF_8)).isZero();
        } finally {
            bench.destroyForcibly();
        }

        List<String> table = Files.readAllLines(folder.resolve("h2-1000.md"), StandardCharsets.UTF_8);
        for (String row : List.of("list, first page", "order page, 50 returns", "order history of 50 orders",
                "request form of 10 lines", "apply, 8 threads", "20 mails, 200 ms each, 12 connections")) {
            assertThat(table).anyMatch(line -> line.startsWith("| " + row + " |"));
        }
    }
}
