package org.broadleafreturns.admin.waiting;

import java.util.List;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.access.SettingsAccess;
import org.broadleafreturns.admin.page.BackOfficePage;
import org.broadleafreturns.core.background.ScheduledWork;
import org.broadleafreturns.core.waiting.Waiting;
import org.broadleafreturns.core.waiting.WaitingSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Shows what is waiting to those who may see the settings, as something that concerns the shop as a whole. Which returns are
 * concerned, and what was said of them, only those read who may see returns.
 */
@Controller
@RequestMapping("/" + WaitingController.SECTION)
class WaitingController {

    static final String SECTION = "return-waiting";

    /** So many of a kind are shown one by one. */
    private static final int SHOWN = 20;

    private final SettingsAccess access;
    private final ReturnAccess returns;
    private final Waiting waiting;
    private final ScheduledWork work;
    private final BackOfficePage page;
    private final WaitingWords words;

    WaitingController(SettingsAccess access, ReturnAccess returns, Waiting waiting, ScheduledWork work, BackOfficePage page,
            WaitingWords words) {
        this.access = access;
        this.returns = returns;
        this.waiting = waiting;
        this.work = work;
        this.page = page;
        this.words = words;
    }

    @GetMapping
    String show(Model model) {
        access.requireRead();
        boolean mayReadReturns = returns.mayRead();
        List<WaitingRow> rows = waiting.now().stream().map(state -> words.row(state,
            mayReadReturns && state.isKnown() && state.backlog().count() > 0 ? items(state.source()) : List.of())).toList();
        model.addAttribute("rtnRows", rows);
        model.addAttribute("rtnMayReadReturns", mayReadReturns);
        model.addAttribute("rtnWork", work.kinds().stream().map(words::work).toList());
        model.addAttribute("rtnShown", SHOWN);
        return page.show(model, SECTION, "rtn/waiting");
    }

    private List<WaitingRow.Item> items(WaitingSource source) {
        return source.oldest(SHOWN).stream().map(words::item).toList();
    }
}
