package org.broadleafreturns.core.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteStepUnitTests {

    private static final Actor MERCHANT = Actor.merchant(-1L, "Alex Admin", false);

    @Test
    void aNoteIsKeptAsItWasTypedWithoutBlanksAroundItAndWithLineEndsOfOneKind() {
        NoteStep step = new NoteStep(" Called.\r\n <b>Twice</b> \t", null);

        assertThat(step.note()).isEqualTo("Called.\n <b>Twice</b>");
        assertThat(step.objections(null, MERCHANT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\r\n\t"})
    void aBlankNoteIsNone(String typed) {
        assertObjection(typed, "rtn.objection.internalNote.missing");
    }

    @Test
    void itIsAsLongAsTheJournalTakesAndALineEndIsOneCharacter() {
        assertThat(new NoteStep("\r\na".repeat(ReturnNotes.LENGTH / 2), null).objections(null, MERCHANT)).isEmpty();
        assertObjection("a".repeat(ReturnNotes.LENGTH + 1), "rtn.objection.text.tooLong");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "\uD83D", "\u001b[2J", "a\uFFFF"})
    void charactersThatNoDatabaseTakesAreRefused(String typed) {
        assertObjection(typed, "rtn.objection.text.characters");
    }

    /** That would otherwise be asked of the return, which is none here. */
    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "'; --"})
    void aKeyThatNoFormMakesUpTellsNothing(String key) {
        assertThat(new NoteStep("Called", key).isDone(null)).isFalse();
    }

    private static void assertObjection(String typed, String code) {
        assertThat(new NoteStep(typed, null).objections(null, MERCHANT)).extracting(Objection::field, Objection::code)
            .containsExactly(tuple("note", code));
    }
}
