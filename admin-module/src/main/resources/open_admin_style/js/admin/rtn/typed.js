/* Keeps what was typed into a dialog for a page that is loaded again: in this tab alone, of one merchant, of one return and step, until
   it is done or discarded. */
window.RtnTyped = (function ($) {
    'use strict';

    var PREFIX = 'rtn.typed.';
    var OPEN = 'rtn.open';
    var TOKENS = ['csrfToken', 'stateVersionToken'];

    /* A browser may have none, or no room. */
    function store(work) {
        try {
            return work(window.sessionStorage);
        } catch (e) {
            return null;
        }
    }

    /* What others have typed in this tab is nobody else's. */
    function forgetOthers(prefix, mine) {
        store(function (storage) {
            for (var i = storage.length - 1; i >= 0; i -= 1) {
                var key = storage.key(i);
                if (key.indexOf(prefix) === 0 && key.indexOf(mine) !== 0) {
                    storage.removeItem(key);
                }
            }
        });
    }

    /* With what a script fills in left out, which it does anew. */
    function inputs($form) {
        return $form.find('input, select, textarea').filter(function () {
            return this.name && this.type !== 'hidden' && $.inArray(this.name, TOKENS) < 0;
        });
    }

    function eachInput($form, work) {
        var seen = {};
        inputs($form).each(function () {
            seen[this.name] = (seen[this.name] || 0) + 1;
            work(this, this.name + '#' + seen[this.name]);
        });
    }

    function isTicked(input) {
        return input.type === 'radio' || input.type === 'checkbox';
    }

    function of($form, merchant, url) {
        var mine = PREFIX + merchant + '.';
        var key = mine + $form.attr('action').replace(/\?.*/, '');
        /* Quantities that were typed for a return as it was before may be wrong by now; what was written is not. */
        var version = $form.find('input[name="version"]').val() || '';
        forgetOthers(PREFIX, mine);

        function keep() {
            var values = {};
            var file = null;
            eachInput($form, function (input, name) {
                if (input.type === 'file') {
                    file = !input.disabled && input.files && input.files[0] ? input.files[0].name : file;
                } else if (!input.hasAttribute('data-filled')) {
                    values[name] = isTicked(input) ? input.checked : input.value;
                }
            });
            store(function (storage) {
                storage.setItem(key, JSON.stringify({ version: version, values: values, file: file }));
                storage.setItem(OPEN, url);
            });
        }

        function forget() {
            store(function (storage) {
                storage.removeItem(key);
                storage.removeItem(OPEN);
            });
        }

        function put(input, value) {
            var changed = isTicked(input) ? input.checked !== value : input.value !== value;
            if (!changed) {
                return;
            }
            if (isTicked(input)) {
                input.checked = value;
            } else {
                $(input).val(value);
            }
            /* A choice that there is no longer. */
            if (input.tagName === 'SELECT' && input.selectedIndex < 0) {
                input.selectedIndex = 0;
            }
            if (input.type !== 'radio' || value) {
                $(input).trigger('change');
            }
        }

        /* The choices first: what they show is filled in by scripts, and what was typed is put over that. */
        function restore() {
            var before = store(function (storage) {
                return JSON.parse(storage.getItem(key));
            });
            if (!before || typeof before.values !== 'object') {
                return null;
            }
            $.each([true, false], function (index, choices) {
                eachInput($form, function (input, name) {
                    var isChoice = input.tagName === 'SELECT' || isTicked(input);
                    var isText = input.tagName === 'TEXTAREA';
                    if (before.values.hasOwnProperty(name) && isChoice === choices && input.type !== 'file'
                            && (before.version === version || isText)) {
                        put(input, before.values[name]);
                    }
                });
            });
            return before;
        }

        return { keep: keep, forget: forget, restore: restore };
    }

    /* A dialog that was open when the page was loaded again opens again. */
    $(document).ready(function () {
        var navigation = window.performance && window.performance.getEntriesByType
            ? window.performance.getEntriesByType('navigation')[0] : null;
        var url = store(function (storage) {
            return storage.getItem(OPEN);
        });
        if (url && navigation && navigation.type === 'reload') {
            /* Not by what opens it with a choice of its own. */
            $('.rtn-opens').not('[data-next]').filter(function () {
                return $(this).data('url') === url;
            }).first().trigger('click');
        }
    });

    return { of: of, store: store, forgetOthers: forgetOthers };
}(jQuery));
