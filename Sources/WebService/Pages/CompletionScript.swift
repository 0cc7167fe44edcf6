/// Completes words of SQL. Without it nothing is missing but that: the form is a form. Tab stays what it is for
/// whoever moves by it; Ctrl+Space asks.
enum CompletionScript {
  static let text = """
    (function () {
      'use strict';
      var area = document.getElementById('sql');
      if (!area) return;
      var words = null, box = document.createElement('p');
      box.className = 'hint';
      box.setAttribute('role', 'status');
      area.after(box);
      function load() {
        if (words) return Promise.resolve(words);
        return fetch('/query/words.json', { credentials: 'same-origin' })
          .then(function (answer) { return answer.ok ? answer.json() : []; })
          .then(function (found) { words = found; return words; });
      }
      function typed() {
        var before = area.value.slice(0, area.selectionStart);
        var found = /[\\p{L}_][\\p{L}\\p{N}_/.-]*$/u.exec(before);
        return found ? found[0] : '';
      }
      function complete() {
        var word = typed();
        if (word === '') return;
        load().then(function (all) {
          var fit = all.filter(function (w) { return w.startsWith(word.toLowerCase()); });
          if (fit.length === 0) { box.textContent = ''; return; }
          var common = fit.reduce(function (a, b) {
            var n = 0;
            while (a.length > n) { if (a[n] !== b[n]) break; n += 1; }
            return a.slice(0, n);
          });
          if (common.length > word.length) {
            var end = area.selectionStart;
            area.setRangeText(common, end - word.length, end, 'end');
          }
          box.textContent = fit.length > 1 ? fit.slice(0, 12).join('  ') : '';
        });
      }
      area.addEventListener('keydown', function (event) {
        if (event.key === ' ' && event.ctrlKey) { event.preventDefault(); complete(); }
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
          event.preventDefault();
          area.form.requestSubmit(area.form.querySelector('button[value=run]'));
        }
      });
    })();
    """
}
