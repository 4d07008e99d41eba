/* What can be sold again, in the status dialog: filled in by what is typed of the goods, line by line, until somebody types another number. */
(function ($) {
    'use strict';

    var FORM = '#rtn-status-form';

    /* What is there for other statuses is disabled. */
    function open($inputs) {
        return $inputs.filter(function () {
            return !this.disabled && !$(this).closest('[disabled]').length;
        });
    }

    function named($form, test) {
        return open($form.find('input, select').filter(function () {
            return test(this.name);
        }));
    }

    function number(text) {
        return /^[0-9]{1,9}$/.test($.trim(text)) ? parseInt($.trim(text), 10) : 0;
    }

    function units($form, name) {
        return number(named($form, function (other) {
            return other === name;
        }).first().val() || '');
    }

    function accepted($form, $line, id) {
        switch ($form.find('#rtn-status').val()) {
        case 'ACCEPTED':
            return parseInt($line.attr('data-requested'), 10);
        case 'PARTIALLY_ACCEPTED':
            return units($form, 'accepted[' + id + ']');
        default:
            return 0;
        }
    }

    /* Of what comes now, as far as its condition is one to be sold again, or was not noted. */
    function comingSellable($form, id, sellable) {
        var sum = 0;
        named($form, function (name) {
            return name.indexOf('received[' + id + '].') === 0 && !/condition$/.test(name);
        }).each(function () {
            var name = this.name + '.condition';
            var condition = named($form, function (other) {
                return other === name;
            }).first().val();
            sum += !condition || $.inArray(condition, sellable) >= 0 ? number(this.value) : 0;
        });
        return sum;
    }

    function fit($form) {
        var $field = $form.find('#rtn-restock');
        var sellable = ($field.attr('data-sellable-conditions') || '').split(' ');
        var any = false;
        $field.find('.rtn-restock-line').each(function () {
            var $line = $(this);
            var id = $line.attr('data-line');
            var $input = $line.find('[data-goods="sellable"]');
            var kept = units($form, 'kept[' + id + ']');
            var here = Math.max(0, accepted($form, $line, id) - kept + units($form, 'refused[' + id + '].staying'));
            /* What never left the shop can go back on the shelf, and does if the merchant says so. */
            var most = here + Math.min(kept, parseInt($line.attr('data-unsent'), 10));
            var usual = Math.max(0, Math.min(here, parseInt($line.attr('data-sellable'), 10) + comingSellable($form, id, sellable)));
            if ($input.is('[data-filled]')) {
                $input.val(usual);
            }
            var $most = $line.find('.rtn-restock-most');
            $most.text(($most.attr('data-words') || '').replace('__', most));
            $line.prop('hidden', most === 0);
            $input.prop('disabled', most === 0);
            any = any || most > 0;
        });
        $field.prop('hidden', !any);
    }

    $(document).on('input change', '#rtn-restock [data-goods="sellable"]', function () {
        $(this).removeAttr('data-filled');
    });

    $(document).on('input change focusin', FORM + ' input, ' + FORM + ' select', function () {
        fit($(this).closest(FORM));
    });
}(jQuery));
