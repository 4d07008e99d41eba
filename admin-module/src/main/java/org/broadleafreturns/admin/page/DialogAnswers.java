package org.broadleafreturns.admin.page;

import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.request.ReturnReference;
import org.broadleafreturns.core.request.StepOutcome;
import org.springframework.ui.Model;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.RequestContextUtils;

/** What the dialogs on the page of an order answer alike. */
public final class DialogAnswers {

    private DialogAnswers() {
    }

    /**
     * The dialog itself, in the platform's frame.
     *
     * @param title the code of its title
     * @param form the template within
     */
    public static String open(String title, String form, Model model) {
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
        nextPage.put("rtnConfirmation", confirmation);
        nextPage.put("rtnConfirmed", outcome.returned().number());
        RequestContextUtils.saveOutputFlashMap(request.getContextPath() + page(outcome.returned()), request, response);
        model.addAttribute("rtnReturn", outcome.returned());
        return "views/rtn/statusApplied";
    }

    /** What a dialog gets that was opened before somebody else changed the return. */
    public static ModelAndView stale(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        return new ModelAndView("views/rtn/statusStale");
    }

    /** The page of the order that a return is shown on, below the application. */
    public static String page(ReturnReference which) {
        return "/order/" + which.orderId();
    }
}
