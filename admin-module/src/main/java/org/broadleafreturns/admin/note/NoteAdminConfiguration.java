package org.broadleafreturns.admin.note;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.page.RowMark;
import org.broadleafreturns.admin.panel.ReturnPart;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.note.ReturnNotes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;

@Configuration
class NoteAdminConfiguration {

    /** Above the journal, for whoever may change returns, whatever has become of this one. */
    @Bean
    @Order(190)
    ReturnPart rtnNotePart(ReturnAccess access) {
        return ReturnPart.of(ReturnPart.Place.BELOW_FACTS, "rtn/note/panel", (order, view) ->
            order.mayChange() ? new NoteForm(UUID.randomUUID().toString(), ReturnNotes.LENGTH, access.login()) : null);
    }

    @Bean
    @Order(100)
    RowMark rtnNoteMark(ReturnNotes notes) {
        return new RowMark() {
            @Override
            public String name() {
                return "note";
            }

            @Override
            public String words() {
                return "rtn.admin.note.mark";
            }

            @Override
            public Set<Long> among(Collection<Long> returns) {
                return notes.among(returns);
            }
        };
    }

    @Bean
    NoteController rtnNoteController(AccessibleReturns returns, ReturnAccess access, ReturnNotes notes, MerchantWords words) {
        return new NoteController(returns, access, notes, words);
    }
}
