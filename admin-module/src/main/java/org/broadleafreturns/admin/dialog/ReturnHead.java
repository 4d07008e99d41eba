package org.broadleafreturns.admin.dialog;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.kernel.PieceOfWork;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnCustomer;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnView;
import org.springframework.ui.Model;

/** What the dialogs about a return have alike: its brief at their top, and what helps with the message to the customer. */
public class ReturnHead {

    private static final String PICTURES = ReturnHead.class.getName() + ".pictures.";

    /** As many as can be taken in at a glance. */
    private static final int SHOWN = 6;

    private final ReturnLookup lookup;
    private final MerchantWords words;
    private final List<MessageAid> aids;

    ReturnHead(ReturnLookup lookup, MerchantWords words, List<MessageAid> aids) {
        this.lookup = lookup;
        this.words = words;
        this.aids = List.copyOf(aids);
    }

    /** Puts it into the model of a dialog's form. */
    public void show(ReturnView request, Model model) {
        model.addAttribute("rtnReturn", request);
        model.addAttribute("rtnWords", words);
        model.addAttribute("rtnChanges", lookup.changes(request.orderId()));
        model.addAttribute("rtnBrief", brief(request));
        model.addAttribute("rtnMessageAids", aids.stream().flatMap(aid -> aid.model(request).stream()
            .map(shown -> new ShownPart(aid.template(), null, shown))).toList());
    }

    /** The addresses of the pictures of a return's articles, by identifier of the order item. They are read once for a dialog. */
    public Map<Long, String> picturesOf(ReturnView request) {
        return PieceOfWork.recall(PICTURES + request.id(),
            () -> lookup.picturesOf(request.lines().stream().map(LineView::orderItemId).toList()));
    }

    private ReturnBrief brief(ReturnView request) {
        ReturnCustomer customer = lookup.customerOf(request.id());
        Map<Long, String> pictures = picturesOf(request);
        List<LineView> lines = request.lines();
        return new ReturnBrief(customer.name(), customer.address(), foreign(customer.language()), words.date(request.submittedAt()),
            lines.stream().limit(SHOWN).map(line -> new ReturnBrief.Line(line.quantityRequested(), line.details().after(line.articleName()),
                pictures.get(line.orderItemId()))).toList(),
            Math.max(0, lines.size() - SHOWN), words.refundType(request.refundType()));
    }

    private String foreign(Locale language) {
        return language.getLanguage().equals(words.locale().getLanguage()) ? null : words.language(language);
    }
}
