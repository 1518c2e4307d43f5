/* What the pages do beyond PrimeFaces: keys, search as you type, and live numbers. */
window.ClassReg = (function () {
  'use strict';

  /** Shows "taken of seats" and the bar beside it. */
  function showFill(element, taken, seats) {
    var bar = element.querySelector('progress');
    bar.max = seats || 1;
    bar.value = taken;
    element.querySelector('.taken').textContent = taken;
    element.querySelector('.seats').textContent = seats;
    element.classList.toggle('full', taken >= seats);
  }

  function setText(id, text) {
    var element = document.getElementById(id);
    if (element) {
      element.textContent = text;
    }
  }

  /** Puts the numbers that a poll brought in their places. */
  function showFills(answer) {
    if (!answer || !answer.fills) {
      return;
    }
    var fills = JSON.parse(answer.fills);
    document.querySelectorAll('[data-fill]').forEach(function (element) {
      var fill = fills[element.dataset.fill];
      if (fill) {
        showFill(element, fill[0], fill[1]);
      }
    });
    if (fills.program) {
      setText('figure-full', answer.fullSections);
      setText('figure-seats', fills.program[1]);
      setText('figure-left', fills.program[1] - fills.program[0]);
    }
  }

  var typing;

  document.addEventListener('input', function (event) {
    var target = event.target;
    if (target.dataset.filters) {
      clearTimeout(typing);
      typing = setTimeout(function () { PF(target.dataset.filters).filter(); }, 150);
    }
  });

  /* A file is read here, into the field that it names: it is seen before it is sent. */
  document.addEventListener('change', function (event) {
    var field = document.getElementById(event.target.dataset.reads);
    if (field && event.target.files.length) {
      event.target.files[0].text().then(function (text) {
        field.value = text;
        field.focus();
      });
    }
  });

  /** Puts the text of an element on the clipboard; where the browser gives none, by plain HTTP, selects it to be copied by hand. */
  function copy(button) {
    var element = document.getElementById(button.dataset.copies);
    if (navigator.clipboard) {
      navigator.clipboard.writeText(element.textContent).then(function () { button.textContent = 'Copied'; });
    } else {
      getSelection().selectAllChildren(element);
    }
  }

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-copies]');
    if (button) {
      copy(button);
    }
  });

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-hides]');
    if (button) {
      PF(button.dataset.hides).hide();
    }
  });

  document.addEventListener('keydown', function (event) {
    var field = document.querySelector('[data-hotkey="' + CSS.escape(event.key) + '"]');
    var isTyping = event.target.closest('input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]');
    if (field && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      field.focus();
    } else if (event.key === 'Enter' && event.target.type === 'search') {
      event.preventDefault();
    }
  });

  /* In a form that names its button, Enter presses that one. (p:defaultCommand presses no h:commandButton under the Content-Security-Policy.) */
  document.addEventListener('keydown', function (event) {
    var form = event.target.closest('[data-enter]');
    if (form && event.key === 'Enter' && event.target.matches('input, select')) {
      event.preventDefault();
      document.getElementById(form.dataset.enter).click();
    }
  });

  /* An answer that is none: the server failed or is out of reach. Messages of the pages come from the server, this one cannot. */
  jQuery(document).on('pfAjaxError', function (event, request) {
    if (request && request.statusText === 'abort') {
      return;
    }
    var box = document.createElement('p');
    box.className = 'reasons';
    box.setAttribute('role', 'alert');
    box.textContent = 'The server did not answer as it should. Load the page again.';
    document.getElementById('messages').replaceChildren(box);
  });

  /* Nobody looks at a hidden page: it asks for nothing. */
  document.addEventListener('visibilitychange', function () {
    var poll = window.PrimeFaces && PrimeFaces.widgets.live;
    if (poll) {
      poll[document.hidden ? 'stop' : 'start']();
    }
  });

  return { showFills: showFills };
})();
