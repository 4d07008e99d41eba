package org.broadleafreturns.core.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.privacy.CustomerRecords;

/** What a customer has begun and not sent, with its photos. A draft binds nobody, so it is never running. */
class CustomerDrafts implements CustomerRecords {

    private final ReturnDrafts drafts;
    private final DraftDisposal disposal;

    CustomerDrafts(ReturnDrafts drafts, DraftDisposal disposal) {
        this.drafts = drafts;
        this.disposal = disposal;
    }

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public List<Map<String, Object>> of(Long customerId) {
        return drafts.findAllByCustomer(customerId).stream().map(CustomerDrafts::exported).toList();
    }

    @Override
    public List<ReturnDocument> documentsOf(Long customerId) {
        return drafts.findAllByCustomer(customerId).stream().flatMap(draft -> draft.getPhotos().stream()).toList();
    }

    @Override
    public List<Long> orders(Long customerId) {
        return drafts.findOrderIds(customerId);
    }

    @Override
    public List<String> running(Long customerId) {
        return List.of();
    }

    @Override
    public void anonymise(Long customerId) {
        drafts.findTokens(customerId).forEach(disposal::release);
    }

    private static Map<String, Object> exported(ReturnDraft draft) {
        Map<String, Object> record = new LinkedHashMap<>();
        DraftInput input = draft.getInput();
        record.put("orderNumber", draft.getOrder().getOrderNumber());
        record.put("savedAt", CustomerRecords.time(draft.getSavedAt()));
        record.put("refundType", input.refundType());
        record.put("comment", input.comment());
        record.put("lines", new TreeSet<>(input.items()).stream().map(item -> exported(item, input)).toList());
        record.put("documents", draft.getPhotos().stream().map(CustomerRecords::described).toList());
        return record;
    }

    private static Map<String, Object> exported(Long item, DraftInput input) {
        Map<String, Object> record = new LinkedHashMap<>();
        record.put("orderItem", item);
        record.put("quantity", input.quantities().get(item));
        record.put("reason", input.reasons().get(item));
        return record;
    }
}
