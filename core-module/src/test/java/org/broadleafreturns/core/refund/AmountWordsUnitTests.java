package org.broadleafreturns.core.refund;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import org.broadleafcommerce.common.money.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountWordsUnitTests {

    @ParameterizedTest
    @CsvSource({
        "60.58, EUR, en, €60.58", "60.58, EUR, fr, '60,58 €'", "60.5, EUR, de, '60,50 €'", "1234.5, EUR, fr, '1 234,50 €'",
        "1000, JPY, en, '¥1,000'", "1000, JPY, fr, '1 000 JPY'", "1.255, KWD, en, 'KWD 1.255'", "0.00, EUR, en, €0.00",
        "10, USD, en-US, $10.00"
    })
    void haveTheReadersFormAndTheCurrencysDigits(String amount, String currency, String reader, String words) {
        assertThat(AmountWords.of(new Money(new BigDecimal(amount), currency), Locale.forLanguageTag(reader)).replaceAll("[\u00a0\u202f]", " "))
            .isEqualTo(words);
    }
}
