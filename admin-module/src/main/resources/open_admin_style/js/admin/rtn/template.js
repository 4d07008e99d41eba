/* Texts to choose from beside the message to the customer. What was written stays: a text is put below it, and another one in the place
   of one that nobody has changed. */
(function ($) {
    'use strict';

    var INSERTED = 'rtn-inserted';

    function without(text, inserted) {
        return inserted && text.slice(-inserted.length) === inserted ? text.slice(0, -inserted.length) : text;
    }

    $(document).on('change', '.rtn-template', function () {
        var $message = $(this).closest('form').find('textarea[name="message"]');
        var chosen = $(this).find('option:selected').attr('data-text') || '';
        var written = without($message.val(), $message.data(INSERTED)).replace(/\s+$/, '');
        var inserted = chosen && written ? '\n\n' + chosen : chosen;
        $message.val(written + inserted).data(INSERTED, inserted).trigger('input');
    });
}(jQuery));
