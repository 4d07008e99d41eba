package org.broadleafreturns.demo;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.MailSource;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.mailtext.Placeholder.Kind;
import org.broadleafreturns.core.request.MailSubject;
import org.broadleafreturns.core.request.ReturnMailKinds;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.SampleReturn;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A feature that no shop has: it sends a mail about a card, and tells of it in the mail about arrived products. */
@Configuration
class CardMails {

    static final Placeholder CARD = new Placeholder("card", Kind.LINE);
    static final Placeholder STAMPS = new Placeholder("stamps", Kind.LIST);
    static final MailKind CARD_SENT = MailKind.toShopper("CARD_SENT", 350, Placeholder.NUMBER, Placeholder.FIRST_NAME, CARD, STAMPS);

    @Bean
    MailSource cardMailSource(SampleReturn sample, MessageSource messages) {
        return new MailSource() {

            @Override
            public List<MailKind> kinds() {
                return List.of(CARD_SENT);
            }

            @Override
            public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
                Map<Placeholder, Object> values = sample.sample(kind, language);
                values.put(CARD, messages.getMessage("card.sample", null, language));
                values.put(STAMPS, List.of("1", "2"));
                return values;
            }
        };
    }

    @Bean
    ReturnMailWords cardWords(MessageSource messages) {
        return new ReturnMailWords() {

            @Override
            public Set<Placeholder> addedTo(MailKind kind) {
                return kind.equals(ReturnMailKinds.of(ReturnStatus.RECEIVED)) ? Set.of(CARD) : Set.of();
            }

            @Override
            public Map<Placeholder, Object> values(MailSubject subject) {
                return Map.of(CARD, subject.change().map(change -> change.message() + " <b>").orElse("") + subject.request().getNumber());
            }

            @Override
            public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
                return Map.of(CARD, messages.getMessage("card.sample", null, language));
            }
        };
    }
}
