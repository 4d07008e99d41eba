package org.broadleafreturns.site;

import java.util.ArrayList;
import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.broadleafreturns.core.document.web.UploadForm;
import org.broadleafreturns.core.draft.PhotoFile;
import org.broadleafreturns.core.kernel.Objection;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.util.WebUtils;

/**
 * The files that a shopper has sent at once. Web servers read so many parts of a form and no more, some of them ten, so no
 * more are taken.
 *
 * @param files the first of them, in their order
 * @param more whether there were more
 */
record PhotoUpload(List<PhotoFile> files, boolean more) {

    static PhotoUpload of(HttpServletRequest request) {
        MultipartHttpServletRequest multipart = WebUtils.getNativeRequest(request, MultipartHttpServletRequest.class);
        List<MultipartFile> chosen = multipart == null ? List.of() : multipart.getFiles("photos").stream()
            .filter(UploadForm::isChosen).toList();
        return new PhotoUpload(
            chosen.stream().limit(UploadForm.MOST_FILES).map(file -> new PhotoFile(file.getOriginalFilename(), file)).toList(),
            chosen.size() > UploadForm.MOST_FILES);
    }

    /** What can be seen to be wrong without looking at the files. */
    List<Objection> objections() {
        List<Objection> objections = new ArrayList<>();
        if (files.isEmpty()) {
            objections.add(Objection.to("photos", "rtn.site.photos.none"));
        }
        if (more) {
            objections.add(Objection.to("photos", "rtn.site.photos.atOnce", UploadForm.MOST_FILES));
        }
        return objections;
    }
}
