/* Attendance: names to tick by keyboard. What is ticked and not saved is counted, and the page is not left without a word. */
(function () {
  'use strict';

  function marks() {
    return document.querySelector('[data-marks]');
  }

  function boxes(shownOnly) {
    return Array.from(marks().querySelectorAll('li' + (shownOnly ? ':not([hidden])' : '') + ' input[type=checkbox]'));
  }

  function unsaved() {
    return marks() ? boxes().filter(function (box) { return box.checked !== box.defaultChecked; }).length : 0;
  }

  function countMarks() {
    marks().querySelector('[data-ticked]').textContent = boxes().filter(function (box) { return box.checked; }).length;
    marks().querySelector('[data-unsaved]').textContent = unsaved() ? ', ' + unsaved() + ' not saved' : '';
  }

  function narrow(text) {
    var words = text.toLowerCase().trim().split(/\s+/);
    marks().querySelectorAll('[data-narrowed]').forEach(function (item) {
      var name = item.dataset.narrowed.toLowerCase();
      item.hidden = !words.every(function (word) { return name.includes(word); });
    });
    document.getElementById('nobody-of-name').hidden = boxes(true).length > 0;
  }

  function tickFirst(field) {
    var first = boxes(true)[0];
    if (field.value.trim() && first) {
      first.checked = !first.checked;
      field.value = '';
      narrow('');
      countMarks();
    }
  }

  function goTo(box) {
    if (box) {
      box.focus();
    }
  }

  document.addEventListener('input', function (event) {
    if (event.target.dataset.narrows) {
      narrow(event.target.value);
    } else if (marks() && marks().contains(event.target)) {
      countMarks();
    }
  });

  document.addEventListener('click', function (event) {
    if (event.target.closest('[data-ticks-all]')) {
      boxes(true).forEach(function (box) { box.checked = true; });
      countMarks();
    }
  });

  document.addEventListener('keydown', function (event) {
    if (!marks() || !marks().contains(event.target)) {
      return;
    }
    var step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      var shown = boxes(true);
      event.preventDefault();
      goTo(shown[shown.indexOf(event.target) + step]);
    } else if (event.key === 'Enter' && event.target.dataset.narrows) {
      event.preventDefault();
      tickFirst(event.target);
    } else if (event.key === 'Enter' && event.target.type === 'checkbox') {
      event.preventDefault();
      document.getElementById('save').click();
    }
  });

  window.addEventListener('beforeunload', function (event) {
    if (unsaved()) {
      event.preventDefault();
    }
  });
})();
