/* What the dialogs of returns have in common: a form that is fetched, sent in the background, and told what is wrong with it. */
window.RtnDialog = (function ($, BLCAdmin) {
    'use strict';

    var FOCUSABLE = 'a[href], button, input, select, textarea, iframe, [tabindex="0"]';
    var opening = false;

    /* Broadleaf 7.0 puts a widget of its own in the place of a select, unless told not to. */
    if (BLCAdmin.addExcludedSelectizeSelector) {
        BLCAdmin.addExcludedSelectizeSelector('.rtn-select');
    }

    function parse(html) {
        return $('<div>').html($.trim(html));
    }

    function ask(options) {
        return $.ajax($.extend({ dataType: 'html', cache: false }, options));
    }

    function shown($element, visible) {
        $element.prop('hidden', !visible);
    }

    function refusal($panel, answer) {
        return $panel.data(answer.status === 403 ? 'no-access' : answer.status === 404 ? 'not-found' : 'failed');
    }

    function closeOnEscape($modal, $opener) {
        $modal.attr('tabindex', '-1').on('keydown', function (event) {
            if (event.which === 27) {
                BLCAdmin.hideCurrentModal();
            }
        }).on('hidden', function () {
            $opener.focus();
        }).focus();
    }

    /* Fetches the form that a button names, shows it, and calls back with the dialog. */
    function open($opener, formSelector, ready) {
        if (opening) {
            return;
        }
        var $panel = $opener.closest('.rtn-panel');
        opening = true;
        ask({ url: $opener.data('url'), type: 'GET' }).done(function (html) {
            var $modal = parse(html).find('.modal').first();
            if ($modal.find(formSelector).length) {
                ready(dialog($modal, $panel, $opener, formSelector));
            } else {
                /* Nobody is logged in any more. */
                window.location.reload();
            }
        }).fail(function (answer) {
            BLCAdmin.showMessageAsModal($opener.text(), refusal($panel, answer));
            closeOnEscape(BLCAdmin.currentModal(), $opener);
        }).always(function () {
            opening = false;
        });
    }

    function dialog($modal, $panel, $opener, formSelector) {
        var busy = false;

        BLCAdmin.showElementAsModal($modal);
        closeOnEscape($modal, $opener);

        var $form = $modal.find(formSelector);
        var $alert = $modal.find('#rtn-alert');

        $modal.addClass('rtn-modal').attr('aria-modal', 'true');
        $modal.find('.modal-header .close').removeAttr('aria-hidden').attr('aria-label', $panel.data('close'));

        var self = {
            $modal: $modal,
            $form: $form,
            /* For a dialog to know better which input an objection is about. */
            inputFor: inputNamed,
            isBusy: function () {
                return busy;
            },
            setBusy: setBusy,
            clearErrors: clearErrors,
            showObjections: showObjections,
            failed: failed,
            reload: reload
        };

        function setBusy(now) {
            busy = now;
            shown($modal.find('.rtn-busy'), now);
            $modal.attr('aria-busy', now ? 'true' : 'false');
            $modal.find('.rtn-actions button').not('#rtn-close').prop('disabled', now);
        }

        function clearErrors() {
            shown($alert.empty(), false);
            $modal.find('.rtn-error').remove();
            $modal.find('.rtn-invalid').removeClass('rtn-invalid');
            $modal.find('[aria-invalid]').each(function () {
                $(this).removeAttr('aria-invalid');
                describe($(this), $(this).data('rtn-described') || '');
            });
        }

        function describe($input, ids) {
            if (ids) {
                $input.attr('aria-describedby', ids);
            } else {
                $input.removeAttr('aria-describedby');
            }
        }

        function inputNamed(name) {
            return $form.find('input, select, textarea').filter(function () {
                return this.name === name;
            });
        }

        function alertWith(content) {
            shown($alert.empty().append(content), true);
            $alert.focus();
        }

        function showObjections(objections) {
            var $first = null;
            clearErrors();
            $.each(objections, function (index, objection) {
                var $input = objection.field ? self.inputFor(objection.field) : $();
                if (!$input.length) {
                    shown($alert.append($('<p>').text(objection.text)), true);
                    return;
                }
                var id = 'rtn-error-' + index;
                var ownDescription = $input.attr('aria-describedby') || '';
                $input.data('rtn-described', ownDescription).attr('aria-invalid', 'true');
                describe($input, $.trim(id + ' ' + ownDescription));
                $input.closest('.rtn-field, fieldset').addClass('rtn-invalid');
                var $error = $('<span>', { 'class': 'error rtn-error', id: id }).text(objection.text);
                if ($input.is('fieldset')) {
                    $input.find('legend').first().after($error);
                } else {
                    ($input.parent().is('.rtn-of, .rtn-check') ? $input.parent() : $input).after($error);
                }
                $first = $first || $input;
            });
            ($first || $alert).focus();
        }

        function failed(answer) {
            var $answer = parse(answer.responseText || '');
            if (answer.status === 422 && $answer.find('.rtn-objections').length) {
                showObjections($answer.find('.rtn-objections li').map(function () {
                    return { field: $(this).attr('data-field'), text: $(this).text() };
                }).get());
            } else if (answer.status === 409 && $answer.find('.rtn-stale').length) {
                alertWith($answer.find('.rtn-stale'));
                $modal.find('#rtn-reload').focus();
            } else {
                alertWith($('<p>').text(refusal($panel, answer)));
            }
        }

        function reload(hash) {
            if (window.history.replaceState) {
                window.history.replaceState(window.history.state, '', hash);
            }
            window.location.reload();
        }

        function keepFocusInside(event) {
            if (event.which !== 9) {
                return;
            }
            var $inside = $modal.find(FOCUSABLE).filter(function () {
                return !this.disabled && this.type !== 'hidden' && $(this).is(':visible') && !$(this).closest('[disabled]').length;
            });
            var leaving = event.shiftKey ? $inside.first() : $inside.last();
            var outside = event.target === $modal[0] && event.shiftKey;
            if (event.target === leaving[0] || outside) {
                (event.shiftKey ? $inside.last() : $inside.first()).focus();
                event.preventDefault();
            }
        }

        $modal.on('keydown', keepFocusInside);
        $modal.find('#rtn-close').on('click', function () {
            BLCAdmin.hideCurrentModal();
        });

        return self;
    }

    return { open: open, ask: ask, parse: parse, shown: shown };
}(jQuery, BLCAdmin));
