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

    /* When the dialog is shown, and whenever something is typed. */
    function fitAll($modal) {
        $modal.find('.rtn-goods-line[data-decides]').each(function () {
            fit($(this));
        });
    }

    $(document).on('input change', '.rtn-goods-line[data-decides] input', function () {
        fit($(this).closest('.rtn-goods-line'));
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
