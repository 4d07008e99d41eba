/* The dialog that changes a return's status: a form, then a preview of the mail. Nothing changes before the confirmation. */
window.RtnStatusDialog = (function ($, Dialog) {
    'use strict';

    var shown = Dialog.shown;

    function open($opener) {
        Dialog.open($opener, '#rtn-status-form', dialog);
    }

    function dialog(base) {
        var labelWanted = false;

        var $modal = base.$modal;
        var $form = base.$form;
        var $status = $modal.find('#rtn-status');
        var $preview = $modal.find('#rtn-preview');
        var $sendLabel = $modal.find('#rtn-send-label');
        var $labelField = $modal.find('#rtn-label-field');
        var $label = $modal.find('#rtn-label');

        base.inputFor = (function (inputNamed) {
            return function (name) {
                if (name === 'label') {
                    wantLabel();
                }
                return name === 'accepted' ? $modal.find('#rtn-accepted') : inputNamed(name);
            };
        }(base.inputFor));

        function fitFieldsToStatus() {
            $modal.find('[data-shown-for]').each(function () {
                var visible = $(this).data('shown-for') === $status.val();
                shown($(this), visible);
                $(this).prop('disabled', !visible);
            });
            var label = labelWanted && $status.val() === 'LABEL_SENT';
            shown($labelField, label);
            $label.prop('disabled', !label);
            $sendLabel.attr('aria-expanded', label ? 'true' : 'false').toggleClass('rtn-pressed', label);
        }

        function wantLabel() {
            labelWanted = true;
            $status.val('LABEL_SENT');
            fitFieldsToStatus();
        }

        function setBusy(now) {
            base.setBusy(now);
            if (!now) {
                $modal.find('#rtn-apply-and-send').prop('disabled', $modal.find('#rtn-apply-form').data('can-mail') === false);
            }
        }

        function step(name) {
            shown($form, name === 'form');
            shown($preview, name === 'preview');
            shown($modal.find('.rtn-step-form'), name === 'form');
            shown($modal.find('.rtn-step-preview'), name === 'preview');
            $modal.find('.modal-body').scrollTop(0);
        }

        function tooLarge() {
            var file = !$label.prop('disabled') && $label.length && $label[0].files && $label[0].files[0];
            return file && file.size > $label.data('largest');
        }

        function preview() {
            if (base.isBusy()) {
                return;
            }
            if (tooLarge()) {
                base.showObjections([{ field: 'label', text: $label.data('too-large') }]);
                return;
            }
            base.clearErrors();
            setBusy(true);
            Dialog.ask({ url: $form.attr('action'), type: 'POST', data: new FormData($form[0]), processData: false, contentType: false })
                .done(function (html) {
                    var $content = Dialog.parse(html);
                    if (!$content.find('#rtn-apply-form').length) {
                        base.failed({});
                        return;
                    }
                    $preview.empty().append($content.children());
                    step('preview');
                    $preview.find('#rtn-preview-intro').focus();
                })
                .fail(base.failed)
                .always(function () {
                    setBusy(false);
                });
        }

        function apply(sendMail) {
            if (base.isBusy()) {
                return;
            }
            var $confirmation = $modal.find('#rtn-apply-form');
            base.clearErrors();
            setBusy(true);
            Dialog.ask({ url: $confirmation.attr('action'), type: 'POST', data: $confirmation.serialize() + '&sendMail=' + sendMail })
                .done(function (html) {
                    var number = Dialog.parse(html).find('#rtn-applied').data('number');
                    if (!number) {
                        setBusy(false);
                        base.failed({});
                        return;
                    }
                    base.reload('#return-' + number);
                })
                .fail(function (answer) {
                    setBusy(false);
                    base.failed(answer);
                });
        }

        $form.on('submit', function () {
            preview();
            return false;
        });
        $status.on('change', fitFieldsToStatus);
        $sendLabel.on('click', function () {
            wantLabel();
            $label.focus();
        });
        $modal.find('#rtn-back').on('click', function () {
            base.clearErrors();
            step('form');
            $modal.find('#rtn-update').focus();
        });
        $modal.find('#rtn-apply').on('click', function () {
            apply(false);
        });
        $modal.find('#rtn-apply-and-send').on('click', function () {
            apply(true);
        });
        $modal.on('click', '#rtn-reload', function () {
            base.reload('#return-' + $modal.find('.rtn-dialog').data('number'));
        });

        fitFieldsToStatus();
        $status.focus();
    }

    return { open: open };
}(jQuery, window.RtnDialog));
