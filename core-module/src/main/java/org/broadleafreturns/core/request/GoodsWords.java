package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.broadleafreturns.core.choice.ReturnChoices;
import org.broadleafreturns.core.kernel.ForIntegrators;
import org.springframework.context.MessageSource;

/** Says what a step does with goods, in the same words in mails, in the account and in the back office. Public for the templates. */
@ForIntegrators
public class GoodsWords {

    private final MessageSource messages;
    private final ReturnChoices choices;

    GoodsWords(MessageSource messages, ReturnChoices choices) {
        this.messages = messages;
        this.choices = choices;
    }

    /** One line of text for each line of the return. */
    public List<String> of(List<GoodsOfLine> goods, Locale reader) {
        return goods.stream().map(line -> of(line, reader)).toList();
    }

    /** One line of text, which begins with the article. */
    public String of(GoodsOfLine goods, Locale reader) {
        List<String> said = new ArrayList<>();
        if (goods.isDecided()) {
            said.add(words("rtn.mail.line.accepted", reader, goods.article(), goods.accepted(), goods.requested()));
            said.addAll(further(goods.kept(), goods.refused(), goods.staying(), goods.missing(), goods.refusalReason(), reader));
        } else {
            said.add(words("rtn.mail.line.received", reader, goods.article(), goods.received(), goods.requested()));
            if (goods.arrived() > 0 && goods.arrived() < goods.received()) {
                said.add(words("rtn.goods.now", reader, goods.arrived()));
            }
        }
        if (!goods.conditions().isEmpty()) {
            said.add(conditions(goods.conditions(), reader));
        }
        return String.join(", ", said);
    }

    /** What a correction has put right, a line of text for each line of the return of which there is something to say. */
    public List<String> corrected(List<CorrectedLine> corrected, Locale reader) {
        return corrected.stream().map(line -> corrected(line, reader)).filter(said -> !said.isEmpty()).toList();
    }

    private String corrected(CorrectedLine line, Locale reader) {
        LineStanding before = line.before();
        LineStanding after = line.after();
        if (line.isTakenOut()) {
            return words("rtn.correction.takenOut", reader, line.article(), before.requested());
        }
        if (line.isAdded()) {
            return words("rtn.correction.added", reader, line.article(), after.requested(),
                choices.reasonLabel(after.reasonCode(), reader));
        }
        List<String> said = new ArrayList<>();
        if (before.requested() != after.requested()) {
            said.add(words("rtn.correction.requested", reader, after.requested(), before.requested()));
        }
        if (!before.reasonCode().equals(after.reasonCode())) {
            said.add(words("rtn.correction.reason", reader, choices.reasonLabel(after.reasonCode(), reader),
                choices.reasonLabel(before.reasonCode(), reader)));
        }
        if (before.received().units() != after.received().units()) {
            said.add(words("rtn.correction.received", reader, after.received().units(), before.received().units()));
        }
        if (!before.received().byCondition().equals(after.received().byCondition())) {
            String conditions = conditions(after.received().byCondition(), reader);
            said.add(conditions.isEmpty() ? words("rtn.correction.noConditions", reader)
                : words("rtn.correction.conditions", reader, conditions));
        }
        return said.isEmpty() ? "" : words("rtn.correction.line", reader, line.article(), String.join(", ", said));
    }

    /** Units by the code of their condition, in one line for merchants; empty without any. */
    public String conditions(Map<String, Integer> units, Locale reader) {
        return new TreeMap<>(units).entrySet().stream()
            .map(one -> words("rtn.goods.condition", reader, one.getValue(), choices.conditionLabel(one.getKey(), reader)))
            .collect(Collectors.joining(", "));
    }

    /** What is to be said of a line beside how much of it was accepted; empty if nothing is, or nobody knows. */
    public List<String> beside(LineView line, Locale reader) {
        return line.decision() == Decision.OPEN || line.isUncounted() ? List.of() : further(line.quantityKept(), line.quantityRefused(),
            line.quantityStaying(), line.quantityMissing(), line.refusalReason(), reader);
    }

    private List<String> further(int kept, int refused, int staying, int missing, String reason, Locale reader) {
        List<String> said = new ArrayList<>();
        if (kept > 0) {
            said.add(words("rtn.goods.kept", reader, kept));
        }
        if (reason != null) {
            said.add(refused > 0 ? words("rtn.goods.refusedFor", reader, refused, choices.refusalReasonLabel(reason, reader))
                : words("rtn.goods.reason", reader, choices.refusalReasonLabel(reason, reader)));
        } else if (refused > 0) {
            said.add(words("rtn.goods.refused", reader, refused));
        }
        if (refused > staying) {
            said.add(words("rtn.goods.back", reader, refused - staying));
        }
        if (staying > 0) {
            said.add(words("rtn.goods.staying", reader, staying));
        }
        if (missing > 0) {
            said.add(words("rtn.goods.missing", reader, missing));
        }
        return said;
    }

    private String words(String code, Locale reader, Object... arguments) {
        return messages.getMessage(code, arguments, reader);
    }
}
