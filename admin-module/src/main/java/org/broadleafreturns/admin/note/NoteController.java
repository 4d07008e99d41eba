package org.broadleafreturns.admin.note;

import org.broadleafreturns.admin.access.AccessibleReturns;
import org.broadleafreturns.admin.access.ReturnAccess;
import org.broadleafreturns.admin.page.DialogAnswers;
import org.broadleafreturns.admin.words.MerchantWords;
import org.broadleafreturns.core.characters.Characters;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.note.ReturnNotes;
import org.broadleafreturns.core.request.ReturnReference;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Takes down what a merchant notes on a return. */
@Controller
class NoteController {

    private final AccessibleReturns returns;
    private final ReturnAccess access;
    private final ReturnNotes notes;
    private final MerchantWords words;

    NoteController(AccessibleReturns returns, ReturnAccess access, ReturnNotes notes, MerchantWords words) {
        this.returns = returns;
        this.access = access;
        this.notes = notes;
        this.words = words;
    }

    @PostMapping("/returns/{number}/note")
    String add(@PathVariable("number") String number, @RequestParam(value = "note", defaultValue = "") String text,
            @RequestParam(value = "key", required = false) String key, RedirectAttributes redirect) {
        ReturnReference which = returns.toChange(number);
        try {
            notes.add(which.number(), text, key, access.merchant());
            redirect.addFlashAttribute("rtnNoteAdded", which.number());
            return DialogAnswers.toReturn(which, words.message("rtn.admin.note.saved"), redirect);
        } catch (ReturnRefusedException refused) {
            redirect.addFlashAttribute("rtnNoteOf", which.number());
            redirect.addFlashAttribute("rtnNoteErrors", words.texts(refused.objections()));
            redirect.addFlashAttribute("rtnNoteTyped", Characters.replaced(text));
            return DialogAnswers.toReturn(which);
        }
    }
}
