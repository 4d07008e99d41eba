/* The label in the status dialog: a file field that takes a file that is dropped on it, and shows the one that it has. */
window.RtnLabel = (function ($, Dialog) {
    'use strict';

    var KILOBYTE = 1024;
    /* What a browser can show without running anything that it holds. */
    var SHOWN = ['application/pdf', 'image/png', 'image/jpeg'];
    var shown = Dialog.shown;

    function carriesFiles(event) {
        var data = event.originalEvent && event.originalEvent.dataTransfer;
        return !!data && $.inArray('Files', $.makeArray(data.types)) >= 0;
    }

    function size(file, $size) {
        var megabyte = KILOBYTE * KILOBYTE;
        var language = $size.closest('[lang]').attr('lang');
        return file.size < megabyte
            ? $size.attr('data-kilobytes').replace('~', Math.max(1, Math.round(file.size / KILOBYTE)).toLocaleString(language))
            : $size.attr('data-megabytes').replace('~', (Math.round(10 * file.size / megabyte) / 10).toLocaleString(language));
    }

    function into(base) {
        var $modal = base.$modal;
        var $label = $modal.find('#rtn-label');
        var $drop = $modal.find('.rtn-drop');
        var $look = $drop.find('.rtn-picked-look');
        var removing = false;
        var kept = null;

        function file() {
            return $label.length && $label[0].files && $label[0].files[0] || null;
        }

        function put(chosen) {
            var data = new window.DataTransfer();
            data.items.add(chosen);
            $label[0].files = data.files;
        }

        function objections() {
            if (!file()) {
                return [{ field: 'label', text: $label.data('missing') }];
            }
            return file().size > $label.data('largest') ? [{ field: 'label', text: $label.data('too-large') }] : [];
        }

        function show() {
            var chosen = file();
            shown($drop.find('.rtn-drop-words'), !chosen);
            shown($drop.find('.rtn-picked'), !!chosen);
            $drop.find('.rtn-picked-name').text(chosen ? chosen.name : '');
            $drop.find('.rtn-size').text(chosen ? size(chosen, $drop.find('.rtn-size')) : '');
            if ($look.attr('href')) {
                window.URL.revokeObjectURL($look.attr('href'));
                $look.removeAttr('href');
            }
            var showable = !!chosen && $.inArray(chosen.type, SHOWN) >= 0;
            if (showable) {
                $look.attr('href', window.URL.createObjectURL(chosen));
            }
            shown($look, showable);
        }

        /* After the dialog has forgiven what was wrong with the file before. */
        $modal.on('change', '#rtn-label', function () {
            /* Whoever calls the choice of another file off keeps the one that there was. */
            if (!file() && kept && !removing) {
                put(kept);
            }
            kept = file();
            show();
            if (kept && objections().length) {
                base.showObjections(objections());
            }
        });
        $drop.find('.rtn-picked-replace').on('click', function () {
            $label[0].click();
        });
        $drop.find('.rtn-picked-remove').on('click', function () {
            removing = true;
            $label.val('').trigger('change');
            removing = false;
            $label.focus();
        });

        $drop.on('dragenter dragover', function (event) {
            $drop.toggleClass('rtn-dropping', carriesFiles(event));
        }).on('dragleave drop', function () {
            $drop.removeClass('rtn-dropping');
        }).on('drop', function (event) {
            if (!carriesFiles(event)) {
                return;
            }
            event.preventDefault();
            var files = event.originalEvent.dataTransfer.files;
            if (files.length !== 1) {
                base.showObjections([{ field: 'label', text: $label.data('one') }]);
                return;
            }
            put(files[0]);
            $label.trigger('change').focus();
        });
        /* A file that is dropped beside it must not take the place of the page, with all that was typed. */
        $(document).on('dragover.rtn-label drop.rtn-label', function (event) {
            if (carriesFiles(event)) {
                event.preventDefault();
            }
        });
        $modal.on('hidden', function () {
            $(document).off('.rtn-label');
            if ($look.attr('href')) {
                window.URL.revokeObjectURL($look.attr('href'));
            }
        });

        return { file: file, objections: objections };
    }

    return { into: into };
}(jQuery, window.RtnDialog));
