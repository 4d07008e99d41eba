package org.broadleafreturns.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.servlet.http.HttpServletRequest;
import org.broadleafreturns.core.draft.DraftInput;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.policy.Objection;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * What a shopper has sent from the request form. Lines are inputs named {@code quantity[ITEM]} and {@code reason[ITEM]}; the
 * buttons {@code add} and {@code remove} change the photos and lead back to the form.
 *
 * @param input what was entered, word for word
 * @param photos the files that were chosen
 * @param removed the identifier of the photo to throw away; empty for none
 * @param staying whether the form is wanted again, and not the summary
 * @param foreign whether there are inputs for something that can be no order item
 */
record RequestForm(DraftInput input, List<PhotoFile> photos, Optional<Long> removed, boolean staying, boolean foreign) {

    private static final Pattern LINE_INPUT = Pattern.compile("(quantity|reason)\\[(.*)]", Pattern.DOTALL);
    private static final Pattern IDENTIFIER = Pattern.compile("[0-9]{1,18}");

    /** Reads a request; never fails, whatever its parameters are. */
    static RequestForm of(HttpServletRequest request) {
        return of(request.getParameterMap(), photosOf(request));
    }

    static RequestForm of(Map<String, String[]> parameters, List<PhotoFile> photos) {
        Map<Long, String> quantities = new LinkedHashMap<>();
        Map<Long, String> reasons = new LinkedHashMap<>();
        boolean foreign = false;
        for (Map.Entry<String, String[]> parameter : parameters.entrySet()) {
            Matcher name = LINE_INPUT.matcher(parameter.getKey());
            String value = first(parameters, parameter.getKey());
            if (!name.matches() || value == null) {
                continue;
            }
            if (!IDENTIFIER.matcher(name.group(2)).matches()) {
                foreign = true;
                continue;
            }
            Map<Long, String> values = name.group(1).equals("quantity") ? quantities : reasons;
            values.put(Long.valueOf(name.group(2)), value.strip());
        }
        DraftInput input = new DraftInput(quantities, reasons, first(parameters, "refundType"), first(parameters, "comment"));
        Optional<Long> removed = Optional.ofNullable(first(parameters, "remove"))
            .filter(photo -> IDENTIFIER.matcher(photo).matches()).map(Long::valueOf);
        return new RequestForm(input, photos, removed, removed.isPresent() || parameters.containsKey("add"), foreign);
    }

    private static String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    /** Browsers send a file input without a file as a part without name and content. */
    private static List<PhotoFile> photosOf(HttpServletRequest request) {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        return multipart == null ? List.of() : multipart.getFiles("photos").stream()
            .filter(file -> !file.isEmpty() || file.getOriginalFilename() != null && !file.getOriginalFilename().isEmpty())
            .map(file -> new PhotoFile(file.getOriginalFilename(), file))
            .toList();
    }

    /** What can be seen to be wrong without knowing the order. */
    List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (foreign) {
            objections.add(Objection.general("rtn.objection.line.unknown"));
        }
        objections.addAll(input.objections());
        return objections;
    }
}
