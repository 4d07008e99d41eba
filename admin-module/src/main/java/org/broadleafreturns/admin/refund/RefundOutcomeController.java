package org.broadleafreturns.admin.refund;

import java.util.Map;
import java.util.function.BiConsumer;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.dialog.FurtherInputs;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.refund.RefundService;
import org.broadleafreturns.core.request.ReturnReference;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Settles refunds that have failed, or of which nobody knows the outcome, from the panel. */
@Controller
@RequestMapping("/returns/{number}/refunds/{part:[0-9]{1,18}}")
class RefundOutcomeController {

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final RefundService refunds;
    private final MerchantWords words;

    RefundOutcomeController(AccessibleReturns returns, ReturnAccess access, RefundService refunds, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.refunds = refunds;
        this.words = words;
    }

    @PostMapping("/again")
    String again(@PathVariable("number") String number, @PathVariable("part") Long part, RedirectAttributes redirect) {
        return settle(number, redirect, "rtn.admin.refund.triedAgain", (which, actor) -> refunds.tryAgain(which, part, actor));
    }

    @PostMapping("/went-through")
    String wentThrough(@PathVariable("number") String number, @PathVariable("part") Long part, RedirectAttributes redirect) {
        return settle(number, redirect, "rtn.admin.refund.saidDone", (which, actor) -> refunds.say(which, part, true, actor));
    }

    @PostMapping("/did-not")
    String didNot(@PathVariable("number") String number, @PathVariable("part") Long part, RedirectAttributes redirect) {
        return settle(number, redirect, "rtn.admin.refund.saidFailed", (which, actor) -> refunds.say(which, part, false, actor));
    }

    /** What cannot be is said where it was typed, with what was typed. */
    @PostMapping("/elsewhere")
    String elsewhere(@PathVariable("number") String number, @PathVariable("part") Long part, @RequestParam Map<String, String> inputs,
            RedirectAttributes redirect) {
        ReturnReference which = returns.toChange(number);
        Map<String, String> own = FurtherInputs.of(inputs, name -> !name.startsWith("refund.elsewhere."));
        try {
            refunds.recordElsewhere(which.number(), part, own, access.merchant());
            return DialogAnswers.toReturn(which, words.message("rtn.admin.refund.recorded"), redirect);
        } catch (ReturnRefusedException refused) {
            redirect.addFlashAttribute("rtnElsewhereOf", part);
            redirect.addFlashAttribute("rtnElsewhereErrors", words.texts(refused.objections()));
            redirect.addFlashAttribute("rtnElsewhereTyped", own);
            return DialogAnswers.toReturn(which);
        }
    }

    private String settle(String number, RedirectAttributes redirect, String done, BiConsumer<String, Actor> command) {
        ReturnReference which = returns.toChange(number);
        String outcome = words.message(done);
        try {
            command.accept(which.number(), access.merchant());
        } catch (ReturnRefusedException refused) {
            outcome = words.of(refused.objections()).get(0).text();
        }
        return DialogAnswers.toReturn(which, outcome, redirect);
    }
}
