package org.broadleafreturns.site;

import java.io.IOException;
import javax.servlet.http.HttpServletResponse;
import org.broadleafreturns.core.document.DocumentDownload;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.request.ReturnLookup;
import org.broadleafreturns.core.request.ReturnNotFoundException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/** A shopper's own returns and labels. */
@Controller
@RequestMapping("/account/returns")
class MyReturnsController {

    private static final int PAGE_SIZE = 10;
    private static final int LAST_PAGE = 1_000_000;

    private final ReturnLookup lookup;
    private final DocumentDownload download;
    private final ShopperWords words;

    MyReturnsController(ReturnLookup lookup, DocumentDownload download, ShopperWords words) {
        this.lookup = lookup;
        this.download = download;
        this.words = words;
    }

    @RequestMapping(method = RequestMethod.GET)
    String list(@RequestParam(value = "page", required = false) String page, Model model) {
        model.addAttribute("rtnPage", lookup.ofCustomer(Shopper.id(), PageRequest.of(number(page) - 1, PAGE_SIZE)));
        model.addAttribute("rtnWords", words);
        return "account/returns/list";
    }

    /** Pages count from 1; whatever is no page is the first. */
    static int number(String page) {
        return page != null && page.matches("[1-9]\\d{0,6}") ? Math.min(Integer.parseInt(page), LAST_PAGE) : 1;
    }

    @RequestMapping(value = "/{number}", method = RequestMethod.GET)
    String detail(@PathVariable("number") String number, Model model) {
        model.addAttribute("rtnReturn", own(number));
        model.addAttribute("rtnWords", words);
        return "account/returns/detail";
    }

    @RequestMapping(value = "/{number}/label", method = RequestMethod.GET)
    void label(@PathVariable("number") String number, HttpServletResponse response) throws IOException {
        ReturnDocument label = own(number).getLabel();
        if (label == null) {
            throw new ReturnNotFoundException();
        }
        download.send(label, response);
    }

    private ReturnRequest own(String number) {
        return lookup.ofCustomer(Shopper.id(), number).orElseThrow(ReturnNotFoundException::new);
    }
}
