package org.broadleafreturns.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.samskivert.mustache.Mustache;
import liquibase.Liquibase;
import org.apache.commons.io.IOUtils;
import org.apache.commons.lang3.StringUtils;
import org.apache.tika.Tika;
import org.junit.jupiter.api.Test;

/** Whether a run with other versions of libraries really has them. */
class VersionTests {

    @Test
    void librariesAreThoseThatTheRunIsNamedFor() {
        String versions = System.getProperty("rtn.versions", "");
        assumeThat(versions).isNotEmpty();

        assertThat(versions.split(" ")).allSatisfy(library -> {
            String artifact = library.substring(0, library.indexOf('='));
            assertThat(source(artifact)).endsWith("/" + library.replace('=', '-') + ".jar");
        });
    }

    private static String source(String artifact) {
        Class<?> part = switch (artifact) {
            case "liquibase-core" -> Liquibase.class;
            case "commons-lang3" -> StringUtils.class;
            case "commons-io" -> IOUtils.class;
            case "jmustache" -> Mustache.class;
            case "tika-core" -> Tika.class;
            default -> throw new IllegalArgumentException(artifact);
        };
        return part.getProtectionDomain().getCodeSource().getLocation().getPath();
    }
}
