package org.broadleafreturns.core.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class NamedTextsUnitTests {

    @Property
    void areReadAsTheyWereWritten(@ForAll Map<String, String> values) {
        String text = NamedTexts.written(values);

        assertThat(NamedTexts.read(text)).isEqualTo(values);
        assertThat(text).matches("[\\x20-\\x7e\\n]*");
    }

    @Test
    void areALineEachWithoutAnythingElse() {
        Map<String, String> values = new TreeMap<>(Map.of("#lines", "1", "reason", "Too small,\nreally", "status", "RE\u00c7U"));

        assertThat(NamedTexts.written(values)).isEqualTo("\\#lines=1\nreason=Too small,\\nreally\nstatus=RE\\u00C7U");
        assertThat(NamedTexts.written(Map.of())).isEmpty();
        assertThat(NamedTexts.read("")).isEmpty();
    }
}
