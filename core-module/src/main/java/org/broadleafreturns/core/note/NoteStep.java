package org.broadleafreturns.core.note;

import java.util.List;
import java.util.Map;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.request.Happening;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.Step;
import org.broadleafreturns.core.request.Texts;

/** Somebody notes something, whatever the return's status and version. */
class NoteStep implements Step {

    private static final String KEY = "key";
    /** What a form makes up is shorter; anything else is not worth keeping. */
    private static final String KEYS = "[A-Za-z0-9-]{1,64}";

    private final String typed;
    private final Map<String, String> details;

    /** @param key of the form, or null; one that no form makes up counts as none */
    NoteStep(String typed, String key) {
        this.typed = typed;
        this.details = key != null && key.matches(KEYS) ? Map.of(KEY, key) : Map.of();
    }

    @Override
    public String name() {
        return "note";
    }

    /** A form that comes out of the browser's memory has the key of a note that is there already, but another text. */
    @Override
    public boolean isDone(ReturnRequest request) {
        return !details.isEmpty() && note() != null && request.getJournal().stream().anyMatch(entry ->
            entry.getKind().equals(ReturnNotes.KIND) && entry.getDetails().equals(details) && note().equals(entry.getNote()));
    }

    @Override
    public List<Objection> objections(ReturnRequest request, Actor actor) {
        return note() == null ? List.of(Objection.to(ReturnNotes.INPUT, "rtn.objection.internalNote.missing"))
            : Texts.objectionTo(ReturnNotes.INPUT, typed).stream().toList();
    }

    @Override
    public String note() {
        return Texts.orNull(typed);
    }

    @Override
    public void perform(ReturnRequest request, Happening happening) {
        happening.note(request, happening.entry(ReturnNotes.KIND).detailed(details));
    }
}
