/* A refund, in the dialog of a decision and in one of its own: reckons what is typed, in the smallest units of the currency. What units
   are worth, the server has said; it reckons everything again. */
window.RtnRefund = (function ($, Dialog) {
    'use strict';

    var OPEN = '.rtn-refund-fields';

    function scale($fields) {
        return Math.pow(10, parseInt($fields.attr('data-digits'), 10));
    }

    function number(text) {
        return /^[0-9]{1,9}$/.test($.trim(text || '')) ? parseInt($.trim(text), 10) : 0;
    }

    function amount(text, $fields) {
        var typed = $.trim(text || '').replace(',', '.');
        return /^[0-9]{1,12}(\.[0-9]{1,5})?$/.test(typed) ? Math.round(parseFloat(typed) * scale($fields)) : 0;
    }

    function typed(units, $fields) {
        return (units / scale($fields)).toFixed(parseInt($fields.attr('data-digits'), 10));
    }

    function shown(units, $fields) {
        return new Intl.NumberFormat($fields.attr('data-language'), { style: 'currency', currency: $fields.attr('data-currency') })
            .format(units / scale($fields));
    }

    /* What the status dialog says of a line; null where there is none. */
    function accepted($form, id, requested) {
        switch ($form.find('#rtn-status').val()) {
        case 'ACCEPTED':
            return requested;
        case 'PARTIALLY_ACCEPTED':
            return number($form.find('input[name="accepted[' + id + ']"]').filter(function () {
                return !$(this).closest('[disabled]').length;
            }).first().val());
        default:
            return null;
        }
    }

    function units($form, $line) {
        var most = parseInt($line.attr('data-most'), 10);
        var decided = accepted($form, $line.attr('data-line'), parseInt($line.attr('data-requested'), 10));
        var $units = $line.find('.rtn-refund-units');
        if (decided !== null) {
            most = Math.max(0, Math.min(most, decided - parseInt($line.attr('data-refunded'), 10)));
            if ($units.is('[data-filled]')) {
                $units.val(most);
            }
        }
        return Math.min(number($units.val()), ($line.attr('data-worths') || '0').split(' ').length - 1);
    }

    /* A voucher goes to no payment; and as long as nobody has said which of both it is, neither is asked for more. */
    function way($fields) {
        var as = $fields.find('.rtn-refund-as input:checked').val();
        $fields.find('.rtn-refund-payments').prop('hidden', as !== 'money');
        $fields.find('.rtn-refund-as .rtn-refund-voucher').prop('hidden', as !== 'voucher');
    }

    function share($fields, total) {
        var left = total;
        $fields.find('.rtn-refund-payment').each(function () {
            var $share = $(this).find('.rtn-refund-share');
            var now = Math.max(0, Math.min(left, amount($(this).attr('data-left'), $fields)));
            if ($share.is('[data-filled]')) {
                $share.val(typed(now, $fields));
            }
            now = amount($share.val(), $fields);
            left -= now;
            var means = $(this).find('.rtn-refund-means').val();
            $(this).find('.rtn-refund-elsewhere').prop('hidden', now === 0);
            $(this).find('.rtn-refund-record').prop('hidden', !means || means === 'GATEWAY');
            $(this).find('.rtn-refund-agreed').prop('hidden', !means || means === 'GATEWAY' || means === 'SAME_WAY');
        });
    }

    /* Outward delivery is proposed where all that was ordered is accepted, and nobody has typed another amount. */
    function delivery($form, $fields) {
        var $delivery = $fields.find('#rtn-refund-delivery[data-whole]');
        if ($delivery.length) {
            var whole = $fields.find('.rtn-refund-line').get().every(function (line) {
                var requested = parseInt($(line).attr('data-requested'), 10);
                var decided = accepted($form, $(line).attr('data-line'), requested);
                return decided === null || decided >= requested;
            });
            $delivery.val(whole ? $delivery.attr('data-whole') : typed(0, $fields));
        }
    }

    /* What goes beyond all that is left was paid back before, unless somebody has typed something else. */
    function otherwise($fields, total) {
        var $otherwise = $fields.find('#rtn-refund-otherwise[data-filled]');
        var cap = amount($fields.attr('data-cap'), $fields);
        if ($otherwise.length) {
            var over = cap === 0 ? 0 : Math.max(0, Math.min(total - cap, amount($otherwise.attr('data-most'), $fields)));
            $otherwise.val(over === 0 ? '' : typed(over, $fields));
        }
    }

    function sum($amounts, $fields) {
        return $amounts.get().reduce(function (all, one) {
            return all + amount(one.value, $fields) * parseInt($(one).attr('data-sign'), 10);
        }, 0);
    }

    function reckon($form) {
        $form.find(OPEN).each(function () {
            var $fields = $(this);
            var total = 0;
            delivery($form, $fields);
            $fields.find('.rtn-refund-line').each(function () {
                var worth = amount(($(this).attr('data-worths') || '0').split(' ')[units($form, $(this))], $fields);
                total += worth;
                $(this).find('.rtn-refund-worth').text(shown(worth, $fields));
            });
            var $amounts = $fields.find('.rtn-refund-amount');
            otherwise($fields, total + sum($amounts.not('#rtn-refund-otherwise, #rtn-refund-goodwill'), $fields));
            total += sum($amounts, $fields);
            $fields.find('.rtn-refund-total').text(shown(Math.max(0, total), $fields));
            Dialog.foot($form, 'refund', $fields.closest('[disabled]').length ? ''
                : $fields.attr('data-said').replace('~', shown(Math.max(0, total), $fields)));
            share($fields, total);
            way($fields);
        });
    }

    $(document).on('input change', '.rtn-refund-units, .rtn-refund-share, #rtn-refund-otherwise', function () {
        $(this).removeAttr('data-filled');
    });

    $(document).on('input change', '#rtn-refund-delivery', function () {
        $(this).removeAttr('data-whole');
    });

    $(document).on('change', '.rtn-refund-choice input', function () {
        var now = $(this).closest('.rtn-refund').find('.rtn-refund-choice input:checked').val() === 'now';
        $(this).closest('.rtn-refund').find('.rtn-refund-now').prop('hidden', !now).prop('disabled', !now);
    });

    $(document).on('input change focusin', '#rtn-status-form input, #rtn-status-form select, #rtn-refund-form input, #rtn-refund-form select',
        function () {
            reckon($(this).closest('form'));
        });

    function open($opener) {
        Dialog.open($opener, '#rtn-refund-form', function (base) {
            window.RtnSteps.into(base, function () {
                return { url: base.$form.attr('action'), type: 'POST', data: base.$form.serialize() };
            }, function () {
                return [];
            });
            reckon(base.$form);
            base.$form.find('.rtn-refund-units, .rtn-refund-amount').first().focus();
        });
    }

    function tell($opener) {
        Dialog.open($opener, '#rtn-tell-form', function (base) {
            window.RtnSteps.into(base, function () {
                return { url: base.$form.attr('action'), type: 'POST', data: base.$form.serialize() };
            }, function () {
                return [];
            });
            base.$form.find('#rtn-message').focus();
        });
    }

    return { open: open, tell: tell };
}(jQuery, window.RtnDialog));
