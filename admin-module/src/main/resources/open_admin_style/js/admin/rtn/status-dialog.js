/* The dialog that changes a return's status: a form, then a preview of the mail. Nothing changes before the confirmation. */
window.RtnStatusDialog = (function ($, Dialog) {
    'use strict';

    var TOKENS = ['csrfToken', 'stateVersionToken'];
    var OWN = ['version', 'status', 'message'];
    var shown = Dialog.shown;

    function open($opener) {
        Dialog.open($opener, '#rtn-status-form', dialog);
    }

    function dialog(base) {
        var labelWanted = false;

        var $modal = base.$modal;
        var $form = base.$form;
        var $status = $modal.find('#rtn-status');
        var $sendLabel = $modal.find('#rtn-send-label');
        var $labelField = $modal.find('#rtn-label-field');
        var $label = $modal.find('#rtn-label');
        var label = window.RtnLabel.into(base);

        base.inputFor = (function (inputNamed) {
            return function (name) {
                if (name === 'label') {
                    wantLabel();
                }
                return inputNamed(name);
            };
        }(base.inputFor));

        function fitFieldsToStatus() {
            $modal.find('[data-shown-for]').each(function () {
                var visible = $.inArray($status.val(), $(this).attr('data-shown-for').split(' ')) >= 0;
                shown($(this), visible);
                $(this).prop('disabled', !visible);
            });
            var status = $status.val();
            var open = labelWanted && status === 'LABEL_SENT';
            shown($modal.find('.rtn-label-button'), !status || status === 'LABEL_SENT');
            shown($labelField, open);
            $label.prop('disabled', !open);
            $sendLabel.attr('aria-expanded', open ? 'true' : 'false').toggleClass('rtn-pressed', open);
        }

        function wantLabel() {
            labelWanted = true;
            $status.val('LABEL_SENT');
            fitFieldsToStatus();
        }

        function sendsLabel() {
            return $label.length > 0 && !$label.prop('disabled');
        }

        function value(name) {
            return $form.find('[name="' + name + '"]').val();
        }

        /* Without what is there for other statuses: the platform's jQuery sends what stands in a disabled fieldset, too. */
        function sentInputs() {
            return $form.find('input, select, textarea').filter(function () {
                return !$(this).closest('[disabled]').length;
            });
        }

        /* Of the parts of the dialog that the form does not know, as one text. */
        function furtherInputs() {
            return sentInputs().filter(function () {
                return $.inArray(this.name, OWN.concat(TOKENS)) < 0;
            }).serialize();
        }

        /* A form of its own and of few parts, of which servers take so many only: what stands beside the lines, and the label. */
        function labelForm() {
            var tokens = {};
            var parts = new FormData();
            $.each(TOKENS, function (index, name) {
                if (value(name)) {
                    tokens[name] = value(name);
                }
            });
            $.each(OWN, function (index, name) {
                parts.append(name, value(name));
            });
            parts.append('inputs', furtherInputs());
            parts.append('label', label.file());
            return { url: $form.attr('action') + '?' + $.param(tokens), type: 'POST', data: parts, processData: false, contentType: false };
        }

        window.RtnSteps.into(base, function () {
            return sendsLabel() ? labelForm() : { url: $form.attr('action'), type: 'POST', data: sentInputs().serialize() };
        }, function () {
            return sendsLabel() ? label.objections() : [];
        });
        /* What was wrong was wrong for another step. */
        $status.on('change', function () {
            fitFieldsToStatus();
            base.clearErrors();
        });
        /* The browser gives no page a file that was chosen on another one. */
        base.restored = function (before) {
            if (before.file) {
                wantLabel();
            }
        };
        /* Opens the field, or closes it again for those who give the label in another way. */
        $sendLabel.on('click', function (event) {
            if (event.originalEvent && event.originalEvent.detail > 1) {
                return;
            }
            if (sendsLabel()) {
                labelWanted = false;
                fitFieldsToStatus();
            } else {
                var before = $status.val();
                wantLabel();
                if ($status.val() !== before) {
                    $status.trigger('change');
                }
                $label.focus();
            }
        });

        window.RtnGoods.fit($modal);
        fitFieldsToStatus();
        $status.focus();
    }

    return { open: open };
}(jQuery, window.RtnDialog));
