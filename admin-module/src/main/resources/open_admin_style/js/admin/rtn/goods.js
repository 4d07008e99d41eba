/* The lines of goods in the status dialog: units by plus and minus, a line is split by condition, and what is not accepted of what is here
   asks for a reason. */
(function ($) {
    'use strict';

    function number($input) {
        var text = $.trim($input.val());
        return /^[0-9]{1,9}$/.test(text) ? parseInt(text, 10) : 0;
    }

    function units($line, what) {
        var sum = 0;
        $line.find('[data-goods="' + what + '"]').each(function () {
            sum += number($(this));
        });
        return sum;
    }

    /* Or need not come. */
    function here($line) {
        return parseInt($line.attr('data-received'), 10) + units($line, 'came') + units($line, 'kept');
    }

    function fit($line) {
        var refused = Math.max(0, here($line) - units($line, 'accepted'));
        $line.find('[data-goods="refused"]').text(refused);
        var $asked = $line.attr('data-decides') === 'accepted' ? $line.find('.rtn-refusal-of') : $();
        $asked.prop('hidden', refused === 0).prop('disabled', refused === 0);
        $line.find('.rtn-staying').prop('hidden', refused === 0);
        $line.find('.rtn-staying input').prop('disabled', refused === 0);
    }

    function sums($accepted) {
        var sum = { accepted: 0, refused: 0, most: 0 };
        $accepted.find('.rtn-goods-line').each(function () {
            sum.accepted += units($(this), 'accepted');
            sum.refused += parseInt($(this).find('[data-goods="refused"]').text(), 10) || 0;
            sum.most += parseInt($(this).find('[data-goods="accepted"]').attr('data-most'), 10);
        });
        return sum;
    }

    function inWords($accepted, sum) {
        return $accepted.attr('data-accepted').replace('~', sum.accepted) + ', ' + $accepted.attr('data-refused').replace('~', sum.refused);
    }

    /* What a decision comes to, in sight wherever the form is scrolled to. */
    function say($form) {
        var $accepted = $form.find('#rtn-accepted');
        window.RtnDialog.foot($form, 'goods', $accepted.length && !$accepted.closest('[disabled]').length
            ? inWords($accepted, sums($accepted)) : '');
    }

    /* All or none is no decision of its kind, and another status says it. */
    function offerStatus($accepted) {
        var sum = sums($accepted);
        var status = sum.accepted === 0 ? 'REFUSED' : sum.accepted === sum.most ? 'ACCEPTED' : '';
        var $choices = $accepted.closest('form').find('#rtn-status option');
        $accepted.find('.rtn-all-decided').each(function () {
            $(this).prop('hidden', $(this).attr('data-status') !== status || !$choices.filter('[value="' + status + '"]').length);
        });
    }

    /* As if somebody had typed it. */
    function enter(input, value) {
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
    }

    function announce($part, text) {
        $part.closest('.rtn-dialog').find('.rtn-entered').text(text);
    }

    function named($input) {
        var $article = $input.closest('.rtn-goods-line').find('.rtn-article-name, .rtn-article-detail').not('.rtn-article-codes');
        return $input.attr('aria-label') || $input.closest('.rtn-field').find('label').add($article).map(function () {
            return $.trim($(this).text());
        }).get().join(', ');
    }

    /* A button at its end stays in the way of the keyboard: who presses it does not lose the place. */
    function fitSteps($input) {
        $input.prev('.rtn-plus-minus').attr('aria-disabled', number($input) <= 0 ? 'true' : 'false');
        $input.next('.rtn-plus-minus').attr('aria-disabled', number($input) >= parseInt($input.attr('data-most'), 10) ? 'true' : 'false');
    }

    function step(words, sign, by, name) {
        return $('<button>', { type: 'button', 'class': 'rtn-plus-minus', 'data-by': by, 'aria-label': words.replace('~', name) }).text(sign);
    }

    function addSteps($modal) {
        var $dialog = $modal.find('.rtn-dialog');
        $dialog.append($('<span>', { 'class': 'rtn-hidden-label rtn-entered', role: 'status' }));
        $modal.find('.rtn-goods-line input[data-most]').each(function () {
            var name = named($(this));
            $(this).before(step($dialog.attr('data-less'), '\u2212', -1, name)).after(step($dialog.attr('data-more'), '+', 1, name))
                .parent().addClass('rtn-stepped');
            fitSteps($(this));
        });
        $modal.find('.rtn-all-of').prop('hidden', false);
    }

    /* When the dialog is shown, and whenever something is typed. */
    function fitAll($modal) {
        addSteps($modal);
        $modal.find('.rtn-goods-line[data-decides]').each(function () {
            fit($(this));
        });
        say($modal.find('form'));
    }

    $(document).on('input change', '.rtn-goods-line[data-decides] input', function () {
        fit($(this).closest('.rtn-goods-line'));
        say($(this).closest('form'));
        offerStatus($(this).closest('#rtn-accepted'));
    });

    $(document).on('input change', '.rtn-goods-line input[data-most]', function () {
        fitSteps($(this));
    });

    $(document).on('click', '.rtn-plus-minus', function () {
        var $input = $(this).siblings('input');
        if ($(this).attr('aria-disabled') !== 'true') {
            enter($input[0], number($input) + parseInt($(this).attr('data-by'), 10));
            announce($input, named($input) + ': ' + $input.val());
        }
    });

    $(document).on('click', '.rtn-all-units', function () {
        var all = $(this).attr('data-all') === 'accepted';
        var $accepted = $(this).closest('#rtn-accepted');
        $accepted.find('.rtn-goods-line').each(function () {
            var $input = $(this).find('[data-goods="accepted"]');
            enter($input[0], all ? Math.min(here($(this)), parseInt($input.attr('data-most'), 10)) : 0);
        });
        announce($accepted, inWords($accepted, sums($accepted)));
    });

    $(document).on('click', '.rtn-all-choose', function () {
        $(this).closest('form').find('#rtn-status').val($(this).closest('.rtn-all-decided').attr('data-status')).trigger('change').focus();
    });

    $(document).on('change', '#rtn-status', function () {
        say($(this).closest('form'));
    });

    /* What was typed before the page was loaded again stands in as many heaps as it did then. */
    $(document).on('change', '.rtn-heap[hidden] input', function () {
        if (this.value) {
            $(this).closest('.rtn-heap').prop('hidden', false);
        }
    });

    /* One reason is mostly the reason for all. */
    $(document).on('change', '.rtn-refusal-reason', function () {
        var reason = this.value;
        $(this).closest('.rtn-goods').find('.rtn-refusal-reason').not(this).each(function () {
            if (!this.value) {
                $(this).val(reason);
            }
        });
    });

    $(document).on('click', '.rtn-split', function () {
        var $hidden = $(this).closest('.rtn-heaps').find('.rtn-heap[hidden]');
        $hidden.first().prop('hidden', false).find('input').focus();
        $(this).prop('hidden', $hidden.length < 2);
    });

    window.RtnGoods = { fit: fitAll };
}(jQuery));
