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
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * A shopper's own returns with their labels and photos, and how to call one off. While the merchant has switched returns off,
 * these pages are there only for shoppers who have returns.
 */
@Controller
@RequestMapping("/account/returns")
class MyReturnsController {

    private static final int PAGE_SIZE = 10;
    private static final int LAST_PAGE = 1_000_000;
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

    MyReturnsController(ReturnLookup lookup, ReturnViews views, AccountParts parts, ReturnWays ways,
            CancellationService cancellations, DocumentDownload download, ReturnsSettings settings, ShopperWords words) {
        this.lookup = lookup;
        this.views = views;
        this.parts = parts;
        this.ways = ways;
        this.cancellations = cancellations;
        this.download = download;
        this.settings = settings;
        this.words = words;
    }

    @GetMapping
    String list(@RequestParam(value = "page", required = false) String page, Model model) {
        if (!settings.enabled() && !lookup.hasReturns(Shopper.id())) {
            throw new ReturnsClosedException();
        }
        Page<ReturnView> own = page(number(page) - 1);
        if (own.getNumber() >= own.getTotalPages() && own.getTotalPages() > 0) {
            own = page(own.getTotalPages() - 1);
        }
        List<ReturnCard> cards = cards(own.getContent());
        model.addAttribute("rtnRunning", cards.stream().filter(card -> !card.way().isOver()).toList());
        model.addAttribute("rtnOver", cards.stream().filter(card -> card.way().isOver()).toList());
        model.addAttribute("rtnTitle", words.title("rtn.site.list.title"));
        model.addAttribute("rtnPage", own);
        model.addAttribute("rtnWords", words);
        return "account/returns/list";
    }

    private Page<ReturnView> page(int number) {
        return views.shownOfCustomer(Shopper.id(), PageRequest.of(number, PAGE_SIZE), ShopperWords.locale());
    }

    private List<ReturnCard> cards(List<ReturnView> returns) {
        return ways.cards(returns, lookup.picturesOf(
            returns.stream().flatMap(shown -> shown.lines().stream()).map(LineView::orderItemId).distinct().toList()));
    }

    /** Pages count from 1; whatever is no page is the first. One after the last shows the last. */
    static int number(String page) {
        return page != null && page.matches("[1-9][0-9]{0,6}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 1;
    }

    @GetMapping("/{number}")
    String detail(@PathVariable("number") String number, Model model) {
        return show(own(number), model);
    }

    private String show(ReturnView shown, Model model) {
        model.addAttribute("rtnTitle", words.title("rtn.site.detail.title", shown.number()));
        addArticles(shown, model);
        ReturnPage page = new ReturnPage(shown,
            shown.status().isRunning() ? lookup.changes(shown.orderId()) : OrderChanges.NONE, isCancellable(shown),
            shown.status() == ReturnStatus.LABEL_SENT ? settings.returnAddress().orElse(null) : null);
        model.addAttribute("rtnCancellable", page.cancellable());
        model.addAttribute("rtnChanges", page.changes());
        model.addAttribute("rtnReturnAddress", page.returnAddress());
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

    private static boolean isCancellable(ReturnView shown) {
        return shown.nextStatuses(Actor.customer(Shopper.id(), "")).contains(ReturnStatus.CANCELLED);
    }

    /** Asks once more, since what is cancelled stays cancelled. */
    @GetMapping("/{number}/cancel")
    String askToCancel(@PathVariable("number") String number, Model model, RedirectAttributes whenTooLate) {
        ReturnView shown = own(number);
        if (!isCancellable(shown)) {
            return "redirect:/account/returns/" + shown.number();
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
        ReturnView shown = own(number);
        if (shown.status() == ReturnStatus.LABEL_SENT && shown.version() == version(version) && !Boolean.parseBoolean(sure)) {
            return question(shown, true, model);
        }
        try {
            String cancelled = cancellations.cancel(number, version(version), Shopper.id()).getNumber();
            afterwards.addFlashAttribute("rtnJustCancelled", true);
            return "redirect:/account/returns/" + cancelled;
        } catch (StaleReturnException | OptimisticLockingFailureException e) {
            return notCancelled(number, HttpServletResponse.SC_CONFLICT, CHANGED, response, model);
        } catch (TryAgainLaterException e) {
            return notCancelled(number, HttpServletResponse.SC_SERVICE_UNAVAILABLE, e.objections().get(0), response, model);
        } catch (ReturnRefusedException e) {
            return notCancelled(number, HttpServletResponse.SC_CONFLICT, e.objections().get(0), response, model);
        }
    }

    private String notCancelled(String number, int status, Objection reason, HttpServletResponse response, Model model) {
        response.setStatus(status);
        model.addAttribute("rtnNotCancelled", words.of(reason));
        return show(own(number), model);
    }

    private static int version(String version) {
        return version != null && version.matches("[0-9]{1,9}") ? Integer.parseInt(version) : UNKNOWN_VERSION;
    }

    @GetMapping("/{number}/label")
    void label(@PathVariable("number") String number, HttpServletResponse response) throws IOException {
        download.send(lookup.labelOfCustomer(Shopper.id(), number).orElseThrow(ReturnNotFoundException::new), response);
    }

    @GetMapping("/{number}/photos/{photo:[0-9]{1,18}}")
    void photo(@PathVariable("number") String number, @PathVariable("photo") Long photo, HttpServletResponse response)
            throws IOException {
        download.send(lookup.photoOfCustomer(Shopper.id(), number, photo).orElseThrow(ReturnNotFoundException::new), response);
    }

    private ReturnView own(String number) {
        return views.ofCustomer(Shopper.id(), number, ShopperWords.locale()).orElseThrow(ReturnNotFoundException::new);
    }
}
