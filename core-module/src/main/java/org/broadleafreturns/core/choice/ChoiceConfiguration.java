package org.broadleafreturns.core.choice;

import java.util.Arrays;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The choices that a shop starts with. */
@Configuration
public class ChoiceConfiguration {

    @Bean
    ReturnChoices rtnReturnChoices(
            @Value("${returns.reasons:CHANGED_MIND,WRONG_SIZE,NOT_AS_DESCRIBED,DAMAGED,WRONG_ARTICLE,OTHER}") String reasons,
            @Value("${returns.refund-types:ORIGINAL_PAYMENT,STORE_CREDIT,EXCHANGE}") String refundTypes, MessageSource messages) {
        return new ConfiguredChoices(codes(reasons), codes(refundTypes), messages);
    }

    private static List<String> codes(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(code -> !code.isEmpty()).toList();
    }
}
