package org.broadleafreturns.demo.filling;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Names as a European shop has them: a few are common, most are rare, many have accents or apostrophes. */
final class People {

    private static final List<String> FIRST = List.of(
        "Marie", "Thomas", "Emma", "Jean", "Anna", "Lucas", "Léa", "James", "Camille", "Peter", "Chloé", "Paul", "Sofia",
        "David", "Julia", "Hugo", "Sarah", "Louis", "Laura", "Max", "Inès", "Simon", "Alice", "Félix", "Clara", "Oscar",
        "Zoé", "Arthur", "Nina", "François", "Björn", "Siobhán", "Jürgen", "Anaïs", "Raphaël", "Mary", "John", "Eva",
        "Noah", "Lina", "Gabriel", "Rose", "Ethan", "Mia", "Nathan", "Lukáš", "Zoë", "Jules", "Adam", "Jean-Pierre");

    private static final List<String> COMMON = List.of(
        "Martin", "Smith", "Müller", "Bernard", "Lefèvre", "Jones", "Schmidt", "Dubois", "O’Brien", "García", "Moreau",
        "Taylor", "Schröder", "Laurent", "Brown", "Petit", "Rossi", "Fischer", "Rousseau", "Wilson", "Weber", "Girard",
        "O'Connor", "Johansson", "André", "Van Dijk", "Novák", "D’Angelo", "Roux", "Jäger", "Silva", "Nguyễn", "Evans",
        "Béranger", "MacDonald", "Fernández", "Köhler", "Marchand", "Kowalska", "Saint-Clair");

    private static final List<String> BEGINNINGS = List.of(
        "Ash", "Beau", "Berg", "Black", "Bon", "Bright", "Char", "Clair", "Col", "Dal", "Dun", "Eck", "Fair", "Feld", "Fon",
        "Gold", "Grand", "Green", "Haw", "Hoch", "Kirch", "Lang", "Lin", "Long", "Mar", "Mont", "Neu", "North", "Ober",
        "Pel", "Rich", "Rosen", "Sand", "Stein", "Stone", "Thorn", "Val", "Wald", "West", "Win");
    private static final List<String> ENDINGS = List.of(
        "bach", "berg", "bury", "by", "champ", "court", "dorf", "elle", "er", "ette", "ey", "feld", "ford", "gate", "haus",
        "heim", "holm", "hurst", "ier", "land", "ley", "man", "mann", "mer", "mont", "more", "nault", "ot", "ridge",
        "rière", "sen", "son", "stad", "stein", "ström", "ton", "vell", "ville", "wood", "worth");

    private final Random random;
    private final List<String> last = new ArrayList<>(COMMON);

    People(Random random) {
        this.random = random;
        List<String> rare = new ArrayList<>();
        BEGINNINGS.forEach(beginning -> ENDINGS.forEach(ending -> rare.add(beginning + ending)));
        Collections.shuffle(rare, random);
        last.addAll(rare);
    }

    /** @param last as the person writes it */
    record Name(String first, String last) {

        /** The part of an address before the at sign. */
        String mailbox() {
            return letters(first) + "." + letters(last);
        }
    }

    Name next() {
        return new Name(FIRST.get((int) (FIRST.size() * Math.pow(random.nextDouble(), 2))),
            last.get((int) (last.size() * Math.pow(random.nextDouble(), 2.5))));
    }

    /** Lower case without marks, and without whatever is no letter or digit. */
    static String letters(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "").toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
