/* Notes on returns: what was typed outlives a reload and a lost session, in this tab of the browser. */
(function ($) {
    'use strict';

    var Typed = window.RtnTyped;
    var PREFIX = 'rtn-note-';

    function ofWriter($note) {
        return PREFIX + $note.attr('data-writer') + '-';
    }

    function keyOf($note) {
        return ofWriter($note) + $note.attr('data-number');
    }

    function restore() {
        var $note = $(this);
        var $text = $note.find('textarea');
        Typed.forgetOthers(PREFIX, ofWriter($note));
        if ($note.attr('data-added')) {
            Typed.store(function (kept) {
                kept.removeItem(keyOf($note));
            });
        } else if (!$text.val()) {
            var typed = Typed.store(function (kept) {
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
        Typed.store(function (kept) {
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
