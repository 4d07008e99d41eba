package org.broadleafreturns.admin.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.broadleafreturns.admin.words.FieldMessage;

/** The inputs of the page with the settings: what is in force or what was typed, and what is wrong with it. */
public final class SettingsForm {

    /** Stands for a missing or mangled version: it never equals that of any settings. */
    private static final int UNKNOWN_VERSION = -2;
    private static final String VERSION = "version";

    private final Map<String, String> inputs;
    private final List<FieldMessage> faults;

    private SettingsForm(Map<String, String> inputs, List<FieldMessage> faults) {
        this.inputs = inputs;
        this.faults = faults;
    }

    /** @param settings what is in force, by names of inputs */
    static SettingsForm of(int version, Map<String, String> settings) {
        Map<String, String> inputs = new HashMap<>(settings);
        inputs.put(VERSION, Integer.toString(version));
        return new SettingsForm(inputs, List.of());
    }

    /** The platform may hand on an input without a value. */
    static SettingsForm typed(Map<String, String> inputs, List<FieldMessage> faults) {
        Map<String, String> typed = new HashMap<>(inputs);
        typed.values().removeIf(Objects::isNull);
        return new SettingsForm(typed, List.copyOf(faults));
    }

    /** Of the settings that were shown when this was typed. */
    int version() {
        String text = value(VERSION).strip();
        return text.matches("-?[0-9]{1,9}") ? Integer.parseInt(text) : UNKNOWN_VERSION;
    }

    /**
     * What was typed into the inputs of these names, empty where nothing came: a box that is not ticked does not. Whatever else
     * came is left out.
     */
    Map<String, String> read(List<String> names) {
        Map<String, String> read = new HashMap<>();
        names.forEach(name -> read.put(name, value(name).strip()));
        return read;
    }

    /** What an input holds. */
    public String value(String name) {
        return inputs.getOrDefault(name, "");
    }

    /** Whether an input with choices holds this one. */
    public boolean holds(String name, String choice) {
        return value(name).equals(choice);
    }

    /** Whether one of the two of a question is the one for what an input holds; without an answer it is no. */
    public boolean answers(String name, String answer) {
        return answer.equals(Boolean.toString(holds(name, "true")));
    }

    /** What is wrong with an input, or null. */
    public String fault(String name) {
        return faults.stream().filter(fault -> fault.field().equals(name)).map(FieldMessage::text).findFirst().orElse(null);
    }

    /** The identifiers of what explains an input. */
    public String describedBy(String name) {
        return fault(name) == null ? id(name) + "-help" : id(name) + "-error " + id(name) + "-help";
    }

    /** An input's identifier on the page. */
    public String id(String name) {
        return "rtn-" + name.replace('.', '-');
    }
}
