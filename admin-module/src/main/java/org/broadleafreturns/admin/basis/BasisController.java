package org.broadleafreturns.admin.basis;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnReference;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a merchant's word on what a return is based in law, and when its goods were sent. */
@Controller
class BasisController {

    private static final String[] INPUTS = {"basis", "basis.day", "basis.channel", "basis.sent"};

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final LegalBasisService bases;
    private final MerchantWords words;

    BasisController(AccessibleReturns returns, ReturnAccess access, LegalBasisService bases, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.bases = bases;
        this.words = words;
    }

    @PostMapping("/returns/{number}/basis")
    String state(@PathVariable("number") String number, @RequestParam(value = "version", defaultValue = "") String version,
            @RequestParam Map<String, String> inputs, RedirectAttributes redirect) {
        ReturnReference which = returns.toChange(number);
        try {
            bases.state(which.number(), version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : -1, inputs, access.merchant());
            return DialogAnswers.toReturn(which, words.message("rtn.admin.basis.saved"), redirect);
        } catch (ReturnRefusedException refused) {
            object(which, refused.objections(), inputs, redirect);
        } catch (StaleReturnException | OptimisticLockingFailureException stale) {
            object(which, List.of(Objection.general("rtn.admin.basis.stale")), inputs, redirect);
        }
        return DialogAnswers.toReturn(which);
    }

    /** What was typed is shown once more. */
    private void object(ReturnReference which, List<Objection> objections, Map<String, String> inputs, RedirectAttributes redirect) {
        redirect.addFlashAttribute("rtnBasisOf", which.number());
        redirect.addFlashAttribute("rtnBasisErrors", words.texts(objections));
        for (String name : INPUTS) {
            redirect.addFlashAttribute("rtnBasisTyped" + name.substring(name.indexOf('.') + 1), inputs.getOrDefault(name, ""));
        }
    }
}
