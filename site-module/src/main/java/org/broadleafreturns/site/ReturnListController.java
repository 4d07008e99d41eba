package org.broadleafreturns.site;

import java.util.List;
import org.broadleafreturns.core.request.LineView;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.ReturnViews;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The returns of whoever is logged in. While the merchant has switched returns off, the page is there only for shoppers who have some.
 */
@Controller
@RequestMapping("/account/returns")
class ReturnListController {

    private static final int PAGE_SIZE = 10;
    private static final int LAST_PAGE = 1_000_000;

    private final ReturnLookup lookup;
    private final ReturnViews views;
    private final ReturnWays ways;
    private final ReturnsSettings settings;
    private final ShopperWords words;

    ReturnListController(ReturnLookup lookup, ReturnViews views, ReturnWays ways, ReturnsSettings settings, ShopperWords words) {
        this.lookup = lookup;
        this.views = views;
        this.ways = ways;
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
}
