package org.broadleafreturns.admin.dialog;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class DialogConfiguration {

    @Bean
    DialogParts rtnDialogParts(ObjectProvider<DialogPart> parts) {
        return new DialogParts(parts.orderedStream().toList());
    }
}
