/* What is asked of a withdrawal alone is shown where one is chosen. Without a script all of it is. */
(function ($) {
    'use strict';

    function show() {
        $('.rtn-basis-fields').each(function () {
            $(this).find('.rtn-basis-withdrawal').prop('hidden', $(this).find('.rtn-basis-choice').val() !== 'WITHDRAWAL');
        });
    }

    $(document).on('change', '.rtn-basis-choice', show);
    $(document).on('focusin', '#rtn-create-form', show);
    $(document).on('rtn-fetched', show);
    $(show);
}(jQuery));
