/* The list of returns, and the panel with an order's returns. */
(function ($) {
    'use strict';

    var HIGHLIGHT = 'rtn-highlight';

    /* Shows the return that the address names, below the platform's bar that stays on top. */
    function showNamedReturn() {
        var named = window.location.hash.indexOf('#return-') === 0 && document.getElementById(window.location.hash.slice(1));
        if (!named) {
            return;
        }
        var bar = $('.sticky-container:visible').first();
        var confirmation = $(named).find('.rtn-confirmation');
        $('.' + HIGHLIGHT).removeClass(HIGHLIGHT);
        $(named).addClass(HIGHLIGHT);
        (confirmation.length ? confirmation[0] : named).focus();
        window.scrollTo(0, $(named).offset().top - (bar.length ? bar.outerHeight() : 0) - 20);
    }

    $(document).ready(function () {
        if ($('#sectionKey').text() === 'returns') {
            $('body').addClass('rtn-list').on('click', '.list-grid-table tbody tr', function (event) {
                var link = $(this).data('link');
                if (link && !$(event.target).closest('a').length) {
                    window.location = link;
                }
            });
        }

        if ($('.rtn-panel').length) {
            $('body').on('click', '.rtn-update-status', function () {
                window.RtnStatusDialog.open($(this));
            });
            $('body').on('submit', '.rtn-send-again-form', function () {
                $(this).find('button').prop('disabled', true);
            });
            $(window).on('hashchange', showNamedReturn);
            showNamedReturn();
            /* Once more when the platform's own scripts have arranged the page. */
            $(window).on('load', showNamedReturn);
        }
    });
}(jQuery));
