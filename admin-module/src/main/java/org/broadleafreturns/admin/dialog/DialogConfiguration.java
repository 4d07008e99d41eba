package org.broadleafreturns.admin.dialog;

import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnLookup;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DialogConfiguration {

    @Bean
    DialogParts rtnDialogParts(ObjectProvider<DialogPart> parts) {
        return new DialogParts(parts.orderedStream().toList());
    }

    @Bean
    ReturnHead rtnReturnHead(ReturnLookup lookup, MerchantWords words, ObjectProvider<MessageAid> aids) {
        return new ReturnHead(lookup, words, aids.orderedStream().toList());
    }
}
