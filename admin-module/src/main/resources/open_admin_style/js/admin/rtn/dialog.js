/* What the dialogs of returns have in common: a form that is fetched, sent in the background, told what is wrong with it, and not
   thrown away with what was typed into it. */
window.RtnDialog = (function ($, BLCAdmin) {
    'use strict';

    var Typed = window.RtnTyped;
    var FOCUSABLE = 'a[href], button, input, select, textarea, iframe, [tabindex="0"]';
    var TYPED = 'input[type="text"], input[type="file"], textarea';
    /* But for the status, which is chosen again as soon. */
    var CHOSEN = 'select:not(#rtn-status), input[type="radio"], input[type="checkbox"], input[type="date"]';
    var ESCAPE = 27;
    var TAB = 9;
    var opening = false;

    /* Broadleaf 7.0 puts a widget of its own in the place of a select, unless told not to. */
    if (BLCAdmin.addExcludedSelectizeSelector) {
        BLCAdmin.addExcludedSelectizeSelector('.rtn-select');
    }

    /* Without running the scripts of a whole page, such as that of the login. */
    function parse(html) {
        return $('<div>').append($.parseHTML($.trim(html)) || []);
    }

    function ask(options) {
        return $.ajax($.extend({ dataType: 'html', cache: false }, options));
    }

    function shown($element, visible) {
        $element.prop('hidden', !visible);
    }

    /* Seen at once, also where the answer takes a while. */
    function waiting($button, now) {
        $button.toggleClass('rtn-waiting', now).attr('aria-busy', now ? 'true' : 'false');
    }

    function refusal($panel, answer) {
        return $panel.data(answer.status === 403 ? 'no-access' : answer.status === 404 ? 'not-found' : 'failed');
    }

    function closeOnEscape($modal, $opener) {
        $modal.attr('tabindex', '-1').on('keydown', function (event) {
            if (event.which === ESCAPE) {
                BLCAdmin.hideCurrentModal();
            }
        }).on('keyup', function (event) {
            /* The platform closes at that, too. */
            if (event.which === ESCAPE) {
                event.stopPropagation();
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
        waiting($opener, true);
        ask({ url: $opener.data('url'), type: 'GET' }).done(function (html) {
            var $modal = parse(html).find('.modal').first();
            if ($modal.find(formSelector).length) {
                var opened = dialog($modal, $panel, $opener, formSelector, function () {
                    open($opener, formSelector, ready);
                });
                ready(opened);
                opened.restore();
            } else {
                /* Nobody is logged in any more. */
                window.location.reload();
            }
        }).fail(function (answer) {
            if (answer.status === 401) {
                window.location.reload();
                return;
            }
            BLCAdmin.showMessageAsModal($opener.text(), refusal($panel, answer));
            closeOnEscape(BLCAdmin.currentModal(), $opener);
        }).always(function () {
            opening = false;
            waiting($opener, false);
        });
    }

    function dialog($modal, $panel, $opener, formSelector, again) {
        var busy = false;
        var mayClose = false;
        var focusBefore = null;

        BLCAdmin.showElementAsModal($modal);
        closeOnEscape($modal, $opener);

        var $form = $modal.find(formSelector);
        var $alert = $modal.find('#rtn-alert');
        var $actions = $modal.find('.rtn-actions');
        var $discard = $modal.find('#rtn-discard');
        var $restored = $modal.find('#rtn-restored');
        var merchant = $modal.find('.rtn-dialog').attr('data-merchant');
        var kept = Typed.of($form, merchant, $opener.data('url'));
        var atFirst = typed();
        /* By the merchant, and not by a script of ours. */
        var chosen = false;

        $modal.addClass('rtn-modal').attr({ 'aria-modal': 'true', lang: $panel.attr('lang') });
        $modal.find('.modal-header .close').removeAttr('aria-hidden').attr('aria-label', $panel.data('close'));
        titleSaysWhose();

        var self = {
            $modal: $modal,
            $form: $form,
            /* For a dialog to know better which input an objection is about. */
            inputFor: inputNamed,
            isBusy: function () {
                return busy;
            },
            send: send,
            applied: applied,
            clearErrors: clearErrors,
            showObjections: showObjections,
            reload: reload,
            restore: restore,
            /* For a dialog that has to do something about a file that was chosen before. */
            restored: function () {}
        };

        /* Buttons stay in the way of the keyboard meanwhile: a disabled one would lose the focus to the page behind. */
        function setBusy($button, now) {
            busy = now;
            waiting($button, now);
            shown($modal.find('.rtn-busy'), now);
            $modal.attr('aria-busy', now ? 'true' : 'false');
            $actions.find('button').not('#rtn-close').attr('aria-disabled', now ? 'true' : 'false');
        }

        /* Sends something in the background: once, and again where only the session was another one meanwhile.
           request: makes the options of the request; done: takes the answer, and says whether it was one. */
        function send($button, request, done) {
            if (busy) {
                return;
            }
            clearErrors();
            setBusy($button, true);
            attempt(true);

            function attempt(first) {
                ask(request()).done(function (html) {
                    var $answer = parse(html);
                    if (done($answer)) {
                        setBusy($button, $answer.find('#rtn-applied').length > 0);
                    } else {
                        askWhoIsThere({}, first);
                    }
                }).fail(function (answer) {
                    var $answer = parse(answer.responseText || '');
                    if ((answer.status === 422 || answer.status === 503) && $answer.find('.rtn-objections').length) {
                        setBusy($button, false);
                        showObjections($answer.find('.rtn-objections li').map(function () {
                            return { field: $(this).attr('data-field'), text: $(this).text() };
                        }).get());
                    } else if (answer.status === 409 && $answer.find('.rtn-stale').length) {
                        setBusy($button, false);
                        alertWith($answer.find('.rtn-stale'));
                        $modal.find('#rtn-reload').focus();
                    } else {
                        askWhoIsThere(answer, first);
                    }
                });
            }

            /* A session that has ended is refused like a form without permission, or gets the page for the login: only the form
               itself tells, and brings the tokens of a new session. */
            function askWhoIsThere(refused, first) {
                ask({ url: $opener.data('url'), type: 'GET' }).done(function (html) {
                    var $answer = parse(html);
                    var $fresh = $answer.find(formSelector);
                    if ($fresh.length && $answer.find('.rtn-dialog').attr('data-merchant') !== merchant) {
                        setBusy($button, false);
                        alertWith(wayIn($restored.attr('data-someone-else')));
                        return;
                    }
                    if ($fresh.length && first && refused.status === 403 && renewed($fresh)) {
                        attempt(false);
                        return;
                    }
                    setBusy($button, false);
                    if ($fresh.length) {
                        alertWith($('<p>').text(refusal($panel, refused)));
                    } else {
                        loggedOut();
                    }
                }).fail(function (answer) {
                    setBusy($button, false);
                    if (answer.status === 401) {
                        loggedOut();
                    } else {
                        alertWith($('<p>').text(refusal($panel, refused.status ? refused : answer)));
                    }
                });
            }
        }

        /* Whether the session has other tokens than those of the dialog, which are put in their place. */
        function renewed($fresh) {
            var changed = false;
            $.each(['csrfToken', 'stateVersionToken'], function (index, name) {
                var token = $fresh.find('input[name="' + name + '"]').val();
                $modal.find('input[name="' + name + '"]').each(function () {
                    if (token && this.value !== token) {
                        this.value = token;
                        changed = true;
                    }
                });
            });
            return changed;
        }

        function loggedOut() {
            alertWith(wayIn($panel.data('logged-out')));
        }

        function wayIn(text) {
            return $('<p>').text(text).add($('<p>').append(
                $('<a>', { id: 'rtn-log-in', href: $panel.data('login'), target: '_blank', rel: 'noopener' }).text($panel.data('log-in'))));
        }

        /* Where the form is out of sight, too. */
        function titleSaysWhose() {
            var $dialog = $modal.find('.rtn-dialog');
            var whose = $.grep([$dialog.attr('data-number'), $dialog.attr('data-customer')], function (text) {
                return !!text;
            }).join(', ');
            if (whose) {
                $modal.find('.modal-header h3').append(' ',
                    $('<small>', { 'class': 'rtn-title-note rtn-step-preview', hidden: true }).text(whose));
            }
        }

        function clearErrors() {
            clearAlert();
            $modal.find('[aria-invalid="true"]').each(function () {
                forgive($(this));
            });
        }

        function clearAlert() {
            shown($alert.empty().removeData('rtn-about-form'), false);
        }

        /* Takes away what was said of an input. */
        function forgive($input) {
            $modal.find('.rtn-error').filter(function () {
                return $(this).data('rtn-about') === $input[0];
            }).remove();
            $input.removeAttr('aria-invalid');
            describe($input, $input.data('rtn-described'));
            $input.closest('.rtn-field, fieldset').removeClass('rtn-invalid');
        }

        function describe($input, ids) {
            if (ids) {
                $input.attr('aria-describedby', ids);
            } else {
                $input.removeAttr('aria-describedby');
            }
        }

        /* What is shown with another status can have the same name. */
        function inputNamed(name) {
            var $named = $form.find('input, select, textarea, fieldset').filter(function () {
                return this.name === name;
            });
            var $open = $named.filter(function () {
                return !$(this).closest('[disabled]').length;
            });
            return $open.length ? $open : $named;
        }

        function alertWith(content) {
            clearAlert();
            shown($alert.append(content), true);
            $alert.focus();
        }

        function showObjections(objections) {
            var $first = null;
            clearErrors();
            $.each(objections, function (index, objection) {
                var $input = objection.field ? self.inputFor(objection.field) : $();
                /* What cannot be seen cannot have anything beside it. */
                if (!$input.length || $input.closest('[hidden]').length) {
                    shown($alert.append($('<p>').text(objection.text)).data('rtn-about-form', true), true);
                    return;
                }
                var id = 'rtn-error-' + index;
                var described = $input.attr('aria-describedby') || '';
                if (!$input.is('[aria-invalid="true"]')) {
                    $input.data('rtn-described', described).attr('aria-invalid', 'true');
                }
                describe($input, $.trim(id + ' ' + described));
                $input.closest('.rtn-field, fieldset').addClass('rtn-invalid');
                var $error = $('<span>', { 'class': 'error rtn-error', id: id }).text(objection.text).data('rtn-about', $input[0]);
                if ($input.is('fieldset')) {
                    $input.find('legend').first().after($error);
                } else {
                    ($input.parent().is('.rtn-of, .rtn-check, .rtn-drop') ? $input.parent() : $input).after($error);
                }
                $first = $first || $input;
            });
            ($first || $alert).focus();
        }

        /* Shows the return that was made or changed, if the answer names one. The buttons stay busy until the page goes. */
        function applied($answer) {
            var number = $answer.find('#rtn-applied').data('number');
            if (number) {
                kept.forget();
                reload('#return-' + number);
            }
            return !!number;
        }

        function reload(hash) {
            mayClose = true;
            if (window.history.replaceState) {
                window.history.replaceState(window.history.state, '', hash);
            }
            window.location.reload();
        }

        /* But for what a script has filled in. */
        function typed() {
            return $form.find(TYPED).not('[data-filled]').map(function () {
                return this.value;
            }).get().join('\u0000');
        }

        /* What was typed before the page was loaded again. */
        function restore() {
            var before = kept.restore();
            if (!before) {
                return;
            }
            self.restored(before);
            chosen = true;
            shown($restored, true);
            if (before.file) {
                var $file = $restored.find('.rtn-restored-file');
                shown($file.text($file.attr('data-words').replace('__', before.file)), true);
            }
        }

        function entered() {
            return chosen || typed() !== atFirst;
        }

        function keep() {
            if (entered()) {
                kept.keep();
            } else {
                kept.forget();
            }
        }

        /* Whichever way it is closed: the platform asks with this event. */
        function keepWhatWasTyped(event) {
            if (event.target === $modal[0] && !mayClose && entered()) {
                event.preventDefault();
                event.stopPropagation();
                askToDiscard(true);
            }
        }

        function askToDiscard(now) {
            if (now && $discard.prop('hidden')) {
                focusBefore = document.activeElement;
            }
            shown($discard, now);
            $actions.toggleClass('rtn-asking', now);
            if (now) {
                $modal.find('#rtn-discard-no').focus();
            }
        }

        function keepFocusInside(event) {
            if (event.which !== TAB) {
                return;
            }
            var $inside = ($discard.prop('hidden') ? $modal : $discard).find(FOCUSABLE).filter(function () {
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
        $modal.on('hide', keepWhatWasTyped);
        $modal.on('hidden', function () {
            kept.forget();
        });
        $modal.on('input change', 'input, select, textarea', function () {
            $(this).add($(this).parents('fieldset')).filter('[aria-invalid="true"]').each(function () {
                forgive($(this));
            });
            if ($alert.data('rtn-about-form')) {
                clearAlert();
            }
        });
        $form.on('input change', CHOSEN, function (event) {
            chosen = chosen || !!event.originalEvent;
        });
        $form.on('input change', keep);
        $form.on('focusin', function () {
            askToDiscard(false);
        });
        $modal.find('#rtn-close').on('click', function () {
            BLCAdmin.hideCurrentModal();
        });
        $modal.find('#rtn-discard-yes').on('click', function () {
            mayClose = true;
            BLCAdmin.hideCurrentModal();
        });
        $modal.find('#rtn-restored-not').on('click', function () {
            mayClose = true;
            $modal.one('hidden', function () {
                window.setTimeout(again);
            });
            BLCAdmin.hideCurrentModal();
        });
        $modal.find('#rtn-discard-no').on('click', function () {
            askToDiscard(false);
            ($.contains($modal[0], focusBefore) ? $(focusBefore) : $modal.find('#rtn-close')).focus();
        });

        return self;
    }

    /* What stays in sight beside the buttons, a piece of each part that has something to say; without a text, nothing. */
    function foot($form, part, text) {
        var $foot = $form.closest('.modal').find('.rtn-foot');
        var $piece = $foot.find('[data-part="' + part + '"]');
        if (!text) {
            $piece.remove();
        } else if ($piece.text() !== text) {
            ($piece.length ? $piece : $('<span>', { 'data-part': part }).appendTo($foot)).text(text);
        }
    }

    return { open: open, parse: parse, shown: shown, foot: foot };
}(jQuery, BLCAdmin));
