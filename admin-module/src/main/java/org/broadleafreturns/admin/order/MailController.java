package org.broadleafreturns.admin.order;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.StatusChangeService;
import org.broadleafreturns.core.turn.TryAgainLaterException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends a mail that failed once more. */
@Controller
class MailController {

    private final AccessibleReturns returns;
    private final StatusChangeService statusChanges;
    private final MerchantWords words;

    MailController(AccessibleReturns returns, StatusChangeService statusChanges, MerchantWords words) {
        this.returns = returns;
        this.statusChanges = statusChanges;
        this.words = words;
    }

    @PostMapping("/returns/{number}/mails/{mailId:[0-9]{1,18}}/send-again")
    String sendAgain(@PathVariable("number") String number, @PathVariable("mailId") Long mailId,
            RedirectAttributes redirect) {
        ReturnReference named = returns.toChange(number);
        String outcome = words.message("rtn.admin.mail.onItsWay");
        try {
            TryAgainLaterException.insteadOfFailing(() -> statusChanges.sendMailAgain(named.number(), mailId));
        } catch (IllegalStateException alreadyUnderWay) {
            outcome = words.message("rtn.admin.mail.notFailed");
        } catch (IllegalArgumentException unwritable) {
            outcome = words.message("rtn.admin.mail.unwritable");
        } catch (TryAgainLaterException later) {
            outcome = words.of(later.objections()).get(0).text();
        }
        return DialogAnswers.toReturn(named, outcome, redirect);
    }
}
