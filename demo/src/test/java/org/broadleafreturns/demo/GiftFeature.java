package org.broadleafreturns.demo;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.broadleafreturns.admin.dialog.DialogPart;
import org.broadleafreturns.admin.dialog.OpenDialog;
import org.broadleafreturns.core.history.JournalEntry;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.mailtext.MailKind;
import org.broadleafreturns.core.mailtext.Placeholder;
import org.broadleafreturns.core.request.EnteredStep;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.MailSubject;
import org.broadleafreturns.core.request.ReturnMailWords;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StepPart;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** A feature of a shop's own, of beans, a template and a file of messages alone: with some steps, the customer is written a card. */
@Configuration
class GiftFeature {

    static final String INPUT = "gift.message";
    private static final int LONGEST = 30;
    private static final Placeholder GIFT = new Placeholder("gift", Placeholder.Kind.LINES);
    private static final Set<ReturnStatus> STATUSES =
        EnumSet.of(ReturnStatus.ACCEPTED, ReturnStatus.LABEL_SENT, ReturnStatus.REQUESTED);

    @Bean
    StepPart giftStepPart() {
        return new StepPart() {
            @Override
            public String name() {
                return "gift";
            }

            @Override
            public Set<String> inputs(ReturnRequest request, ReturnStatus to) {
                return STATUSES.contains(to) ? Set.of(INPUT) : Set.of();
            }

            @Override
            public List<Objection> objections(EnteredStep step) {
                String words = step.input(INPUT);
                if (words == null) {
                    return List.of();
                }
                if (words.length() > LONGEST) {
                    return List.of(Objection.to(INPUT, "gift.objection.tooLong", LONGEST));
                }
                return words.matches("[\\p{L}\\p{N}\\s]*") ? List.of() : List.of(Objection.to(INPUT, "gift.objection.characters"));
            }

            @Override
            public void perform(EnteredStep step, Happening happening) {
                if (step.input(INPUT) != null) {
                    happening.note(step.request(), new JournalEntry("GIFT", happening.when(), happening.actor())
                        .saying(null, step.input(INPUT)));
                    happening.tell(step.request(), "gift.written", Map.of("characters", Integer.toString(step.input(INPUT).length())));
                }
            }
        };
    }

    @Bean
    DialogPart giftDialogPart() {
        return new DialogPart() {
            @Override
            public String template() {
                return "gift/dialog";
            }

            @Override
            public Set<ReturnStatus> shownFor() {
                return STATUSES;
            }

            @Override
            public Map<String, Object> model(OpenDialog dialog) {
                return Map.of("longest", LONGEST);
            }
        };
    }

    @Bean
    ReturnMailWords giftMailWords() {
        return new ReturnMailWords() {
            @Override
            public Set<Placeholder> addedTo(MailKind kind) {
                return kind.toShop() ? Set.of() : Set.of(GIFT);
            }

            @Override
            public Map<Placeholder, Object> sample(MailKind kind, Locale language) {
                return Map.of(GIFT, "Dear Ann");
            }

            @Override
            public Map<Placeholder, Object> values(MailSubject subject) {
                return subject.change().map(change -> change.inputs().get(INPUT)).<Map<Placeholder, Object>>map(words -> Map.of(GIFT, words))
                    .orElse(Map.of());
            }
        };
    }
}
