/* The list of returns and the way through it. The rows come from the platform, which gets more of them in the background. */
(function ($) {
    'use strict';

    var MEMORY = 'rtn-desk';
    var MARK = 'rtnMark.';

    function parameters(query) {
        var found = {};
        $.each((query || '').replace(/^\?/, '').split('&'), function (index, pair) {
            var cut = pair.indexOf('=');
            if (pair) {
                found[decodeURIComponent(cut < 0 ? pair : pair.slice(0, cut))] = cut < 0 ? '' : pair.slice(cut + 1);
            }
        });
        return found;
    }

    function queryOf(params) {
        return $.map(params, function (value, name) {
            return encodeURIComponent(name) + '=' + value;
        }).join('&');
    }

    /* What the platform's own filters and sorting do not know and would drop. */
    function kept($desk) {
        var searched = $desk.attr('data-searched');
        return $.extend({ view: $desk.attr('data-view') }, searched ? { q: encodeURIComponent(searched) } : {});
    }

    function isList(url, $desk) {
        var path = url.replace(/^[a-z]+:\/\/[^/]*/i, '').split('?')[0];
        return path === '' || path === $desk.attr('data-list').split(';')[0].split('?')[0];
    }

    /* So that the address can be kept, whatever the platform has made of it. */
    function mendAddress($desk) {
        var now = parameters(window.location.search);
        var missing = $.extend({}, kept($desk), now);
        if (queryOf(missing) !== queryOf(now)) {
            window.history.replaceState(window.history.state, '', window.location.pathname + '?' + queryOf(missing) + window.location.hash);
        }
    }

    function keepWhatIsAsked($desk) {
        $.ajaxPrefilter(function (options) {
            if ((options.type || 'GET').toUpperCase() === 'GET' && isList(options.url || '', $desk)) {
                var sent = $.extend(parameters((options.url.split('?')[1] || '').split('#')[0]),
                    parameters(typeof options.data === 'string' ? options.data : ''));
                var missing = $.map(kept($desk), function (value, name) {
                    return sent.hasOwnProperty(name) ? null : name + '=' + value;
                });
                if (missing.length) {
                    options.url += (options.url.indexOf('?') < 0 ? '?' : '&') + missing.join('&');
                }
            }
        });
    }

    /* Of what stands in no cell of the row. */
    function marksOf($row) {
        try {
            return $.grep(JSON.parse($row.attr('data-hiddenfields')).hiddenFields, function (field) {
                return field.name.indexOf(MARK) === 0;
            });
        } catch (e) {
            return [];
        }
    }

    /* Null leaves the attribute out. */
    function means($desk, status) {
        return $desk.find('.rtn-statuses li').filter(function () {
            return $(this).attr('data-status') === status;
        }).text() || null;
    }

    function decorate($desk) {
        $('.list-grid-table td[data-fieldname="number"]').not('.rtn-seen').addClass('rtn-seen').each(function () {
            var $cell = $(this);
            $.each(marksOf($cell.closest('tr')), function (index, field) {
                $cell.append(' ', $('<span>').addClass('rtn-mark rtn-mark-' + field.name.slice(MARK.length))
                    .attr({ role: 'img', 'aria-label': field.val, title: field.val }));
            });
        });
        $('.list-grid-table td[data-fieldname="status"]').not('.rtn-seen').addClass('rtn-seen').each(function () {
            var $cell = $(this);
            var tag = $('<span>').addClass('rtn-tag rtn-tag-' + $cell.attr('data-fieldvalue')).text($.trim($cell.text()));
            $cell.empty().append(tag.attr('title', means($desk, $cell.attr('data-fieldvalue'))));
        });
        $('.list-grid-table td[data-fieldname="age"]').not('.rtn-seen').addClass('rtn-seen').each(function () {
            var $cell = $(this);
            var parts = $.trim($cell.text()).split(' · ');
            var mark = $cell.attr('data-fieldvalue');
            $cell.empty().append($('<span>').addClass('rtn-age').text(parts[0]));
            if (parts[1]) {
                $cell.append(' ', $('<span>').addClass('rtn-due rtn-due-' + mark.toLowerCase()).text(parts[1]));
            }
            $cell.closest('tr').addClass(mark === 'NONE' ? '' : 'rtn-row-' + mark.toLowerCase());
        });
        $('.list-grid-table td[data-fieldname="submittedAt"]').not('.rtn-seen').addClass('rtn-seen').each(function () {
            var parts = /^(\S+)\s+(.+)$/.exec($.trim($(this).text()));
            if (parts) {
                $(this).empty().append($('<span>').addClass('rtn-moment').append($('<span>').text(parts[1]), ' ', $('<span>').text(parts[2])));
            }
        });
        $('.list-grid-table td[data-fieldname^="customer"]').not('.rtn-seen').addClass('rtn-seen').each(function () {
            var name = $.trim($(this).text());
            $(this).attr('title', name).empty().append($('<span>').addClass('rtn-two-lines').text(name));
        });
        $('.list-grid-table td[data-fieldname="articleCount"]').not('.rtn-seen').addClass('rtn-seen').each(function () {
            var $cell = $(this);
            $cell.attr('data-unit', $desk.attr($.trim($cell.text()) === '1' ? 'data-article' : 'data-articles'));
        });
        $desk.find('.rtn-further-columns li').each(function () {
            $('.list-grid-table td[data-fieldname="' + $(this).attr('data-name') + '"]').addClass('rtn-further').attr('data-title', $(this).text());
        });
        var total = $('.listgrid-body-wrapper tbody, .list-grid-table tbody').last().data('totalrecords');
        $desk.find('.rtn-limit').prop('hidden', !(Number(total) >= Number($desk.attr('data-limit'))));
        var narrowed = $.grep(Object.keys(parameters(window.location.search)), function (name) {
            return ['view', 'startIndex', 'maxIndex', 'sortProperty', 'sortDirection', 'blLocaleCode'].indexOf(name) < 0;
        });
        $desk.find('.rtn-clear').prop('hidden', !narrowed.length);
    }

    /* How far down in the list a row stands, from 1. Rows between others may not be on the page. */
    function placeOf($row) {
        var before = $row.prevAll('tr[data-link]').length;
        var place = null;
        $.each(String($row.closest('tbody').data('recordranges') || '').split(','), function (index, range) {
            var ends = range.split('-');
            var size = ends[1] - ends[0] + 1;
            if (before < size) {
                place = Number(ends[0]) + before + 1;
                return false;
            }
            before -= size;
        });
        return place;
    }

    function open() {
        var $desk = $('.rtn-desk');
        var chosen = {};
        var total = null;
        keepWhatIsAsked($desk);
        mendAddress($desk);
        decorate($desk);
        $(document).ajaxComplete(function () {
            window.setTimeout(function () {
                mendAddress($desk);
                decorate($desk);
            });
        });
        $('body').addClass('rtn-list').on('click', '.list-grid-table tbody tr', function (event) {
            var link = $(this).data('link');
            if (link && !$(event.target).closest('a').length) {
                window.location = link;
            }
        });
        /* Before anything else takes note of it, and leaves. */
        document.addEventListener('click', function (event) {
            var $row = $(event.target).closest('.list-grid-table tbody tr[data-link]');
            if ($row.length) {
                chosen = {};
                chosen[$row.find('td[data-fieldname="number"]').attr('data-fieldvalue')] = { place: placeOf($row) };
                total = Number($row.closest('tbody').data('totalrecords'));
            }
        }, true);
        $(window).on('pagehide', function () {
            remember({ query: window.location.search, number: null, seen: chosen, of: total, most: Number($desk.attr('data-limit')),
                going: false, opening: false });
        });
    }

    /* Of this tab of the browser alone. */
    function remember(what) {
        try {
            window.sessionStorage.setItem(MEMORY, JSON.stringify($.extend(remembered() || {}, what)));
        } catch (e) {
            /* Somebody who lets no page remember anything has no way back but the browser's own. */
        }
    }

    function remembered() {
        try {
            return JSON.parse(window.sessionStorage.getItem(MEMORY));
        } catch (e) {
            return null;
        }
    }

    /* What a list goes by and handling a return changes. */
    function stateOf(number) {
        var $return = $(document.getElementById('return-' + number));
        return $return.attr('data-status') + '.' + ($return.attr('data-attention') || '');
    }

    /* Where one stands in the list as one has left it, and not in what is left of it by now: no statement counts that. Only a list that
       begins again has been counted. */
    function stand(memory, number, anew) {
        var seen = memory.seen || {};
        var here = seen[number] || {};
        var last = seen[memory.number] || {};
        if (memory.going && anew) {
            seen = {};
            here = { place: 1 };
        } else if (memory.going) {
            here = { place: last.place ? last.place + 1 : null };
        }
        here.was = here.was || stateOf(number);
        seen[number] = here;
        var stands = { number: number, seen: seen, of: memory.going && anew || memory.of, going: false, opening: false };
        remember(stands);
        return $.extend({ most: memory.most }, stands);
    }

    function showPlace($way, stands) {
        var place = stands.seen[stands.number].place;
        var language = $way.closest('[lang]').attr('lang');
        if (place && stands.of) {
            /* What came meanwhile stands behind what was there. */
            var of = Math.max(place, stands.of);
            $way.find('.rtn-way-place').prop('hidden', false).text($way.attr('data-place').replace('~', place.toLocaleString(language))
                .replace('^', of.toLocaleString(language) + (stands.most && of >= stands.most ? '+' : '')));
        }
    }

    /* Where it is said that a step was done: from one dialog to the next. */
    function offerNext(number, address, words) {
        $(document.getElementById('return-' + number)).find('.rtn-confirmation').first().append(' ',
            $('<a>', { 'class': 'rtn-go-on', href: address }).text(words).on('click', function () {
                remember({ number: number, going: true, opening: true });
            }));
    }

    /*
     * The one of the likely next step, or of the refund that is due, or else the one of any; of what is decided that would be the one that
     * takes the decision back. Once all scripts of the page listen.
     */
    function openDialog(number) {
        window.setTimeout(function () {
            var $return = $(document.getElementById('return-' + number));
            var open = ['REQUESTED', 'LABEL_SENT', 'RECEIVED'].indexOf($return.attr('data-status')) >= 0;
            $.each(['.rtn-next-step', '.rtn-refund-open.rtn-filled'].concat(open ? '.rtn-update-status' : []), function (index, likely) {
                var $opener = $return.find(likely).first();
                $opener.trigger('click');
                return !$opener.length;
            });
        });
    }

    /* On the order's page: back to the list as it was, where one stands in it, and from a return that was handled to the next one. */
    function showWay() {
        var memory = remembered();
        var $way = $('.rtn-way');
        if (!memory || !memory.query || !$way.length) {
            return;
        }
        var named = /^#return-(.+)$/.exec(window.location.hash);
        var number = named ? decodeURIComponent(named[1]) : memory.number;
        $way.find('.rtn-way-back').attr('href', $way.attr('data-list') + memory.query);
        if (number && document.getElementById('return-' + number)) {
            var stands = stand(memory, number, Number($way.attr('data-anew')));
            var next = parameters(memory.query);
            delete next.startIndex;
            delete next.maxIndex;
            next.after = encodeURIComponent(number);
            next.was = encodeURIComponent(stands.seen[number].was);
            var address = $way.attr('data-next') + '?' + queryOf(next);
            $way.find('.rtn-way-next').attr('href', address).prop('hidden', false).on('click', function () {
                remember({ number: number, going: true, opening: false });
            });
            showPlace($way, stands);
            offerNext(number, address, $way.attr('data-go-on'));
            if (memory.going && memory.opening) {
                openDialog(number);
            }
        }
        $way.prop('hidden', false);
    }

    window.RtnDesk = { open: open, showWay: showWay };
}(jQuery));
