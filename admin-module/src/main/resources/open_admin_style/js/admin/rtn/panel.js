/* The panel with an order's returns: where it lies on the page, what is opened of it, and photos. Without a script all of it is there,
   below each other, and what is not on the page is a link. */
window.RtnPanel = (function ($) {
    'use strict';

    /* Broadleaf 3.1 lets other parts of an order lie behind tabs, and the panel is one more of them. In 7.0 there is none of its kind. */
    function makeTab() {
        var $panel = $('.rtn-panel');
        var $tabs = $('.tabs-container dl.tabs').not('.modal dl.tabs').first();
        if (!$panel.length || !$tabs.length) {
            return;
        }
        var $others = $tabs.closest('.tabs-container').nextAll('.tabs-content').first();
        var $link = $('<a>', { href: '#returns', 'class': 'rtn-tab-link' }).text($panel.find('.rtn-panel-title').text());
        if ($panel.attr('data-open')) {
            $link.append(' ', $('<b>', { 'class': 'rtn-tab-open' }).text($panel.attr('data-open')));
        }
        var $tab = $('<dd>', { 'class': 'rtn-tab', lang: $panel.attr('lang') }).append($link);
        var $last = $tabs.find('dd').last();
        if ($last.length) {
            $last.after($tab);
        } else {
            $tabs.append($tab);
        }
        $panel.addClass('rtn-behind-tab');

        /* On a narrow page tabs are moved sideways, as far as the platform has measured them without this one. */
        function makeRoom() {
            var $row = $tabs.find('.mCSB_container');
            if ($row.length) {
                $tab.addClass('active');
                $row.width($row.width() + Math.ceil($tab.outerWidth(true)) + 1);
                $tabs.mCustomScrollbar('update');
            }
        }

        function bringTabIntoSight() {
            if ($tabs.find('.mCSB_container').length) {
                $tabs.mCustomScrollbar('scrollTo', 'right', { scrollInertia: 0 });
            }
        }

        function turnTo(panel) {
            $panel.toggleClass('rtn-behind', !panel);
            $others.toggleClass('rtn-behind', panel);
            $tab.toggleClass('active', panel);
            if (panel) {
                $tabs.find('dd').not($tab).removeClass('active');
                $link.attr('aria-current', 'true');
                bringTabIntoSight();
            } else {
                $link.removeAttr('aria-current');
            }
        }

        $link.on('click', function (event) {
            event.preventDefault();
            event.stopPropagation();
            turnTo(true);
        });
        $tabs.on('click', 'dd:not(.rtn-tab) a', function () {
            turnTo(false);
        });
        $panel.on('rtn-seen', function () {
            turnTo(true);
        });
        makeRoom();
        turnTo(/^#(returns$|return-|delivery-)/.test(window.location.hash));
    }

    /* What was fetched has come without the scripts that looked at the page. */
    function ready($part) {
        $part.find('.rtn-opens').prop('disabled', false);
        $part.find('.rtn-photo').each(watch);
        $(document).trigger('rtn-fetched', [$part]);
    }

    /* A return of which no more than its line is on the page. */
    function fetchWhole() {
        var $return = $(this);
        var $link = $return.find('> .rtn-whole a');
        if ($return.is('details:not([open])') || !$link.length || $return.data('rtn-fetching')) {
            return;
        }
        var link = $link.attr('href').split('#')[0];
        $return.data('rtn-fetching', true).attr('aria-busy', 'true');
        $link.text($return.closest('.rtn-panel').attr('data-loading'));
        $.ajax({ url: link, dataType: 'html', cache: false }).done(function (html) {
            var $found = $('<div>').append($.parseHTML($.trim(html)) || []).find('.rtn-return').filter(function () {
                return this.id === $return.attr('id');
            });
            var $body = $found.children('.rtn-closed-body, .rtn-body');
            if ($body.length) {
                var asked = $link.is(document.activeElement);
                $return.find('> .rtn-whole').replaceWith($body);
                ready($body);
                if (asked) {
                    $return.focus();
                }
            } else {
                window.location = $link.attr('href');
            }
        }).fail(function () {
            window.location = $link.attr('href');
        }).always(function () {
            $return.removeData('rtn-fetching').removeAttr('aria-busy');
        });
    }

    /* Brings what the address names into sight, whatever it lies behind. */
    function show(named) {
        $(named).closest('.rtn-panel').trigger('rtn-seen');
        $(named).add($(named).parents('details')).filter('details').prop('open', true).end().filter('.rtn-return').each(fetchWhole);
    }

    /* The dialog of the status, with the one that is likely chosen already. */
    function openWith($opener) {
        var url = $opener.data('url');
        var next = $opener.data('next');
        $(document).off('ajaxComplete.rtnNext').on('ajaxComplete.rtnNext', function (event, answer, options) {
            if ((options.url || '').indexOf(url) !== 0) {
                return;
            }
            $(document).off('ajaxComplete.rtnNext');
            var $status = $('#rtn-status');
            if ($status.find('option[value="' + next + '"]').length) {
                $status.val(next).trigger('change');
                if (next === 'LABEL_SENT' && $('#rtn-send-label').attr('aria-expanded') === 'false') {
                    $('#rtn-send-label').trigger('click');
                }
            }
        });
        window.RtnStatusDialog.open($opener);
    }

    /* Where there is no small picture, its words stand in its place. */
    function watch() {
        var photo = this;
        function fail() {
            $(photo).closest('.rtn-photo-link').addClass('rtn-photo-none');
        }
        if (photo.complete && photo.getAttribute('src') && photo.naturalWidth === 0 && !$(photo).closest('.rtn-behind, details:not([open])').length) {
            fail();
        }
        $(photo).on('error', fail);
    }

    /* Large, in place. Photos of which no small one can be made are none for a browser to unfold either, and are saved as files. */
    function openPhoto(event) {
        var $link = $(this);
        var $photo = $link.find('.rtn-photo');
        var $panel = $link.closest('.rtn-panel');
        if (event.ctrlKey || event.metaKey || event.shiftKey || !window.HTMLDialogElement || !$photo.length || !$photo[0].naturalWidth) {
            return;
        }
        event.preventDefault();
        var $dialog = $('<dialog>', { 'class': 'rtn-photo-dialog', 'aria-label': $photo.attr('alt') }).append(
            $('<form>', { method: 'dialog', 'class': 'rtn-photo-bar' }).append(
                $('<span>', { 'class': 'rtn-photo-name' }).text($photo.attr('alt')),
                $('<a>', { href: $link.attr('href'), 'class': 'rtn-photo-save' }).text($panel.attr('data-photo-save')),
                $('<button>', { type: 'submit', 'class': 'rtn-photo-close' }).text($panel.attr('data-photo-close'))),
            $('<img>', { src: $link.attr('href'), alt: $photo.attr('alt') }));
        $dialog.on('close', function () {
            $dialog.remove();
            $link.focus();
        }).on('click', function (click) {
            if (click.target === $dialog[0]) {
                $dialog[0].close();
            }
        }).on('keydown keyup', function (key) {
            /* The platform closes dialogs of its own at Escape. */
            key.stopPropagation();
        });
        $panel.append($dialog);
        $dialog[0].showModal();
        $dialog.find('.rtn-photo-close').focus();
    }

    $(function () {
        if (!$('.rtn-panel').length) {
            return;
        }
        makeTab();
        $('.rtn-photo').each(watch);
        $('.rtn-closed').on('toggle', fetchWhole);
        $('.rtn-panel').on('click', '.rtn-photo-link', openPhoto).on('click', '.rtn-next-step', function () {
            openWith($(this));
        }).on('click', '.rtn-whole a', function (event) {
            if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
                event.preventDefault();
                fetchWhole.call($(this).closest('.rtn-return')[0]);
            }
        });
    });

    return { show: show };
}(jQuery));
