package org.broadleafreturns.core.choice;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.broadleafreturns.core.kernel.PieceOfWork;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.words.Words;
import org.springframework.context.MessageSource;

/**
 * The choices that the merchant keeps. They are few, so all are read at once, and once for each {@link PieceOfWork}: a page takes
 * as many queries for many returns as for one.
 */
class StoredChoices implements ReturnChoices {

    private static final String REASON = "rtn.reason.";
    private static final String REFUND_TYPE = "rtn.refundType.";
    private static final String CONDITION = "rtn.condition.";
    private static final String REFUSAL_REASON = "rtn.refusalReason.";

    private final ReturnReasons reasons;
    private final RefundTypes refundTypes;
    private final GoodsConditions conditions;
    private final RefusalReasons refusalReasons;
    private final MessageSource messages;
    private final ReturnsSettings settings;

    StoredChoices(ReturnReasons reasons, RefundTypes refundTypes, GoodsConditions conditions, RefusalReasons refusalReasons,
            MessageSource messages, ReturnsSettings settings) {
        this.reasons = reasons;
        this.refundTypes = refundTypes;
        this.conditions = conditions;
        this.refusalReasons = refusalReasons;
        this.messages = messages;
        this.settings = settings;
    }

    @Override
    public List<Choice> reasons(Locale language) {
        return onOffer(allReasons(), REASON, language);
    }

    @Override
    public List<Choice> refundTypes(Locale language) {
        return onOffer(allRefundTypes(), REFUND_TYPE, language);
    }

    @Override
    public Optional<Choice> reason(String code, Locale language) {
        return find(allReasons(), code, REASON, language);
    }

    @Override
    public Optional<Choice> refundType(String code, Locale language) {
        return find(allRefundTypes(), code, REFUND_TYPE, language);
    }

    @Override
    public RefundBehaviour refundBehaviour(String code) {
        return allRefundTypes().stream().filter(stored -> stored.getCode().equals(code)).findFirst()
            .map(RefundType::getBehaviour).orElseGet(() -> ReturnChoices.super.refundBehaviour(code));
    }

    @Override
    public List<Choice> conditions(Locale language) {
        return onOffer(allConditions(), CONDITION, language);
    }

    @Override
    public Optional<Choice> condition(String code, Locale language) {
        return find(allConditions(), code, CONDITION, language);
    }

    @Override
    public boolean isSellable(String condition) {
        return allConditions().stream().anyMatch(stored -> stored.getCode().equals(condition) && stored.isSellable());
    }

    @Override
    public List<Choice> refusalReasons(Locale language) {
        return onOffer(allRefusalReasons(), REFUSAL_REASON, language);
    }

    @Override
    public Optional<Choice> refusalReason(String code, Locale language) {
        return find(allRefusalReasons(), code, REFUSAL_REASON, language);
    }

    private List<Choice> onOffer(List<? extends MerchantChoice> all, String kind, Locale language) {
        return all.stream().filter(MerchantChoice::isActive).map(stored -> choice(stored, kind, language)).toList();
    }

    private Optional<Choice> find(List<? extends MerchantChoice> all, String code, String kind, Locale language) {
        return all.stream().filter(stored -> stored.getCode().equals(code)).findFirst()
            .map(stored -> choice(stored, kind, language));
    }

    private Choice choice(MerchantChoice stored, String kind, Locale language) {
        return new Choice(stored.getCode(), label(stored, kind, language), stored.isActive(), stored.isCommentRequired());
    }

    /** The merchant's words in that language, else the shop's own bundle's, else the merchant's in another language. */
    private String label(MerchantChoice stored, String kind, Locale language) {
        Words labels = Words.of(stored.getWordings(), settings.defaultLanguage());
        return labels.in(language)
            .or(() -> bundled(kind + stored.getCode(), language))
            .or(() -> labels.shownTo(language))
            .orElseGet(stored::getCode);
    }

    private Optional<String> bundled(String code, Locale language) {
        return Optional.ofNullable(messages.getMessage(code, null, "", language)).filter(words -> !words.isBlank());
    }

    private List<ReturnReason> allReasons() {
        return PieceOfWork.recall(StoredChoices.class.getName() + ".reasons", () -> List.copyOf(reasons.findAllInOrder()));
    }

    private List<RefundType> allRefundTypes() {
        return PieceOfWork.recall(StoredChoices.class.getName() + ".refundTypes", () -> List.copyOf(refundTypes.findAllInOrder()));
    }

    private List<GoodsCondition> allConditions() {
        return PieceOfWork.recall(StoredChoices.class.getName() + ".conditions", () -> List.copyOf(conditions.findAllInOrder()));
    }

    private List<RefusalReason> allRefusalReasons() {
        return PieceOfWork.recall(StoredChoices.class.getName() + ".refusalReasons", () -> List.copyOf(refusalReasons.findAllInOrder()));
    }
}
