/* What the dialogs have in common that show the mail before anything is done: a form, its preview, the confirmation. Nothing changes
   before that. */
window.RtnSteps = (function ($, Dialog) {
    'use strict';

    var shown = Dialog.shown;

    /* request: makes the options of the request for the preview; objections: what the browser itself has against the form. */
    function into(base, request, objections) {
        var $modal = base.$modal;
        var $form = base.$form;
        var $preview = $modal.find('#rtn-preview');

        function step(name) {
            shown($form, name === 'form');
            shown($preview, name === 'preview');
            shown($modal.find('.rtn-step-form'), name === 'form');
            shown($modal.find('.rtn-step-preview'), name === 'preview');
            $modal.toggleClass('rtn-previewing', name === 'preview');
            $modal.find('.modal-body').scrollTop(0);
        }

        function preview() {
            var found = objections();
            if (base.isBusy()) {
                return;
            }
            if (found.length) {
                base.showObjections(found);
                return;
            }
            base.send($modal.find('#rtn-update'), request, function ($content) {
                if (!$content.find('#rtn-apply-form').length) {
                    return false;
                }
                $preview.empty().append($content.children());
                $modal.find('#rtn-apply-and-send').prop('disabled', $modal.find('#rtn-apply-form').data('can-mail') === false);
                step('preview');
                $preview.find('#rtn-preview-intro').focus();
                return true;
            });
        }

        function apply($button, sendMail) {
            base.send($button, function () {
                var $confirmation = $modal.find('#rtn-apply-form');
                return { url: $confirmation.attr('action'), type: 'POST', data: $confirmation.serialize() + '&sendMail=' + sendMail };
            }, base.applied);
        }

        function count() {
            var $count = $form.find('.rtn-count');
            var length = ($form.find('#rtn-message').val() || '').length;
            $count.text(($count.attr('data-words') || '').replace('__', length)).toggleClass('rtn-too-long', length > $count.data('most'));
        }

        $form.on('input change', '#rtn-message', count);
        count();
        $form.on('submit', function () {
            preview();
            return false;
        });
        $modal.find('#rtn-back').on('click', function () {
            if (base.isBusy()) {
                return;
            }
            base.clearErrors();
            step('form');
            $modal.find('#rtn-update').focus();
        });
        $modal.find('#rtn-apply').on('click', function () {
            apply($(this), false);
        });
        $modal.find('#rtn-apply-and-send').on('click', function () {
            apply($(this), true);
        });
        $modal.on('click', '#rtn-reload', function () {
            base.reload('#return-' + $modal.find('.rtn-dialog').data('number'));
        });
    }

    return { into: into };
}(jQuery, window.RtnDialog));
