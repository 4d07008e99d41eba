/* The dialog in which a merchant creates a return for the customer of an order. */
window.RtnCreateDialog = (function ($, Dialog) {
    'use strict';

    function open($opener) {
        Dialog.open($opener, '#rtn-create-form', dialog);
    }

    function dialog(base) {
        var $form = base.$form;

        /* A ground is needed as soon as something is picked that the customer could not ask for. */
        function askForGround() {
            var needed = $form.data('waived') === true || $form.find('.rtn-create-line').filter(function () {
                return parseInt($(this).find('.rtn-create-quantity').val(), 10) > parseInt($(this).attr('data-free'), 10);
            }).length > 0;
            $form.find('#rtn-ground').attr('aria-required', needed ? 'true' : 'false');
            Dialog.shown($form.find('.rtn-ground-optional'), !needed);
        }

        function create() {
            base.send(base.$modal.find('#rtn-create'), function () {
                return { url: $form.attr('action'), type: 'POST', data: $form.serialize() };
            }, base.applied);
        }

        $form.on('submit', function () {
            create();
            return false;
        });
        $form.on('input change', '.rtn-create-quantity', askForGround);
        askForGround();
        $form.find('.rtn-create-quantity').first().focus();
    }

    return { open: open };
}(jQuery, window.RtnDialog));
