package org.broadleafreturns.core.settings;

import java.util.Arrays;
import java.util.regex.Pattern;
import org.broadleafreturns.core.characters.Characters;

/** The forms that many settings share. */
final class ValueForms {

    static final ValueForm<Boolean> YES_OR_NO = new YesOrNo();

    private ValueForms() {
    }

    /** A box that is not ticked does not come at all. */
    private static final class YesOrNo implements ValueForm<Boolean> {

        @Override
        public String write(Boolean value) {
            return value.toString();
        }

        @Override
        public Boolean read(String stored) {
            return Boolean.valueOf(stored);
        }

        @Override
        public Entry<Boolean> enter(String typed) {
            return Entry.of(Boolean.valueOf(typed.strip()));
        }
    }

    record WholeNumber(int least, int most) implements ValueForm<Integer> {

        @Override
        public String write(Integer value) {
            return value.toString();
        }

        @Override
        public Integer read(String stored) {
            return Integer.valueOf(stored);
        }

        @Override
        public Entry<Integer> enter(String typed) {
            String number = typed.strip();
            boolean possible = number.matches("-?[0-9]{1,9}") && Integer.parseInt(number) >= least
                && Integer.parseInt(number) <= most;
            return possible ? Entry.of(Integer.valueOf(number)) : Entry.refused("rtn.objection.settings.range", least, most);
        }
    }

    /** @param refusal what whoever has chosen nothing reads */
    record Choice<E extends Enum<E>>(Class<E> type, String refusal) implements ValueForm<E> {

        @Override
        public String write(E value) {
            return value.name();
        }

        @Override
        public E read(String stored) {
            return Enum.valueOf(type, stored);
        }

        @Override
        public Entry<E> enter(String typed) {
            return Arrays.stream(type.getEnumConstants()).filter(value -> value.name().equals(typed.strip())).findAny()
                .map(Entry::of).orElseGet(() -> Entry.refused(refusal));
        }
    }

    /** Text without markup, without blanks around it. */
    record Plain(int longest, boolean oneLine) implements TextForm {

        /** With what would end a line, and so a mail's header. */
        private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\u0085\\u2028\\u2029]");

        /** Browsers send CR LF and count one character: what they let through must fit. */
        @Override
        public Entry<String> enter(String typed) {
            String text = oneLine ? typed.replaceAll("^ +| +$", "") : typed.strip().replaceAll("\\R", "\n");
            if (text.length() > longest) {
                return Entry.refused("rtn.objection.text.tooLong", longest);
            }
            if (oneLine && (CONTROL.matcher(text).find() || !Characters.areWritable(text))) {
                return Entry.refused("rtn.objection.settings.oneLine");
            }
            return Characters.areWritable(text) ? Entry.of(text) : Entry.refused("rtn.objection.text.characters");
        }
    }
}
