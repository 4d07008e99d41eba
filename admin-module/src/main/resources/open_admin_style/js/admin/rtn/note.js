/* Notes on returns: what was typed outlives a reload and a lost session, in this tab of the browser. */
(function ($) {
    'use strict';

    function storage(work) {
        try {
            return work(window.sessionStorage);
        } catch (e) {
            /* Somebody who lets no page remember anything types it again. */
            return null;
        }
    }

    var PREFIX = 'rtn-note-';

    function ofWriter($note) {
        return PREFIX + $note.attr('data-writer') + '-';
    }

    function keyOf($note) {
        return ofWriter($note) + $note.attr('data-number');
    }

    /* What others have typed in this tab is nobody else's. */
    function forgetOthers(mine) {
        storage(function (kept) {
            for (var i = kept.length - 1; i >= 0; i -= 1) {
                var key = kept.key(i);
                if (key.indexOf(PREFIX) === 0 && key.indexOf(mine) !== 0) {
                    kept.removeItem(key);
                }
            }
        });
    }

    function restore() {
        var $note = $(this);
        var $text = $note.find('textarea');
        forgetOthers(ofWriter($note));
        if ($note.attr('data-added')) {
            storage(function (kept) {
                kept.removeItem(keyOf($note));
            });
        } else if (!$text.val()) {
            var typed = storage(function (kept) {
                return kept.getItem(keyOf($note));
            });
            if (typed) {
                $text.val(typed);
                $note.prop('open', true);
            }
        }
    }

    $(document).on('input', '.rtn-note textarea', function () {
        var typed = $(this).val();
        var key = keyOf($(this).closest('.rtn-note'));
        storage(function (kept) {
            if (typed) {
                kept.setItem(key, typed);
            } else {
                kept.removeItem(key);
            }
        });
    });
    $(document).on('submit', '.rtn-note-form', function () {
        $(this).find('.rtn-note-save').prop('disabled', true);
    });
    $(window).on('pageshow', function () {
        $('.rtn-note-save').prop('disabled', false);
    });
    $(function () {
        $('.rtn-note').each(restore);
    });
    $(document).on('rtn-fetched', function (event, $part) {
        $part.find('.rtn-note').each(restore);
    });
}(jQuery));
