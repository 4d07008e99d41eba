/* The lines of goods in the status dialog: a line is split by condition, and what is not accepted of what is here asks for a reason. */
(function ($) {
    'use strict';

    function units($line, what) {
        var sum = 0;
        $line.find('[data-goods="' + what + '"]').each(function () {
            var text = $.trim(this.value);
            sum += /^[0-9]{1,9}$/.test(text) ? parseInt(text, 10) : 0;
        });
        return sum;
    }

    function fit($line) {
        var here = parseInt($line.attr('data-received'), 10) + units($line, 'came') + units($line, 'kept');
        var refused = Math.max(0, here - units($line, 'accepted'));
        $line.find('[data-goods="refused"]').text(refused);
        var $asked = $line.attr('data-decides') === 'accepted' ? $line.find('.rtn-refusal-of') : $();
        $asked.prop('hidden', refused === 0).prop('disabled', refused === 0);
        $line.find('.rtn-staying').prop('hidden', refused === 0);
        $line.find('.rtn-staying input').prop('disabled', refused === 0);
    }

    /* What a decision comes to, in sight wherever the form is scrolled to. */
    function say($form) {
        var $accepted = $form.find('#rtn-accepted');
        var sum = { accepted: 0, refused: 0 };
        $accepted.find('.rtn-goods-line').each(function () {
            sum.accepted += units($(this), 'accepted');
            sum.refused += parseInt($(this).find('[data-goods="refused"]').text(), 10) || 0;
        });
        window.RtnDialog.foot($form, 'goods', $accepted.length && !$accepted.closest('[disabled]').length
            ? $accepted.attr('data-accepted').replace('~', sum.accepted) + ', ' + $accepted.attr('data-refused').replace('~', sum.refused)
            : '');
    }

    /* When the dialog is shown, and whenever something is typed. */
    function fitAll($modal) {
        $modal.find('.rtn-goods-line[data-decides]').each(function () {
            fit($(this));
        });
        say($modal.find('form'));
    }

    $(document).on('input change', '.rtn-goods-line[data-decides] input', function () {
        fit($(this).closest('.rtn-goods-line'));
        say($(this).closest('form'));
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
