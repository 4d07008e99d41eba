package org.broadleafreturns.admin.page;

import java.util.List;
import java.util.function.Supplier;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.StepOutcome;
import org.springframework.ui.Model;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the dialogs on the page of an order answer alike. */
public final class DialogAnswers {

    private static final String SAID = "rtnConfirmation";
    private static final String SAID_OF = "rtnConfirmed";

    private DialogAnswers() {
    }

    /**
     * The dialog itself, in the platform's frame.
     *
     * @param title the code of its title
     * @param form the template within
     * @param merchant whose it is: what they type is kept in the browser for nobody else
     */
    public static String open(String title, String form, Actor merchant, Model model) {
        model.addAttribute("rtnMerchant", merchant.id());
        model.addAttribute("modalHeaderType", "custom");
        model.addAttribute("modalTitle", title);
        model.addAttribute("viewType", form);
        return "modules/modalContainer";
    }

    /**
     * What a dialog gets whose step is done: where the page is that it loads next.
     *
     * @param confirmation what that page says, once
     */
    public static String done(StepOutcome outcome, String confirmation, HttpServletRequest request, HttpServletResponse response,
            Model model) {
        FlashMap nextPage = RequestContextUtils.getOutputFlashMap(request);
        nextPage.put(SAID, confirmation);
        nextPage.put(SAID_OF, outcome.returned().number());
        RequestContextUtils.saveOutputFlashMap(request.getContextPath() + page(outcome.returned()), request, response);
        model.addAttribute("rtnReturn", outcome.returned());
        return "views/rtn/statusApplied";
    }

    /** What a dialog gets that was opened before somebody else changed the return. */
    public static ModelAndView stale(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return new ModelAndView("views/rtn/statusStale");
    }

    /**
     * Does what was previewed.
     *
     * @param expired the code of what is said where the preview is no longer there
     * @throws ReturnRefusedException then
     */
    public static StepOutcome applied(Supplier<StepOutcome> step, String expired) {
        try {
            return step.get();
        } catch (ReturnNotFoundException thrownAway) {
            throw new ReturnRefusedException(List.of(Objection.general(expired)));
        }
    }

    /**
     * Sends a browser to a return on the page of its order, which says something of it once.
     *
     * @param said in the merchant's language
     */
    public static String toReturn(ReturnReference which, String said, RedirectAttributes redirect) {
        redirect.addFlashAttribute(SAID, said);
        redirect.addFlashAttribute(SAID_OF, which.number());
        return toReturn(which);
    }

    /** Sends a browser to a return on the page of its order. */
    public static String toReturn(ReturnReference which) {
        return "redirect:" + page(which) + "#return-" + which.number();
    }

    private static String page(ReturnReference which) {
        return "/order/" + which.orderId();
    }
}
