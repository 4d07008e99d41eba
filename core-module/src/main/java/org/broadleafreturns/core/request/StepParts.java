package org.broadleafreturns.core.request;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.broadleafreturns.core.kernel.Actor;
import org.broadleafreturns.core.kernel.Objection;

/** All that takes part in the steps which merchants enter. */
class StepParts {

    /** How long the name of an input can be. */
    static final int NAME_LENGTH = 120;

    /** What the dialogs send beside the parts. */
    private static final Set<String> TAKEN = Set.of("version", "status", "token", "inputs", "lines", "ground", "confirm", "comment");

    /** How the name of an input for a line begins. */
    private static final Pattern OF_LINE = Pattern.compile("([a-z][a-z0-9-]*)\\[([0-9]{1,19})\\]");

    private final List<StepPart> parts;

    /** @throws IllegalStateException if two have the same name, or one that cannot be */
    StepParts(List<StepPart> parts) {
        this.parts = List.copyOf(parts);
        Set<String> names = new HashSet<>(TAKEN);
        for (StepPart part : parts) {
            if (!part.name().matches("[a-z][a-z0-9-]*") || !names.add(part.name())) {
                throw new IllegalStateException("No name for a part of a step, or one that is taken: " + part.name() + " of "
                    + part.getClass().getName());
            }
        }
    }

    /** What was entered, without what no part asks for. */
    EnteredStep entered(ReturnRequest request, ReturnStatus to, StatusChange change, Actor actor) {
        return new EnteredStep(request, to, change.with(to == null ? Map.of() : inputs(request, to, change.inputs())), actor);
    }

    /** The same of a return that is being created. */
    EnteredStep entered(ReturnRequest request, CreateReturn command, Actor actor) {
        return entered(request, ReturnStatus.REQUESTED, new StatusChange(request.getNumber(), request.getVersion(),
            ReturnStatus.REQUESTED, null, null, Map.of(), null, command.inputs()), actor);
    }

    private Map<String, String> inputs(ReturnRequest request, ReturnStatus to, Map<String, String> sent) {
        Map<String, String> own = new TreeMap<>();
        if (!sent.isEmpty()) {
            for (StepPart part : parts) {
                part.inputs(request, to).forEach(name -> {
                    if (!owns(part, name) || name.length() > NAME_LENGTH) {
                        throw new IllegalStateException("No name for an input of the part " + part.name() + ": " + name);
                    }
                    String text = Texts.orNull(sent.get(name));
                    if (text != null) {
                        own.put(name, text);
                    }
                });
            }
        }
        return own;
    }

    private static boolean owns(StepPart part, String input) {
        return input.equals(part.name()) || input.startsWith(part.name() + ".") || input.startsWith(part.name() + "[");
    }

    /** What is wrong with what was entered. A part is asked once its texts can be stored. */
    List<Objection> objections(EnteredStep step) {
        List<Objection> objections = new ArrayList<>();
        each(part -> {
            List<Objection> toTexts = step.inputs().entrySet().stream().filter(input -> owns(part, input.getKey()))
                .flatMap(input -> Texts.objectionTo(input.getKey(), input.getValue()).stream()).toList();
            objections.addAll(toTexts.isEmpty() ? part.objections(step) : toTexts);
        });
        return objections;
    }

    /** A line of another return, or one that has gone from this one, is not silently passed over. */
    List<Objection> objectionsToForeignLines(ReturnRequest request, Map<String, String> sent) {
        Set<String> own = request.getLines().stream().map(line -> String.valueOf(line.getId())).collect(Collectors.toSet());
        boolean foreign = sent.keySet().stream().map(OF_LINE::matcher).filter(Matcher::lookingAt)
            .anyMatch(named -> !own.contains(named.group(2)) && parts.stream().anyMatch(part -> part.name().equals(named.group(1))));
        return foreign ? List.of(Objection.general("rtn.objection.line.unknown")) : List.of();
    }

    /** What may have changed since the preview. */
    List<Objection> objectionsByNow(EnteredStep step) {
        List<Objection> objections = new ArrayList<>();
        each(part -> objections.addAll(part.objectionsByNow(step)));
        return objections;
    }

    /** For the page that the merchant confirms. */
    List<String> said(EnteredStep step, Map<Long, String> articles, Locale reader) {
        List<String> said = new ArrayList<>();
        each(part -> said.addAll(part.said(step, articles, reader)));
        return said;
    }

    /** What was entered with what the parts have made of it, as it is kept. */
    StatusChange kept(EnteredStep step) {
        Map<String, String> kept = new TreeMap<>(step.inputs());
        each(part -> kept.putAll(part.made(step)));
        return step.change().with(kept);
    }

    boolean holdMail(EnteredStep step) {
        return parts.stream().anyMatch(part -> part.holdsMail(step));
    }

    void perform(EnteredStep step, Happening happening) {
        each(part -> part.perform(step, happening));
    }

    private void each(Consumer<StepPart> work) {
        parts.forEach(work);
    }
}
