package org.broadleafreturns.core.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class VoucherCodesUnitTests {

    private final VoucherCodes codes = new VoucherCodes();

    @Test
    void codesHaveFourGroupsOfSignsThatNobodyTakesForOthers() {
        Set<String> many = Stream.generate(codes::next).limit(1000).collect(Collectors.toSet());

        assertThat(many).hasSize(1000).allMatch(code -> code.matches("([2-9A-HJKMNP-Z]{4}-){3}[2-9A-HJKMNP-Z]{4}"));
        assertThat(String.join("", many).chars().distinct().count()).as("all signs are in use").isEqualTo(VoucherCodes.SIGNS.length() + 1);
    }

    @Test
    void noSignLooksLikeAnother() {
        assertThat(VoucherCodes.SIGNS).doesNotContain("0", "O", "1", "I", "L");
    }
}
