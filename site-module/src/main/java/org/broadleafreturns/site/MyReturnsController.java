package org.broadleafreturns.site;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.kernel.StaleReturnException;
import org.broadleafreturns.core.mail.WireAddress;
import org.broadleafreturns.core.request.CancellationService;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.OrderChanges;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.broadleafreturns.core.turn.TryAgainLaterException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A return of whoever looks at it, with its label and photos, and how to call it off: in the account, and for guests beside it. */
@Controller
@RequestMapping({"/account/returns", "/returns"})
class MyReturnsController {

    /** What a page says once. */
    static final String JUST_REQUESTED = "rtnJustRequested";
    private static final String JUST_CANCELLED = "rtnJustCancelled";

    private static final int UNKNOWN_VERSION = -1;
    private static final Objection CHANGED = Objection.general("rtn.site.notCancelled.text");

    private final ReturnLookup lookup;
    private final ReturnViews views;
    private final AccountParts parts;
    private final ReturnWays ways;
    private final CancellationService cancellations;
    private final DocumentDownload download;
    private final ReturnsSettings settings;
    private final ShopperWords words;
    private final Visitors visitors;

    MyReturnsController(ReturnLookup lookup, ReturnViews views, AccountParts parts, ReturnWays ways, CancellationService cancellations,
            DocumentDownload download, ReturnsSettings settings, ShopperWords words, Visitors visitors) {
        this.lookup = lookup;
        this.views = views;
        this.parts = parts;
        this.ways = ways;
        this.cancellations = cancellations;
        this.download = download;
        this.settings = settings;
        this.words = words;
        this.visitors = visitors;
    }

    @GetMapping("/{number}")
    String detail(@PathVariable("number") String number, Model model) {
        Long customer = visitors.ofReturn(number);
        return show(own(customer, number), customer, model);
    }

    private String show(ReturnView shown, Long customer, Model model) {
        model.addAttribute("rtnTitle", words.title("rtn.site.detail.title", shown.number()));
        addArticles(shown, model);
        ReturnPage page = new ReturnPage(shown,
            shown.status().isRunning() ? lookup.changes(shown.orderId()) : OrderChanges.NONE, isCancellable(shown, customer),
            shown.status() == ReturnStatus.LABEL_SENT || shown.isWithoutGoods() ? settings.returnAddress().orElse(null) : null);
        model.addAttribute("rtnCancellable", page.cancellable());
        model.addAttribute("rtnChanges", page.changes());
        model.addAttribute("rtnReturnAddress", page.returnAddress());
        if (model.containsAttribute(JUST_REQUESTED) || model.containsAttribute(JUST_CANCELLED)) {
            model.addAttribute("rtnMailed", lookup.mailAddress(shown.orderId()).filter(WireAddress::isWritable).isPresent());
        }
        model.addAttribute("rtnWay", ways.of(List.of(shown)).get(shown.id()));
        model.addAttribute("rtnNext", parts.of(page, AccountPart.Place.NEXT_STEP));
        model.addAttribute("rtnAbove", parts.of(page, AccountPart.Place.ABOVE_FACTS));
        model.addAttribute("rtnFacts", parts.of(page, AccountPart.Place.FACTS));
        model.addAttribute("rtnBelow", parts.of(page, AccountPart.Place.BELOW_FACTS));
        model.addAttribute("rtnWords", words);
        return "account/returns/detail";
    }

    private static void addArticles(ReturnView shown, Model model) {
        model.addAttribute("rtnReturn", shown);
        model.addAttribute("rtnDetails",
            shown.lines().stream().collect(Collectors.toMap(LineView::orderItemId, LineView::details, (one, same) -> one)));
    }

    private static boolean isCancellable(ReturnView shown, Long customer) {
        return shown.nextStatuses(Actor.customer(customer, "")).contains(ReturnStatus.CANCELLED);
    }

    /** Asks once more, since what is cancelled stays cancelled. */
    @GetMapping("/{number}/cancel")
    String askToCancel(@PathVariable("number") String number, Model model, RedirectAttributes whenTooLate) {
        Long customer = visitors.ofReturn(number);
        ReturnView shown = own(customer, number);
        if (!isCancellable(shown, customer)) {
            return "redirect:" + Area.current().address(shown.number());
        }
        return question(shown, false, model);
    }

    /** @param again whether the shopper was asked already, and a label is with them: the parcel may be on its way */
    private String question(ReturnView shown, boolean again, Model model) {
        model.addAttribute("rtnTitle", words.title("rtn.site.cancel.title", shown.number()));
        model.addAttribute("rtnAgain", again);
        addArticles(shown, model);
        return "account/returns/cancel";
    }

    @PostMapping("/{number}/cancel")
    String cancel(@PathVariable("number") String number, @RequestParam(value = "version", required = false) String version,
            @RequestParam(value = "sure", defaultValue = "false") String sure, HttpServletResponse response, Model model,
            RedirectAttributes afterwards) {
        Long customer = visitors.ofReturn(number);
        ReturnView shown = own(customer, number);
        if (shown.status() == ReturnStatus.LABEL_SENT && shown.version() == version(version) && !Boolean.parseBoolean(sure)) {
            return question(shown, true, model);
        }
        try {
            String cancelled = cancellations.cancel(number, version(version), customer).getNumber();
            afterwards.addFlashAttribute(JUST_CANCELLED, true);
            return "redirect:" + Area.current().address(cancelled);
        } catch (StaleReturnException | OptimisticLockingFailureException e) {
            return notCancelled(own(customer, number), customer, HttpServletResponse.SC_CONFLICT, CHANGED, response, model);
        } catch (TryAgainLaterException e) {
            return notCancelled(own(customer, number), customer, HttpServletResponse.SC_SERVICE_UNAVAILABLE, e.objections().get(0),
                response, model);
        } catch (ReturnRefusedException e) {
            return notCancelled(own(customer, number), customer, HttpServletResponse.SC_CONFLICT, e.objections().get(0), response, model);
        }
    }

    private String notCancelled(ReturnView shown, Long customer, int status, Objection reason, HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("rtnNotCancelled", words.of(reason));
        return show(shown, customer, model);
    }

    private static int version(String version) {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : UNKNOWN_VERSION;
    }

    @GetMapping("/{number}/label")
    void label(@PathVariable("number") String number, HttpServletResponse response) throws IOException {
        download.send(lookup.labelOfCustomer(visitors.ofReturn(number), number).orElseThrow(ReturnNotFoundException::new), response);
    }

    @GetMapping("/{number}/photos/{photo:[0-9]{1,18}}")
    void photo(@PathVariable("number") String number, @PathVariable("photo") Long photo, HttpServletResponse response)
            throws IOException {
        download.send(lookup.photoOfCustomer(visitors.ofReturn(number), number, photo).orElseThrow(ReturnNotFoundException::new), response);
    }

    private ReturnView own(Long customer, String number) {
        return views.ofCustomer(customer, number, ShopperWords.locale()).orElseThrow(ReturnNotFoundException::new);
    }
}
