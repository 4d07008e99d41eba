package org.broadleafreturns.admin.status;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadleafreturns.core.policy.Objection;
import org.broadleafreturns.core.request.ReturnLine;
import org.broadleafreturns.core.request.ReturnRefusedException;
import org.broadleafreturns.core.request.ReturnRequest;
import org.broadleafreturns.core.request.ReturnStatus;
import org.broadleafreturns.core.request.StatusChange;
import org.springframework.web.multipart.MultipartFile;

/** Reads what a merchant sent from the status dialog. What is not even a number or a status, it objects to itself. */
final class StatusForm {

    /** Stands for a missing or mangled version: it never equals a return's. */
    private static final int UNKNOWN_VERSION = -1;

    private static final Pattern ACCEPTED = Pattern.compile("accepted\\[([0-9]{1,18})]");

    private final ReturnRequest request;
    private final Map<String, String> inputs;
    private final MultipartFile file;
    private final List<Objection> objections = new ArrayList<>();

    private StatusForm(ReturnRequest request, Map<String, String> inputs, MultipartFile file) {
        this.request = request;
        this.inputs = inputs;
        this.file = file;
    }

    /**
     * @param inputs by name; unknown names are ignored
     * @param file the label, or null
     * @throws ReturnRefusedException if an input cannot be understood
     * @throws IOException if the file cannot be read
     */
    static StatusChange read(ReturnRequest request, Map<String, String> inputs, MultipartFile file) throws IOException {
        return new StatusForm(request, inputs, file).read();
    }

    private StatusChange read() throws IOException {
        ReturnStatus status = status();
        Map<Long, Integer> accepted = status == ReturnStatus.PARTIALLY_ACCEPTED ? accepted() : Map.of();
        if (!objections.isEmpty()) {
            throw new ReturnRefusedException(objections);
        }
        return new StatusChange(request.getNumber(), version(), status, inputs.get("message"), inputs.get("note"), accepted,
            label());
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

    private Map<Long, Integer> accepted() {
        Map<Long, Integer> accepted = new HashMap<>();
        inputs.forEach((name, value) -> {
            Matcher matcher = ACCEPTED.matcher(name);
            if (matcher.matches()) {
                Long line = Long.valueOf(matcher.group(1));
                wholeNumber(value).ifPresentOrElse(quantity -> accepted.put(line, quantity), () -> objectToQuantity(line));
            }
        });
        return accepted;
    }

    private void objectToQuantity(Long lineId) {
        objections.add(request.getLines().stream().filter(line -> lineId.equals(line.getId())).findFirst()
            .map(ReturnLine::getQuantityRequested)
            .map(requested -> Objection.to("accepted[" + lineId + "]", "rtn.objection.accepted.range", requested))
            .orElseGet(() -> Objection.general("rtn.objection.line.unknown")));
    }

    /** Browsers send a file input without a file as a part without name and content. */
    private StatusChange.LabelFile label() throws IOException {
        if (file == null || file.isEmpty() && (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty())) {
            return null;
        }
        return new StatusChange.LabelFile(file.getOriginalFilename(), file.getInputStream());
    }

    private static Optional<Integer> wholeNumber(String text) {
        String number = text == null ? "" : text.strip();
        return number.matches("-?[0-9]{1,9}") ? Optional.of(Integer.valueOf(number)) : Optional.empty();
    }
}
