/* The dialog that changes a return's status: a form, then a preview of the mail. Nothing changes before the confirmation. */
window.RtnStatusDialog = (function ($, BLCAdmin) {
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

    function open($opener) {
        if (opening) {
            return;
        }
        var $panel = $opener.closest('.rtn-panel');
        opening = true;
        ask({ url: $opener.data('url'), type: 'GET' }).done(function (html) {
            var $modal = parse(html).find('.modal').first();
            if ($modal.find('#rtn-status-form').length) {
                dialog($modal, $panel, $opener);
            } else {
                /* Nobody is logged in any more. */
                window.location.reload();
            }
        }).fail(function (answer) {
            BLCAdmin.showMessageAsModal($panel.data('title'), refusal($panel, answer));
            closeOnEscape(BLCAdmin.currentModal(), $opener);
        }).always(function () {
            opening = false;
        });
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

    function dialog($modal, $panel, $opener) {
        var busy = false;
        var labelWanted = false;

        BLCAdmin.showElementAsModal($modal);
        closeOnEscape($modal, $opener);

        var $form = $modal.find('#rtn-status-form');
        var $status = $modal.find('#rtn-status');
        var $alert = $modal.find('#rtn-alert');
        var $preview = $modal.find('#rtn-preview');
        var $sendLabel = $modal.find('#rtn-send-label');
        var $labelField = $modal.find('#rtn-label-field');
        var $label = $modal.find('#rtn-label');

        $modal.addClass('rtn-modal').attr('aria-modal', 'true');
        $modal.find('.modal-header .close').removeAttr('aria-hidden').attr('aria-label', $panel.data('close'));

        function shown($element, visible) {
            $element.prop('hidden', !visible);
        }

        function fitFieldsToStatus() {
            $modal.find('[data-shown-for]').each(function () {
                var visible = $(this).data('shown-for') === $status.val();
                shown($(this), visible);
                $(this).prop('disabled', !visible);
            });
            var label = labelWanted && $status.val() === 'LABEL_SENT';
            shown($labelField, label);
            $label.prop('disabled', !label);
            $sendLabel.attr('aria-expanded', label ? 'true' : 'false').toggleClass('rtn-pressed', label);
        }

        function wantLabel() {
            labelWanted = true;
            $status.val('LABEL_SENT');
            fitFieldsToStatus();
        }

        function setBusy(now) {
            busy = now;
            shown($modal.find('.rtn-busy'), now);
            $modal.attr('aria-busy', now ? 'true' : 'false');
            $modal.find('.rtn-actions button').not('#rtn-close').prop('disabled', now);
            if (!now) {
                $modal.find('#rtn-apply-and-send').prop('disabled', $modal.find('#rtn-apply-form').data('can-mail') === false);
            }
        }

        function step(name) {
            shown($form, name === 'form');
            shown($preview, name === 'preview');
            shown($modal.find('.rtn-step-form'), name === 'form');
            shown($modal.find('.rtn-step-preview'), name === 'preview');
            $modal.find('.modal-body').scrollTop(0);
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
            var $input = $form.find('input, select, textarea').filter(function () {
                return this.name === name;
            });
            return $input.length || name !== 'accepted' ? $input : $modal.find('#rtn-accepted');
        }

        function alertWith(content) {
            shown($alert.empty().append(content), true);
            $alert.focus();
        }

        function showObjections(objections) {
            var $first = null;
            clearErrors();
            $.each(objections, function (index, objection) {
                if (objection.field === 'label') {
                    wantLabel();
                }
                var $input = objection.field ? inputNamed(objection.field) : $();
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
                    $input.find('legend').after($error);
                } else {
                    ($input.parent().is('.rtn-of') ? $input.parent() : $input).after($error);
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

        function tooLarge() {
            var file = !$label.prop('disabled') && $label.length && $label[0].files && $label[0].files[0];
            return file && file.size > $label.data('largest');
        }

        function preview() {
            if (busy) {
                return;
            }
            if (tooLarge()) {
                showObjections([{ field: 'label', text: $label.data('too-large') }]);
                return;
            }
            clearErrors();
            setBusy(true);
            ask({ url: $form.attr('action'), type: 'POST', data: new FormData($form[0]), processData: false, contentType: false })
                .done(function (html) {
                    var $content = parse(html);
                    if (!$content.find('#rtn-apply-form').length) {
                        failed({});
                        return;
                    }
                    $preview.empty().append($content.children());
                    step('preview');
                    $preview.find('#rtn-preview-intro').focus();
                })
                .fail(failed)
                .always(function () {
                    setBusy(false);
                });
        }

        function apply(sendMail) {
            if (busy) {
                return;
            }
            var $confirmation = $modal.find('#rtn-apply-form');
            clearErrors();
            setBusy(true);
            ask({ url: $confirmation.attr('action'), type: 'POST', data: $confirmation.serialize() + '&sendMail=' + sendMail })
                .done(function (html) {
                    var number = parse(html).find('#rtn-applied').data('number');
                    if (!number) {
                        setBusy(false);
                        failed({});
                        return;
                    }
                    reload('#return-' + number);
                })
                .fail(function (answer) {
                    setBusy(false);
                    failed(answer);
                });
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
        $form.on('submit', function () {
            preview();
            return false;
        });
        $status.on('change', fitFieldsToStatus);
        $sendLabel.on('click', function () {
            wantLabel();
            $label.focus();
        });
        $modal.find('#rtn-back').on('click', function () {
            clearErrors();
            step('form');
            $modal.find('#rtn-update').focus();
        });
        $modal.find('#rtn-close').on('click', function () {
            BLCAdmin.hideCurrentModal();
        });
        $modal.find('#rtn-apply').on('click', function () {
            apply(false);
        });
        $modal.find('#rtn-apply-and-send').on('click', function () {
            apply(true);
        });
        $modal.on('click', '#rtn-reload', function () {
            reload('#return-' + $modal.find('.rtn-dialog').data('number'));
        });

        fitFieldsToStatus();
        $status.focus();
    }

    return { open: open };
}(jQuery, BLCAdmin));
