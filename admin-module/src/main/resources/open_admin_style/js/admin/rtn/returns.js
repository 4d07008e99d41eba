/* The list of returns, the panel with an order's returns, and the page with the settings. */
(function ($) {
    'use strict';

    var HIGHLIGHT = 'rtn-highlight';

    function namedReturn() {
        return /^#(return|delivery)-/.test(window.location.hash) && document.getElementById(window.location.hash.slice(1));
    }

    /* How much of what scrolls is above it. What is near the top anyway is seen with what is above it. */
    function distance(measured, seen) {
        return measured < 0.45 * seen ? 0 : measured;
    }

    /* Below the platform's bar that stays on top. What scrolls is the window, or in Broadleaf 7.0 a part of it. */
    function scrollTo(named) {
        var bar = $('.sticky-container:visible').first();
        var part = $(named).parents('.main-content').filter(function () {
            return $(this).css('overflow-y') === 'auto';
        });
        var above = (bar.length ? bar.outerHeight() : 0) + 20;
        if (part.length) {
            /* What is around it does not scroll by hand, but a browser that follows an address moves it. */
            part.parents().scrollTop(0);
            part[0].scrollTop = distance(part[0].scrollTop + named.getBoundingClientRect().top - part[0].getBoundingClientRect().top - above,
                part[0].clientHeight);
        } else {
            var before = $(window).scrollTop();
            window.scrollTo(0, distance($(named).offset().top - above, window.innerHeight));
            if ($(window).scrollTop() !== before) {
                /* The platform's bar takes its place only at the next frame, which would move what is pressed meanwhile. */
                $(window).trigger('scroll');
            }
        }
    }

    /* Shows the return or delivery that the address names. The platform's own scripts move the page for a while after it was loaded, so
       this follows until they are done or the merchant does something. */
    function showNamedReturn() {
        var named = namedReturn();
        var following = true;
        $('.' + HIGHLIGHT).removeClass(HIGHLIGHT);
        if (!named) {
            return;
        }
        window.RtnPanel.show(named);
        var news = $(named).addClass(HIGHLIGHT).find('.rtn-confirmation, [aria-invalid="true"]');
        var target = news.length ? news[0] : named;

        /* Such as a screen reader, which sends no key. */
        function somebodyWentElsewhere() {
            var active = document.activeElement;
            return active !== target && active !== named && $(active).closest('.rtn-panel, .modal').length > 0;
        }

        function follow() {
            following = following && !somebodyWentElsewhere();
            if (following) {
                if (document.activeElement !== target) {
                    target.focus({ preventScroll: true });
                }
                scrollTo(named);
            }
        }

        $(document).one('mousedown keydown wheel touchstart', function () {
            following = false;
        });
        /* The browser gives the focus to what the address names when it has loaded everything. */
        $(window).one('load', follow);
        $.each([0, 200, 500, 1000], function (index, delay) {
            window.setTimeout(follow, delay);
        });
    }

    /* While a page is loaded it moves: to its return, to what was wrong, or because the platform lays it out once more. What somebody
       presses then lies elsewhere when the button of the mouse comes up again. It was meant all the same. */
    function countWhatIsPressed() {
        var pressed = null;
        document.addEventListener('mousedown', function (event) {
            pressed = { on: event.button === 0 && $(event.target).closest('button, a[href], summary')[0], x: event.clientX, y: event.clientY };
        }, true);
        document.addEventListener('mouseup', function (event) {
            var was = pressed;
            pressed = null;
            if (was && was.on && $(was.on).closest('[class*="rtn-"]').length && was.x === event.clientX && was.y === event.clientY
                    && !was.on.contains(event.target)) {
                was.on.click();
            }
        }, true);
    }

    /* What was wrong is not wrong any more when it is changed; the next answer says it anew. */
    function forgive() {
        var $input = $(this);
        var left = $.grep(($input.attr('aria-describedby') || '').split(' '), function (id) {
            return !$(document.getElementById(id)).filter('.rtn-error, .rtn-faults, .rtn-delivery-error').remove().length;
        }).join(' ');
        $input.removeAttr('aria-invalid aria-describedby').closest('.rtn-field').removeClass('rtn-invalid');
        if (left) {
            $input.attr('aria-describedby', left);
        }
    }

    /* Of the platform's list, which has words of one language in its templates and gets new rows in the background. */
    function translateList() {
        $('#rtn-words li').each(function () {
            var english = $(this).data('english');
            var word = $(this).text();
            $('.list-grid-no-results, .listgrid-table-footer-message span, .listgrid-container option, .filter-button').filter(function () {
                return !$(this).children().length && $.trim($(this).text()) === english;
            }).text(word);
            $('.listgrid-container [placeholder]').filter(function () {
                return this.placeholder === english;
            }).attr('placeholder', word);
        });
    }

    countWhatIsPressed();

    $(document).ready(function () {
        if ($('#rtn-words').length) {
            $('#rtn-words').parent().attr('lang', $('#rtn-words').attr('lang'));
            translateList();
            $(document).ajaxComplete(function () {
                window.setTimeout(translateList);
            });
        }
        if ($('.rtn-desk').length) {
            window.RtnDesk.open();
        }

        $('.rtn-settings, .rtn-panel').on('input change', '[aria-invalid="true"]', forgive);

        if ($('.rtn-settings').length) {
            /* Broadleaf 3.1 has the buttons beside the way to the page, 7.0 beside its title. */
            $('.rtn-save').addClass('entity-form-actions').insertBefore('.breadcrumb-container > .clear');
            $('#rtn-save').appendTo('#content-title-bar');
            $('#rtn-settings-form').on('submit', function () {
                $('#rtn-save').prop('disabled', true).addClass('rtn-waiting');
            });
            $('.rtn-withdrawal').on('submit', 'form', function () {
                $(this).find('button').prop('disabled', true);
            });
            $(window).on('pageshow', function () {
                $('#rtn-save').prop('disabled', false).removeClass('rtn-waiting');
                $('.rtn-withdrawal form button').prop('disabled', false);
            });
            var wrong = $('.rtn-settings [aria-invalid=true]');
            (wrong.length ? wrong : $('.rtn-settings').find('.rtn-alert, .rtn-confirmation')).first().focus();
        }

        if ($('.rtn-panel').length) {
            window.RtnDesk.showWay();
            $('body').on('click', '.rtn-update-status', function () {
                $(document).off('ajaxComplete.rtnNext');
                window.RtnStatusDialog.open($(this));
            });
            $('body').on('click', '.rtn-correct', function () {
                window.RtnCorrectDialog.open($(this));
            });
            $('body').on('click', '.rtn-refund-open', function () {
                window.RtnRefund.open($(this));
            });
            $('body').on('click', '.rtn-tell-open', function () {
                window.RtnRefund.tell($(this));
            });
            $('body').on('click', '.rtn-create-return', function () {
                window.RtnCreateDialog.open($(this));
            });
            /* The page comes without them, so that nobody presses one before somebody listens. */
            $('.rtn-opens').prop('disabled', false);
            $('body').on('submit', '.rtn-send-again-form, .rtn-delivery-form, .rtn-refund-settle', function () {
                $(this).find('button').prop('disabled', true);
            });
            $(window).on('hashchange', showNamedReturn);
            showNamedReturn();
        }
    });
}(jQuery));
