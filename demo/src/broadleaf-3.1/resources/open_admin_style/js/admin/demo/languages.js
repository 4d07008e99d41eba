// Lets a merchant of the demo switch languages; the back office keeps the choice in a cookie.
document.addEventListener('DOMContentLoaded', function () {
    'use strict';
    var menu = document.querySelector('header .attached > ul.right');
    if (!menu) {
        return;
    }
    ['fr', 'en'].forEach(function (language) {
        var address = new URL(window.location.href);
        address.searchParams.set('blLocaleCode', language);
        var link = document.createElement('a');
        link.href = address.pathname + address.search;
        link.lang = language;
        link.hreflang = language;
        link.textContent = language.toUpperCase();
        var item = document.createElement('li');
        item.appendChild(link);
        menu.insertBefore(item, menu.firstChild);
    });
});
