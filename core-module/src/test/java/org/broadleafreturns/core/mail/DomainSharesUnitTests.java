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
    private final DomainShares shares = new DomainShares(4, () -> now);

    @Test
    void aDomainOfWhichNothingIsKnownHasOneConnection() {
        assertThat(shares.take("a.example").away()).isNull();

        assertThat(shares.take("a.example").away()).isPositive();
        assertThat(shares.take("b.example").away()).isNull();
    }

    @Test
    void aDomainThatAnswersGetsMoreAndNeverAll() {
        Deque<Turn> underWay = new ArrayDeque<>(List.of(shares.take("a.example")));
        for (int mail = 0; mail < 20; mail++) {
            now += Duration.ofMillis(200).toNanos();
            shares.giveBack(underWay.remove(), true);
            for (Turn next = shares.take("a.example"); next.away() == null; next = shares.take("a.example")) {
                underWay.add(next);
            }
            assertThat(underWay).hasSize(Math.min(3, mail + 2));
        }

        underWay.forEach(turn -> shares.giveBack(turn, true));
        now += Duration.ofMinutes(1).toNanos();
        assertThat(shares.take("a.example").away()).isNull();
        assertThat(shares.take("a.example").away()).as("after a while nothing is known again").isPositive();
    }

    @Test
    void aDomainThatHangsGetsNoMoreAndItsMailsDoNotComeBackAllAtOnce() {
        Turn hanging = shares.take("a.example");
        now += Duration.ofSeconds(20).toNanos();

        assertThat(shares.take("a.example").away()).isEqualTo(Duration.ofSeconds(20));
        assertThat(shares.take("a.example").away()).isEqualTo(Duration.ofSeconds(40));
        for (int i = 0; i < 1000; i++) {
            assertThat(shares.take("a.example").away()).isBetween(Duration.ofSeconds(20), Duration.ofMinutes(5));
        }

        now += Duration.ofSeconds(10).toNanos();
        shares.giveBack(hanging, false);
        assertThat(shares.take("a.example").away()).isNull();
        assertThat(shares.take("a.example").away()).isPositive();
    }

    @Test
    void aDomainThatBeginsToHangLosesWhatItHad() {
        shares.giveBack(shares.take("a.example"), true);
        Turn one = shares.take("a.example");
        Turn other = shares.take("a.example");
        assertThat(other.away()).isNull();
        now += Duration.ofSeconds(6).toNanos();

        assertThat(shares.take("a.example").away()).isPositive();
        shares.giveBack(one, false);
        assertThat(shares.take("a.example").away()).isPositive();
        shares.giveBack(other, true);
        assertThat(shares.take("a.example").away()).isNull();
        assertThat(shares.take("a.example").away()).isPositive();
    }
}
