package org.broadleafreturns.admin.basis;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadleafreturns.admin.panel.EntryWords;
import org.broadleafreturns.admin.panel.PanelOrder;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.request.LegalBasis;
import org.broadleafreturns.core.request.MerchantEntryView;
import org.broadleafreturns.core.request.MerchantReturnView;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.ReturnView;
import org.broadleafreturns.core.request.StatedBasis;
import org.broadleafreturns.core.request.StatementChannel;
import org.broadleafreturns.core.settings.ShopCalendar;

/** Says on what a return is based in law, with fields to say so; and what the journal says of it. Public for the templates. */
public class BasisPanel implements ReturnPart, EntryWords {

    private final MerchantWords words;
    private final ShopCalendar calendar;
    private final Clock clock;

    BasisPanel(MerchantWords words, ShopCalendar calendar, Clock clock) {
        this.words = words;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What is shown of one return. Public for the templates.
     *
     * @param said in words, a line of text each
     * @param changeable whether there are fields
     * @param today the last day that can be entered
     */
    public record Shown(StatedBasis stated, List<String> said, boolean changeable, String today, StatementChannel[] channels) {
    }

    @Override
    public Place place() {
        return Place.FACTS;
    }

    @Override
    public String template() {
        return "rtn/basis/panel";
    }

    @Override
    public Map<Long, ?> models(PanelOrder order, List<MerchantReturnView> returns) {
        String today = calendar.dayOf(Date.from(clock.instant())).toString();
        Map<Long, Shown> models = new HashMap<>();
        for (MerchantReturnView view : returns) {
            ReturnView shown = view.shown();
            models.put(shown.id(), new Shown(shown.stated(), said(shown.stated()),
                order.mayChange() && shown.status() != ReturnStatus.CANCELLED, today, StatementChannel.values()));
        }
        return models;
    }

    private List<String> said(StatedBasis stated) {
        List<String> said = new ArrayList<>();
        said.add(basis(stated.basis(), stated.statedOn(), stated.statedBy()));
        if (stated.sentOn() != null) {
            said.add(words.message("rtn.basis.sentOn", words.day(stated.sentOn())));
        }
        return said;
    }

    private String basis(LegalBasis basis, LocalDate day, StatementChannel channel) {
        if (basis != LegalBasis.WITHDRAWAL || day == null || channel == null) {
            return words.message("rtn.basis." + (basis == null ? "UNKNOWN" : basis.name()));
        }
        return words.message("rtn.basis.stated", words.day(day), words.message("rtn.basis.channel." + channel.name()));
    }

    @Override
    public List<String> of(MerchantEntryView entry, MerchantReturnView view) {
        Map<String, String> details = entry.details();
        LocalDate day = details.containsKey("day") ? LocalDate.parse(details.get("day")) : null;
        return switch (entry.kind()) {
            case ReturnRequest.LEGAL_BASIS -> List.of(basis(
                details.containsKey("basis") ? LegalBasis.valueOf(details.get("basis")) : null, day,
                details.containsKey("channel") ? StatementChannel.valueOf(details.get("channel")) : null));
            case ReturnRequest.SENT -> List.of(day == null ? words.message("rtn.basis.notSent")
                : words.message("rtn.basis.sentOn", words.day(day)));
            default -> List.of();
        };
    }
}
