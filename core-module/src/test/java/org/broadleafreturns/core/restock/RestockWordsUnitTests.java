package org.broadleafreturns.core.restock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.broadleafreturns.core.platform.StockObstacle;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Whatever becomes of stock, there are words for it. */
class RestockWordsUnitTests {

    private static final long ITEM = 17;

    private final RestockWords words = new RestockWords(messages());

    @Test
    void thereAreWordsForWhateverIsMovedAndForWhateverIsNot() {
        for (Locale reader : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            assertThat(everything()).allSatisfy(note ->
                assertThat(words.of(note, Map.of(ITEM, "Pot"), reader)).startsWith("Pot").contains(Integer.toString(note.units())));
        }
    }

    @Test
    void theJournalTellsWhatWasWritten() {
        List<StockNote> notes = List.of(new StockNote(ITEM, null, StockNote.Kind.TAKEN, 1, null),
            new StockNote(ITEM, null, StockNote.Kind.STAYING, 2, StockObstacle.SOLD),
            new StockNote(18L, "A set = two", StockNote.Kind.TAKEN, 3, null));
        Map<String, String> details = new TreeMap<>();
        notes.forEach(note -> note.writeInto(details));

        assertThat(StockNote.in(details)).isEqualTo(notes);
        assertThat(words.ofEntry(Restocking.TAKEN, details, Map.of(ITEM, "Pot"), Locale.ENGLISH)).containsExactly(
            "Pot: 1 unit taken from the shelf", "Pot: 2 units are not on the shelf any more and go on counting as put back",
            "A set = two: 3 units taken from the shelf");
        assertThat(words.ofEntry("STATUS", details, Map.of(), Locale.ENGLISH)).isEmpty();
    }

    private static List<StockNote> everything() {
        List<StockNote> notes = new ArrayList<>();
        for (int units : new int[] {1, 2}) {
            notes.add(new StockNote(ITEM, null, StockNote.Kind.PUT, units, null));
            notes.add(new StockNote(ITEM, null, StockNote.Kind.TAKEN, units, null));
            notes.add(new StockNote(ITEM, null, StockNote.Kind.STAYING, units, null));
            for (StockObstacle obstacle : StockObstacle.values()) {
                notes.add(new StockNote(ITEM, null, StockNote.Kind.NOT_PUT, units, obstacle));
                notes.add(new StockNote(ITEM, null, StockNote.Kind.STAYING, units, obstacle));
            }
        }
        return notes;
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/rtn/feature/restock");
        messages.setFallbackToSystemLocale(false);
        return messages;
    }
}
