package org.broadleafreturns.admin.status;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.broadleafreturns.admin.dialog.FurtherInputs;
import org.broadleafreturns.core.document.web.UploadForm;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnRefusedException;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/**
 * Reads what a merchant sent from the status dialog. What is not even a number or a status, it objects to itself.
 *
 * <p>The dialog has two forms: one without files, of as many inputs as the return has lines, and one that carries a label, of few
 * parts, since servers take so many of them only.
 */
final class StatusForm {

    /** Stands for a missing or mangled version: it never equals a return's. */
    private static final int UNKNOWN_VERSION = -1;

    private static final Set<String> OWN = Set.of("version", "status", "message", "note");

    /** How the names of the inputs for lines begin. */
    private static final String ACCEPTED = "accepted[";

    private final String number;
    private final Map<String, String> inputs;
    private final Map<String, String> further;
    private final List<Objection> objections = new ArrayList<>();

    private StatusForm(String number, Map<String, String> inputs, Map<String, String> further) {
        this.number = number;
        this.inputs = inputs;
        this.further = further;
    }

    /**
     * @param inputs by name; of lines only those of the return are looked at, and names that no part knows are ignored
     * @param requested how many units each line of the return was requested with; asked only where that is needed
     * @throws ReturnRefusedException if an input cannot be understood
     */
    static StatusChange read(String number, Map<String, String> inputs, Supplier<Map<Long, Integer>> requested) {
        Map<String, String> further =
            FurtherInputs.of(inputs, name -> OWN.contains(name) || name.startsWith(ACCEPTED));
        return new StatusForm(number, inputs, further).read(null, requested);
    }

    /**
     * The form that carries a label.
     *
     * @param inputs by name; those of further parts in one of them
     * @param file the label, or null
     * @throws ReturnRefusedException if the file is missing or an input cannot be understood
     */
    static StatusChange readWithLabel(String number, Map<String, String> inputs, MultipartFile file) {
        return new StatusForm(number, inputs, FurtherInputs.unpacked(inputs.get(FurtherInputs.PACKED))).read(label(file), Map::of);
    }

    /**
     * Looks at a form with a file before anything else does.
     *
     * @throws ReturnRefusedException if it carries more than a label with a few words, such as quantities of lines
     */
    static void requireFewParts(MultipartHttpServletRequest form) {
        int parts = Stream.concat(form.getMultiFileMap().values().stream().map(List::size),
            form.getParameterMap().values().stream().map(values -> values.length)).mapToInt(Integer::intValue).sum();
        if (parts > UploadForm.MOST_PARTS || form.getParameterMap().keySet().stream().anyMatch(name -> name.startsWith(ACCEPTED))) {
            throw new ReturnRefusedException(List.of(Objection.general("rtn.objection.form.unreadable")));
        }
    }

    private StatusChange read(StatusChange.LabelFile label, Supplier<Map<Long, Integer>> requested) {
        ReturnStatus status = status();
        Map<Long, Integer> accepted = status == ReturnStatus.PARTIALLY_ACCEPTED ? accepted(requested.get()) : Map.of();
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        return new StatusChange(number, version(), status, inputs.get("message"), inputs.get("note"), accepted,
            label, further);
    }

    private int version() {
        return wholeNumber(inputs.get("version")).orElse(UNKNOWN_VERSION);
    }

    private ReturnStatus status() {
        String name = inputs.getOrDefault("status", "").strip();
        if (name.isEmpty()) {
            return null;
        }
        Optional<ReturnStatus> status = Arrays.stream(ReturnStatus.values()).filter(value -> value.name().equals(name)).findAny();
        if (status.isEmpty()) {
            objections.add(Objection.to("status", "rtn.objection.status.notAllowed"));
        }
        return status.orElse(null);
    }

    private Map<Long, Integer> accepted(Map<Long, Integer> requested) {
        Map<Long, Integer> accepted = new HashMap<>();
        requested.forEach((line, units) -> {
            String name = ACCEPTED + line + "]";
            if (inputs.containsKey(name)) {
                wholeNumber(inputs.get(name)).ifPresentOrElse(quantity -> accepted.put(line, quantity),
                    () -> objections.add(Objection.to(name, "rtn.objection.accepted.range", units)));
            }
        });
        return accepted;
    }

    private static StatusChange.LabelFile label(MultipartFile file) {
        if (file == null || !UploadForm.isChosen(file)) {
            throw new ReturnRefusedException(List.of(Objection.to("label", "rtn.objection.label.missing")));
        }
        return new StatusChange.LabelFile(file.getOriginalFilename(), file);
    }

    private static Optional<Integer> wholeNumber(String text) {
        String number = text == null ? "" : text.strip();
        return number.matches("-?[0-9]{1,9}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }
}
