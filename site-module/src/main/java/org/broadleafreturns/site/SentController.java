package org.broadleafreturns.site;

import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.LegalBasisService;
import org.broadleafreturns.core.request.ReturnNumber;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes a shopper's word on when they have sent the goods of a return. */
@Controller
@RequestMapping({"/account/returns", "/returns"})
class SentController {

    private final LegalBasisService bases;
    private final ShopperWords words;
    private final Visitors visitors;

    SentController(LegalBasisService bases, ShopperWords words, Visitors visitors) {
        this.bases = bases;
        this.words = words;
        this.visitors = visitors;
    }

    @PostMapping("/{number}/sent")
    String sent(@PathVariable("number") String number, @RequestParam(value = "day", defaultValue = "") String day,
            RedirectAttributes redirect) {
        String parsed = ReturnNumber.parse(number).map(ReturnNumber::value).orElseThrow(ReturnNotFoundException::new);
        try {
            bases.sent(parsed, day, visitors.ofReturn(parsed));
            redirect.addFlashAttribute("rtnSentSaved", true);
        } catch (ReturnRefusedException refused) {
            redirect.addFlashAttribute("rtnSentError", words.of(refused.objections().get(0)));
            redirect.addFlashAttribute("rtnSentTyped", day);
        }
        return "redirect:" + Area.current().address(parsed);
    }
}
