package org.broadleafreturns.core.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.broadleafreturns.core.mail.DomainShares.Turn;
import org.junit.jupiter.api.Test;

class DomainSharesUnitTests {

    private long now;
    private long mail;
    private final DomainShares shares = new DomainShares(4, () -> now);

    @Test
    void aDomainOfWhichNothingIsKnownHasOneConnection() {
        assertThat(shares.take("a.example", ++mail).away()).isNull();

        assertThat(shares.take("a.example", ++mail).away()).isPositive();
        assertThat(shares.take("b.example", ++mail).away()).isNull();
    }

    @Test
    void aDomainThatAnswersGetsMoreAndNeverAll() {
        Deque<Turn> underWay = new ArrayDeque<>(List.of(shares.take("a.example", ++mail)));
        for (int round = 0; round < 20; round++) {
            now += Duration.ofMillis(200).toNanos();
            shares.giveBack(underWay.remove(), true);
            for (Turn next = shares.take("a.example", ++mail); next.away() == null; next = shares.take("a.example", ++mail)) {
                underWay.add(next);
            }
            assertThat(underWay).hasSize(Math.min(3, round + 2));
        }

        underWay.forEach(turn -> shares.giveBack(turn, true));
        now += Duration.ofMinutes(1).toNanos();
        assertThat(shares.take("a.example", ++mail).away()).isNull();
        assertThat(shares.take("a.example", ++mail).away()).as("after a while nothing is known again").isPositive();
    }

    @Test
    void aDomainThatHangsGetsNoMoreAndItsMailsDoNotComeBackAllAtOnce() {
        Turn hanging = shares.take("a.example", ++mail);
        now += Duration.ofSeconds(20).toNanos();

        assertThat(shares.take("a.example", ++mail).away()).isEqualTo(Duration.ofSeconds(20));
        assertThat(shares.take("a.example", ++mail).away()).isEqualTo(Duration.ofSeconds(40));
        for (int i = 0; i < 1000; i++) {
            assertThat(shares.take("a.example", ++mail).away()).isBetween(Duration.ofSeconds(20), Duration.ofMinutes(5));
        }

        now += Duration.ofSeconds(10).toNanos();
        shares.giveBack(hanging, false);
        assertThat(shares.take("a.example", ++mail).away()).isNull();
        assertThat(shares.take("a.example", ++mail).away()).isPositive();
    }

    @Test
    void aDomainThatBeginsToHangLosesWhatItHad() {
        shares.giveBack(shares.take("a.example", ++mail), true);
        Turn one = shares.take("a.example", ++mail);
        Turn other = shares.take("a.example", ++mail);
        assertThat(other.away()).isNull();
        now += Duration.ofSeconds(6).toNanos();

        assertThat(shares.take("a.example", ++mail).away()).isPositive();
        shares.giveBack(one, false);
        assertThat(shares.take("a.example", ++mail).away()).isPositive();
        shares.giveBack(other, true);
        assertThat(shares.take("a.example", ++mail).away()).isNull();
        assertThat(shares.take("a.example", ++mail).away()).isPositive();
    }

    @Test
    void whatStaysAwayIsCalledWhenTheDomainDoesNotHangAnyMore() {
        Turn hanging = shares.take("a.example", 1L);
        now += Duration.ofSeconds(20).toNanos();
        for (long id = 2; id <= 4; id++) {
            assertThat(shares.take("a.example", id).away()).isPositive();
        }

        assertThat(shares.giveBack(hanging, false)).isEmpty();
        assertThat(shares.giveBack(shares.take("a.example", 5L), true)).containsExactly(2L, 3L);
        now += Duration.ofMinutes(10).toNanos();
        assertThat(shares.giveBack(shares.take("a.example", 2L), true)).containsExactly(4L);
        assertThat(shares.giveBack(shares.take("a.example", 3L), true)).isEmpty();
    }
}
