package org.broadleafreturns.admin.page;

import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.turn.TryAgainLaterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** What a dialog gets that sent something which was refused: the objections, to show beside its inputs. */
public final class DialogObjections {

    private DialogObjections() {
    }

    /** With status 422, or 503 where nothing can be changed just now. */
    public static ModelAndView answer(ReturnRefusedException refused, MerchantWords words, HttpServletResponse response) {
        response.setStatus((refused instanceof TryAgainLaterException ? HttpStatus.SERVICE_UNAVAILABLE
            : HttpStatus.UNPROCESSABLE_ENTITY).value());
        return new ModelAndView("views/rtn/statusObjections", "rtnObjections", words.of(refused.objections()));
    }
}
