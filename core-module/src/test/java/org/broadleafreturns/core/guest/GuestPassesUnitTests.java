package org.broadleafreturns.core.guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import org.broadleafreturns.core.key.ShopKey;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestPassesUnitTests {

    private static final Instant NOW = Instant.parse("2026-11-29T10:00:00Z");
    private static final GuestPass WHOLE = new GuestPass(11L, 5L, null);
    private static final GuestPass ONE = new GuestPass(11L, 5L, "R7KM-2QXP");

    private final ShopKey key = mock(ShopKey.class);

    @BeforeEach
    void aShopHasAKey() {
        when(key.sign(any())).thenAnswer(call -> Integer.toString(Arrays.hashCode((byte[]) call.getArgument(0)) * 31)
            .getBytes(StandardCharsets.UTF_8));
    }

    private GuestPasses at(Instant now) {
        return new GuestPasses(key, Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void aPassHoldsForAnHour() {
        String whole = at(NOW).write(WHOLE);
        String one = at(NOW).write(ONE);

        assertThat(at(NOW.plusSeconds(3599)).read(whole)).contains(WHOLE);
        assertThat(at(NOW.plusSeconds(3599)).read(one)).contains(ONE);
        assertThat(at(NOW.plusSeconds(3600)).read(whole)).isEmpty();
        assertThat(whole).matches("[A-Za-z0-9._-]+");
    }

    @Test
    void passesSideBySideAreToldApartByWhatTheyOpenAndByTheirEnd() {
        GuestPasses passes = at(NOW);

        assertThat(passes.label(WHOLE)).isEqualTo(at(NOW.plusSeconds(60)).label(WHOLE)).isNotEqualTo(passes.label(ONE))
            .isEqualTo(passes.label(new GuestPass(11L, 6L, null))).matches("[A-Za-z0-9_-]{12}");
        assertThat(passes.end(passes.write(ONE))).isEqualTo(NOW.plusSeconds(3600))
            .isBefore(passes.end(at(NOW.plusMillis(1)).write(WHOLE)));
    }

    @Test
    void whatIsChangedOfItIsNothing() {
        String pass = at(NOW).write(ONE);

        assertThat(at(NOW).read(pass.replaceFirst("^11", "12"))).isEmpty();
        assertThat(at(NOW).read(pass.replaceFirst("R7KM-2QXP", ""))).isEmpty();
        assertThat(at(NOW).read(pass.replaceFirst("\\.\\d{13}\\.", ".9999999999999."))).isEmpty();
        assertThat(at(NOW).read(pass.substring(0, pass.length() - 1))).isEmpty();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {".", "....", "1.2.3.4", "1.2..x.y", "nonsense", "1.2.R.9999999999999."})
    void whatIsNoneOfOursIsNothing(String made) {
        assertThat(at(NOW).read(made)).isEmpty();
        assertThat(at(NOW).read("x".repeat(100_000))).isEmpty();
    }

    @Test
    void aLinkIsOfOneReturnAndOneAddressHoweverThatIsWritten() {
        String end = at(NOW).linkEnd("R7KM-2QXP", "ann@example.com");

        assertThat(at(NOW).linkEnd("R7KM-2QXP", " Ann@Example.com ")).isEqualTo(end);
        assertThat(at(NOW).linkEnd("R7KM-2QXQ", "ann@example.com")).isNotEqualTo(end);
        assertThat(at(NOW).linkEnd("R7KM-2QXP", "bob@example.com")).isNotEqualTo(end);
    }
}
