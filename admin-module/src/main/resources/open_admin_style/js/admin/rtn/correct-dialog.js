/* The dialog that corrects a return: a form, then a preview of the mail. Nothing changes before the confirmation. */
window.RtnCorrectDialog = (function ($, Dialog) {
    'use strict';

    function open($opener) {
        Dialog.open($opener, '#rtn-correct-form', dialog);
    }

    function dialog(base) {
        var $form = base.$form;

        function tell($line) {
            Dialog.shown($line.find('.rtn-correct-taken-out'), $.trim($line.find('.rtn-correct-quantity').val()) === '0');
        }

        $form.on('input change', '.rtn-correct-quantity', function () {
            tell($(this).closest('.rtn-correct-line'));
        });
        /* What is not in the return has not been received for it. */
        $form.on('click', '.rtn-take-out', function () {
            var $line = $(this).closest('.rtn-correct-line');
            $line.find('.rtn-correct-received').filter(function () {
                return this.value !== '';
            }).val('0').trigger('change');
            $line.find('.rtn-correct-quantity').val('0').trigger('change').focus();
        });

        window.RtnSteps.into(base, function () {
            return { url: $form.attr('action'), type: 'POST', data: $form.serialize() };
        }, function () {
            return [];
        });
        $form.find('.rtn-correct-quantity').first().focus();
    }

    return { open: open };
}(jQuery, window.RtnDialog));
