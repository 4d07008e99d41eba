package org.broadleafreturns.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.broadleafreturns.demo.JavaCommand;
import org.broadleafreturns.demo.OwnShops;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the measuring works, on a small shop. How long anything takes is nobody's concern here. */
@OwnShops
@Tag("long")
class BenchIntegrationTests {

    @Test
    void aTableOfASmallShopIsWritten(@TempDir Path folder) throws Exception {
        Path words = folder.resolve("words.txt");
        Process bench = new ProcessBuilder(JavaCommand.of(Bench.class, List.of("-Xmx768m"),
            List.of("--size", "1000", "--database", "h2", "--rounds", "1", "--mails", "20", "--output", folder.toString())))
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
