/*
 * Makes the request form of returns quicker where scripts run: articles are picked by a tick, photos are sent as soon as they are
 * chosen, and the expected refund follows what is picked. Without it the form does the same in more steps. Every rule is the server's.
 */
(function () {
    'use strict';

    var LONGEST_SIDES = [4096, 3072, 2048, 1536, 1024];
    var PREVIEW = 240;
    var ACCEPTED = /^image\/(jpeg|png|webp)$/;

    function each(list, work) {
        Array.prototype.forEach.call(list, work);
    }

    function element(name, classes, attributes) {
        var made = document.createElement(name);
        made.className = classes;
        Object.keys(attributes || {}).forEach(function (key) {
            made.setAttribute(key, attributes[key]);
        });
        return made;
    }

    /* The article cards: the tick shows quantity and reason; a line that is not ticked has no quantity. */
    function line(box, changed) {
        var tick = box.querySelector('.rtn-tick');
        var fields = box.querySelector('.rtn-fields');
        var less = box.querySelector('.rtn-less');
        var more = box.querySelector('.rtn-more');
        if (!tick || !fields || !less || !more) {
            return null;
        }
        var quantity = fields.querySelector('input[type=number]');
        var most = Number(quantity.max);
        var kept = '';
        var said = document.createElement('span');

        function units() {
            return /^[0-9]{1,9}$/.test(quantity.value) ? Number(quantity.value) : 0;
        }

        function entered() {
            return (quantity.value !== '' && quantity.value !== '0') || quantity.validity.badInput
                || quantity.getAttribute('aria-invalid') === 'true';
        }

        function show() {
            fields.hidden = !tick.checked;
            box.classList.toggle('rtn-picked', tick.checked);
            less.setAttribute('aria-disabled', units() <= 1);
            more.setAttribute('aria-disabled', units() >= most);
            changed();
        }

        function pick(picked) {
            tick.checked = picked;
            if (picked && units() === 0 && !quantity.validity.badInput) {
                quantity.value = kept || '1';
            } else if (!picked) {
                kept = units() > 0 ? quantity.value : '';
                quantity.value = '';
            }
            show();
        }

        /* The buttons keep the focus at both ends, and say what they have come to. */
        function add(by) {
            quantity.value = Math.max(1, Math.min(most, units() + by));
            said.textContent = quantity.value;
            show();
        }

        said.className = 'rtn-hidden';
        said.setAttribute('role', 'status');
        fields.appendChild(said);

        tick.hidden = less.hidden = more.hidden = false;
        tick.addEventListener('change', function () {
            pick(tick.checked);
        });
        less.addEventListener('click', function () {
            add(-1);
        });
        more.addEventListener('click', function () {
            add(1);
        });
        quantity.addEventListener('input', show);
        quantity.addEventListener('change', function () {
            if (quantity.value === '0') {
                pick(false);
            } else if (quantity.value === '' && !quantity.validity.badInput) {
                quantity.value = '1';
            }
            show();
        });
        return {
            /* Browsers put back what was entered after the page's scripts have run. Without a quantity, it was tapped before they had. */
            refresh: function () {
                if (tick.checked && !entered()) {
                    pick(true);
                    return;
                }
                tick.checked = entered();
                show();
            },
            pick: pick,
            tick: tick,
            fields: fields,
            picked: function () {
                return tick.checked;
            },
            /* What the picked units bring, or null where that is not known. */
            worth: function () {
                var worths = (box.getAttribute('data-rtn-worth') || '').split(' ');
                return units() > 0 && units() <= worths.length && worths[units() - 1] !== '' ? worths[units() - 1] : null;
            }
        };
    }

    /* The bar: what is expected to come back, of the lines that are picked. */
    function expected(form, bar, lines) {
        var shown = bar && bar.querySelector('.rtn-bar-expected');
        var currency = bar && bar.getAttribute('data-rtn-currency');
        var language = form.closest('[lang]') ? form.closest('[lang]').lang : undefined;

        function bringsMoney() {
            var chosen = form.querySelector('[name=refundType]:checked');
            return chosen ? chosen.hasAttribute('data-rtn-money') : form.querySelector('[name=refundType][data-rtn-money]') !== null;
        }

        function sum() {
            var picked = lines.filter(function (each) {
                return each.picked();
            });
            var known = picked.length > 0 && bringsMoney();
            var total = 0;
            var scale = 1;
            picked.forEach(function (each) {
                var worth = each.worth();
                if (worth === null) {
                    known = false;
                } else {
                    scale = Math.max(scale, Math.pow(10, (worth.split('.')[1] || '').length));
                }
            });
            picked.forEach(function (each) {
                total += Math.round(Number(each.worth()) * scale);
            });
            return known && total > 0 ? total / scale : null;
        }

        return function () {
            if (!shown || !currency || !window.Intl) {
                return;
            }
            var amount = sum();
            shown.hidden = amount === null;
            if (amount !== null) {
                var text = new Intl.NumberFormat(language, {style: 'currency', currency: currency}).format(amount);
                var strong = shown.querySelector('strong');
                if (strong.textContent !== text) {
                    strong.textContent = text;
                }
            }
        };
    }

    /* A theme with a background of its own has it behind the bar too, under which the page moves. */
    function solid(bar) {
        var clear = /^(transparent|rgba\(.*, 0\))$/;
        var behind = bar.parentNode;
        while (behind && behind.nodeType === 1 && clear.test(window.getComputedStyle(behind).backgroundColor)) {
            behind = behind.parentNode;
        }
        if (behind && behind.nodeType === 1) {
            bar.style.backgroundColor = window.getComputedStyle(behind).backgroundColor;
        }
    }

    /* Pictures: what no shop takes becomes JPEG if the browser can read it, and what is too large becomes smaller. */
    function read(file, done) {
        if (!window.createImageBitmap) {
            done(null);
            return;
        }
        window.createImageBitmap(file).then(done, function () {
            done(null);
        });
    }

    function drawn(picture, longest, background) {
        var scale = Math.min(1, longest / Math.max(picture.width, picture.height));
        var canvas = document.createElement('canvas');
        canvas.width = Math.max(1, Math.round(picture.width * scale));
        canvas.height = Math.max(1, Math.round(picture.height * scale));
        var context = canvas.getContext('2d');
        if (background) {
            context.fillStyle = background;
            context.fillRect(0, 0, canvas.width, canvas.height);
        }
        context.drawImage(picture, 0, 0, canvas.width, canvas.height);
        return canvas;
    }

    function jpeg(picture, bytes, done) {
        var sides = LONGEST_SIDES.slice();
        (function next() {
            if (sides.length === 0) {
                done(null);
                return;
            }
            drawn(picture, sides.shift(), '#fff').toBlob(function (blob) {
                if (blob && blob.size <= bytes) {
                    done(blob);
                } else {
                    next();
                }
            }, 'image/jpeg', 0.85);
        }());
    }

    /* @param done told what to send and how it is called, or what is wrong */
    function prepare(file, bytes, preview, done) {
        read(file, function (picture) {
            var accepted = ACCEPTED.test(file.type);
            if (!picture) {
                done(!accepted && file.type !== '' ? {wrong: 'wrong-type'} : file.size > bytes ? {wrong: 'too-large'}
                    : {content: file, name: file.name});
                return;
            }
            preview(drawn(picture, PREVIEW));
            if (accepted && file.size <= bytes) {
                picture.close();
                done({content: file, name: file.name});
                return;
            }
            jpeg(picture, bytes, function (blob) {
                picture.close();
                done(blob ? {content: blob, name: file.name.replace(/\.[^.]*$/, '') + '.jpg'} : {wrong: 'too-large'});
            });
        });
    }

    /* @param answered told the page that the server answers with, or null if it does not */
    function send(address, body, progress, answered) {
        var request = new XMLHttpRequest();
        request.open('POST', address);
        request.responseType = 'document';
        if (typeof body === 'string') {
            request.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
        }
        if (progress) {
            request.upload.addEventListener('progress', progress);
        }
        request.addEventListener('load', function () {
            answered(request.response);
        });
        request.addEventListener('error', function () {
            answered(null);
        });
        request.send(body);
        return request;
    }

    /*
     * The photos: tiles that are sent as they are chosen, one after the other, by the form that the page for photos has. What was
     * entered is kept first, since photos belong to it.
     */
    function photos(form, box) {
        var add = box.querySelector('#rtn-add-photos');
        var tiles = box.querySelector('.rtn-tiles');
        var most = Number(box.getAttribute('data-rtn-most'));
        var bytes = Number(box.getAttribute('data-rtn-bytes'));
        var waiting = [];
        var sending = null;
        var upload = null;
        var afterwards = null;
        var removing = 0;
        /* Whose photos wait for the answer that makes the upload possible. */
        var drafted = [];

        var adding = element('li', 'rtn-tile rtn-tile-add');
        var label = element('label', 'rtn-add');
        var chooser = element('input', 'rtn-hidden', {type: 'file', accept: 'image/*', multiple: 'multiple', id: 'rtn-photo-chooser',
            'aria-describedby': 'rtn-photos-hint rtn-tile-errors'});
        var errors = element('div', 'rtn-tile-errors', {id: 'rtn-tile-errors', role: 'alert'});
        var status = element('p', 'rtn-hidden', {role: 'status'});

        function words(which, name) {
            return box.getAttribute('data-rtn-' + which).split('{name}').join(name || '');
        }

        function say(text) {
            status.textContent = text;
        }

        function complain(text) {
            var line = element('p', 'rtn-error');
            line.textContent = text;
            errors.appendChild(line);
        }

        function count() {
            return tiles.querySelectorAll('.rtn-tile:not(.rtn-tile-add)').length;
        }

        function arrange() {
            adding.hidden = count() >= most;
            tiles.hidden = count() === 0 && adding.hidden;
        }

        function cross(button) {
            var sign = element('span', '', {'aria-hidden': 'true'});
            sign.textContent = '\u00d7';
            button.appendChild(sign);
            return button;
        }

        function choose(file) {
            var tile = element('li', 'rtn-tile rtn-tile-busy');
            var progress = element('progress', 'rtn-progress', {max: '1', value: '0', 'aria-label': words('adding', file.name)});
            var stop = cross(element('button', 'rtn-remove', {type: 'button', 'aria-label': words('stop', file.name)}));
            var photo = {file: file, tile: tile, progress: progress, canvas: null, request: null, stopped: false};
            stop.addEventListener('click', function () {
                photo.stopped = true;
                if (photo.request) {
                    photo.request.abort();
                }
                waiting = waiting.filter(function (other) {
                    return other !== photo;
                });
                end(photo);
                (adding.hidden ? box : chooser).focus();
            });
            tile.appendChild(progress);
            tile.appendChild(stop);
            tiles.insertBefore(tile, adding);
            waiting.push(photo);
        }

        /* Ends a photo, sent or not, and goes on. */
        function end(photo, wrong) {
            if (photo.tile.parentNode) {
                photo.tile.parentNode.removeChild(photo.tile);
            }
            if (wrong) {
                complain(wrong);
                leave(false);
            }
            arrange();
            if (sending === photo) {
                sending = null;
            }
            next();
        }

        /* Sends the form if it waits for the photos, unless one of them was not taken. */
        function leave(ready) {
            var waited = afterwards;
            afterwards = null;
            if (waited) {
                waited(ready);
            }
        }

        function isBusy() {
            return sending || waiting.length > 0 || removing > 0 || drafted.length > 0;
        }

        function next() {
            if (sending) {
                return;
            }
            if (waiting.length === 0) {
                if (!isBusy()) {
                    leave(true);
                }
                return;
            }
            sending = waiting.shift();
            var photo = sending;
            if (tiles.querySelectorAll('[name=remove]').length >= most) {
                end(photo, words('too-many', photo.file.name));
                return;
            }
            prepare(photo.file, bytes, function (canvas) {
                canvas.className = 'rtn-photo';
                canvas.setAttribute('role', 'img');
                canvas.setAttribute('aria-label', photo.file.name);
                photo.canvas = canvas;
                photo.tile.insertBefore(canvas, photo.progress);
            }, function (prepared) {
                if (photo.stopped) {
                    return;
                }
                if (prepared.wrong) {
                    end(photo, words(prepared.wrong, photo.file.name));
                } else {
                    keep(photo, function () {
                        transfer(photo, prepared);
                    });
                }
            });
        }

        /* What the server says, or that it says nothing of ours. */
        function reason(page, name) {
            var said = page && page.querySelector('#rtn-photo-errors, #rtn-errors');
            return said ? said.textContent.trim().replace(/\s+/g, ' ') : words('failed', name);
        }

        /* Once, so that there is something that photos can belong to; also where the photo that it was done for is stopped meanwhile. */
        function keep(photo, done) {
            if (upload) {
                done();
                return;
            }
            drafted.push({photo: photo, done: done});
            if (drafted.length > 1) {
                return;
            }
            send(form.action, entered() + '&add=true', null, function (page) {
                var found = page && page.querySelector('#rtn-photo-form');
                var place = page && page.querySelector('[data-rtn-page]');
                var told = drafted.filter(function (each) {
                    return !each.photo.stopped;
                });
                drafted = [];
                if (found && place) {
                    upload = {address: found.action, inputs: found.querySelectorAll('input[type=hidden]')};
                    form.setAttribute('action', place.getAttribute('data-rtn-page'));
                    window.history.replaceState(null, '', place.getAttribute('data-rtn-edit'));
                }
                told.forEach(function (each) {
                    if (upload) {
                        each.done();
                    } else {
                        end(each.photo, reason(page, each.photo.file.name));
                    }
                });
                next();
            });
        }

        function entered() {
            var fields = [];
            each(form.elements, function (field) {
                var choice = field.type === 'radio' || field.type === 'checkbox';
                if (field.name && field.type !== 'submit' && field.type !== 'file' && (!choice || field.checked)) {
                    fields.push(encodeURIComponent(field.name) + '=' + encodeURIComponent(field.value));
                }
            });
            return fields.join('&');
        }

        function transfer(photo, prepared) {
            var body = new FormData();
            each(upload.inputs, function (input) {
                body.append(input.name, input.value);
            });
            body.append('photos', prepared.content, prepared.name);
            photo.request = send(upload.address, body, function (event) {
                if (event.lengthComputable) {
                    photo.progress.value = event.loaded / event.total;
                }
            }, function (page) {
                if (photo.stopped) {
                    return;
                }
                var kept = page && page.querySelector('#rtn-photos');
                if (!kept) {
                    end(photo, reason(page, photo.file.name));
                    return;
                }
                var fresh = Array.prototype.filter.call(kept.querySelectorAll('.rtn-tile'), function (tile) {
                    return !tiles.querySelector('[name=remove][value="' + tile.querySelector('[name=remove]').value + '"]');
                });
                fresh.forEach(function (tile, place) {
                    take(document.importNode(tile, true), photo, place === fresh.length - 1);
                });
                say(words('added', prepared.name));
                end(photo);
            });
        }

        /* What was just sent, the last one, need not be fetched to be seen. Another one had been stopped too late. */
        function take(tile, photo, last) {
            var shown = tile.querySelector('img');
            if (last && photo.canvas && shown) {
                tile.replaceChild(photo.canvas, shown);
            }
            tiles.insertBefore(tile, photo.tile);
        }

        function remove(button) {
            var tile = button.closest('.rtn-tile');
            var name = (tile.querySelector('[alt]') || {alt: ''}).alt || (tile.querySelector('canvas') || tile).getAttribute('aria-label') || '';
            button.disabled = true;
            removing++;
            send(form.action, entered() + '&remove=' + encodeURIComponent(button.value), null, function (page) {
                removing--;
                if (!page || !page.querySelector('#rtn-photos') || page.querySelector('#rtn-errors')) {
                    button.disabled = false;
                    complain(reason(page, name));
                    leave(false);
                    return;
                }
                tiles.removeChild(tile);
                arrange();
                say(words('removed', name));
                (adding.hidden ? box : chooser).focus();
                next();
            });
        }

        if (!tiles || !window.FormData) {
            return null;
        }
        label.appendChild(document.createTextNode(words('tile')));
        label.appendChild(chooser);
        adding.appendChild(label);
        tiles.appendChild(adding);
        tiles.parentNode.insertBefore(errors, tiles.nextSibling);
        box.appendChild(status);
        if (add) {
            add.hidden = true;
        }
        arrange();
        chooser.addEventListener('change', function () {
            errors.textContent = '';
            each(chooser.files, choose);
            chooser.value = '';
            arrange();
            next();
        });
        tiles.addEventListener('click', function (event) {
            var button = event.target.closest('[name=remove]');
            if (button) {
                event.preventDefault();
                errors.textContent = '';
                remove(button);
            }
        });
        return {
            /* Whether photos are still on their way, or being removed; then tells once that is done, or something of it is not. */
            hold: function (done) {
                if (!isBusy()) {
                    return false;
                }
                afterwards = done;
                return true;
            },
            waiting: words('waiting')
        };
    }

    /* Whoever goes on while photos are on their way goes once they are there. */
    function hold(form, bar, tiles) {
        var note = element('p', 'rtn-bar-note', {role: 'status'});
        bar.insertBefore(note, bar.firstChild);
        form.addEventListener('submit', function (event) {
            var held = tiles.hold(function (ready) {
                note.textContent = '';
                if (ready) {
                    document.getElementById('rtn-submit').click();
                } else {
                    document.getElementById('rtn-photos').focus();
                }
            });
            if (held) {
                event.preventDefault();
                note.textContent = tiles.waiting;
            }
        });
    }

    /* The receipt of a withdrawal says without a script how to print it. */
    function offerPrinting() {
        var print = document.getElementById('rtn-print');
        if (print) {
            print.parentNode.hidden = false;
            print.addEventListener('click', function () {
                window.print();
            });
        }
    }

    function start() {
        offerPrinting();
        var form = document.getElementById('rtn-request-form');
        if (!form || form.classList.contains('rtn-live')) {
            return;
        }
        form.classList.add('rtn-live');
        var bar = form.querySelector('.rtn-bar');
        var lines = [];
        var refresh = function () {
        };
        each(form.querySelectorAll('.rtn-line'), function (box) {
            var made = line(box, function () {
                refresh();
            });
            if (made) {
                lines.push(made);
            }
        });
        refresh = expected(form, bar, lines);
        function all() {
            lines.forEach(function (each) {
                each.refresh();
            });
            refresh();
        }
        all();
        window.addEventListener('pageshow', all);
        form.addEventListener('change', refresh);
        if (bar) {
            solid(bar);
        }
        var box = document.getElementById('rtn-photos');
        var tiles = box && photos(form, box);
        if (tiles && bar) {
            hold(form, bar, tiles);
        }
        var errors = document.getElementById('rtn-errors');
        if (errors) {
            errors.focus();
            errors.addEventListener('click', function (event) {
                var link = event.target.closest('a[href^="#"]');
                var target = link && document.getElementById(link.getAttribute('href').slice(1));
                if (!target) {
                    return;
                }
                event.preventDefault();
                lines.forEach(function (each) {
                    if (each.fields.contains(target) && each.fields.hidden) {
                        target = each.tick;
                    }
                });
                target.focus();
            });
        }
    }

    if (document.readyState === 'loading') {
        document.addEventListener('DOMContentLoaded', start);
    } else {
        start();
    }
}());
