package org.broadleafreturns.site;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafreturns.core.document.ReturnDocument;
import org.broadleafreturns.core.document.web.DocumentDownload;
import org.broadleafreturns.core.document.web.UploadForm;
import org.broadleafreturns.core.draft.ReturnDraft;
import org.broadleafreturns.core.draft.ReturnDraftService;
import org.broadleafreturns.core.kernel.Objection;
import org.broadleafreturns.core.kernel.ReturnNotFoundException;
import org.broadleafreturns.core.settings.ReturnsSettings;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The photos of a draft. They are sent by a form of their own, since web servers bound the parts of a form with files, and a form
 * with the lines of an order has as many as the order wants. Whatever is wrong is said on a page of its own address, behind a
 * redirect: the one that files are sent to has the session's token in it.
 */
@Controller
@RequestMapping({FormAddress.FORM + FormAddress.DRAFT + "/photos", FormAddress.GUESTS_FORM + FormAddress.DRAFT + "/photos"})
class PhotosController {

    private static final String ERRORS = "rtnPhotoErrors";

    private final ReturnDraftService drafts;
    private final DocumentDownload download;
    private final ReturnsSettings settings;
    private final ShopperLimits limits;
    private final ShopperWords words;
    private final DraftPages pages;
    private final Visitors visitors;

    PhotosController(ReturnDraftService drafts, DocumentDownload download, ReturnsSettings settings, ShopperLimits limits,
            ShopperWords words, DraftPages pages, Visitors visitors) {
        this.drafts = drafts;
        this.download = download;
        this.settings = settings;
        this.limits = limits;
        this.words = words;
        this.pages = pages;
        this.visitors = visitors;
    }

    @GetMapping
    String form(@PathVariable("token") String token, @RequestParam(value = "order", defaultValue = "") String given,
            HttpServletRequest request, HttpServletResponse response, Model model) {
        String orderNumber = pages.orderNumber(given, token);
        Order order = pages.order(orderNumber);
        Optional<ReturnDraft> draft = drafts.find(order.getOrderNumber(), visitors.ofOrder(orderNumber), token);
        if (draft.isEmpty()) {
            return pages.sentOrGone(orderNumber, token, response, model);
        }
        if (TooLargePhotosResolver.sentBack(request)) {
            model.addAttribute(ERRORS, List.of(words.of(tooLarge())));
        }
        int left = Math.max(0, settings.maximumPhotos() - draft.get().getPhotos().size());
        model.addAttribute("rtnOrder", order);
        model.addAttribute("rtnTitle", words.formTitle("rtn.site.photos.title", model.containsAttribute(ERRORS)));
        model.addAttribute("rtnAddress", FormAddress.here(order.getOrderNumber(), token));
        model.addAttribute("rtnPhotos", draft.get().getPhotos());
        model.addAttribute("rtnPhotosLeft", Math.min(left, UploadForm.MOST_FILES));
        model.addAttribute("rtnMegabytes", settings.maximumFileSize() / DraftPages.MEGABYTE);
        return "account/returns/photos";
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    String add(@PathVariable("token") String token, @RequestParam(value = "order", defaultValue = "") String orderNumber,
            HttpServletRequest request, HttpServletResponse response, Model model, RedirectAttributes afterwards) {
        PhotoUpload upload = PhotoUpload.of(request);
        Duration wait = limits.count(visitors.ofOrder(orderNumber), upload.files().size());
        pages.order(orderNumber);
        FormAddress address = FormAddress.here(orderNumber, token);
        List<Objection> objections = new ArrayList<>();
        if (wait.isZero()) {
            try {
                objections.addAll(drafts.addPhotos(orderNumber, visitors.ofOrder(orderNumber), token, upload.files()));
            } catch (ReturnNotFoundException e) {
                return pages.sentOrGone(orderNumber, token, response, model);
            }
            objections.addAll(upload.objections());
        } else {
            objections.add(DraftPages.tooMany(wait));
        }
        if (objections.isEmpty()) {
            return DraftPages.redirect(address.edit() + "#rtn-photos", model);
        }
        afterwards.addFlashAttribute(ERRORS, objections.stream().map(words::of).distinct().toList());
        return DraftPages.redirect(address.photos(), model);
    }

    @GetMapping("/{photo:[0-9]+}")
    void photo(@PathVariable("token") String token, @PathVariable("photo") String photo,
            @RequestParam(value = "order", defaultValue = "") String orderNumber, HttpServletResponse response) throws IOException {
        pages.order(orderNumber);
        ReturnDocument found = drafts.find(orderNumber, visitors.ofOrder(orderNumber), token).stream()
            .flatMap(draft -> draft.getPhotos().stream())
            .filter(document -> document.getId().toString().equals(photo))
            .findFirst().orElseThrow(ReturnNotFoundException::new);
        download.send(found, response);
    }

    private Objection tooLarge() {
        return Objection.to("photos", "rtn.objection.photos.tooLarge", settings.maximumFileSize() / DraftPages.MEGABYTE);
    }
}
