/// What makes tables sortable and goals selectable. Without it nothing is missing but that. It holds no
/// character that is markup in XML.
enum HTMLScript {
  static let text = """
    (function () {
      'use strict';
      var texts = document.currentScript.dataset;
      var language = document.documentElement.lang;
      function all(selector, within) {
        return Array.from((within || document).querySelectorAll(selector));
      }
      function make(name, className, text) {
        var element = document.createElement(name);
        element.className = className;
        element.textContent = text;
        return element;
      }

      // Sorting: parts stay below what they are parts of, totals stay last.
      function key(row, column) {
        var cell = row.cells[column];
        var value = cell.getAttribute('data-value');
        if (value === null) value = cell.textContent.trim();
        if (value === '–') value = '';
        var number = value === '' ? NaN : Number(value);
        return { text: value, number: number };
      }
      function compare(a, b) {
        var noA = a.text === '', noB = b.text === '';
        if (noA || noB) return noA - noB;
        if (isNaN(a.number) || isNaN(b.number)) {
          return a.text.localeCompare(b.text, language, { numeric: true });
        }
        return a.number - b.number;
      }
      function depth(row) {
        var found = /\\bd(\\d)/.exec(row.className);
        return found ? Number(found[1]) : 0;
      }
      function sort(table, column, direction) {
        var body = table.tBodies[0];
        var groups = [], totals = [];
        table.rowsAsRead.forEach(function (row) {
          if (row.classList.contains('total')) totals.push(row);
          else if (depth(row) > 0 ? groups.length > 0 : false) groups[groups.length - 1].push(row);
          else groups.push([row]);
        });
        if (direction !== 0) {
          groups.sort(function (a, b) {
            var x = key(a[0], column), y = key(b[0], column);
            var empty = (x.text === '') || (y.text === '');
            return compare(x, y) * (empty ? 1 : direction);
          });
        }
        groups.concat([totals]).forEach(function (group) {
          group.forEach(function (row) { body.appendChild(row); });
        });
      }
      all('table').forEach(function (table) {
        table.rowsAsRead = Array.from(table.tBodies[0].rows);
        if (3 > table.rowsAsRead.length) return;
        all('thead th', table).forEach(function (header, column) {
          var words = header.querySelector('.h');
          if (!words) return;
          // The words stay what they are: a browser prints no button on the pages that follow.
          words.classList.add('sort');
          words.setAttribute('role', 'button');
          words.tabIndex = 0;
          words.title = texts.sort.replace('{h}', words.textContent);
          words.addEventListener('keydown', function (event) {
            if (event.key !== 'Enter') { if (event.key !== ' ') return; }
            event.preventDefault();
            words.click();
          });
          words.addEventListener('click', function () {
            var before = header.getAttribute('aria-sort');
            var next = before === 'ascending' ? 'descending'
              : before === 'descending' ? null : 'ascending';
            all('thead th', table).forEach(function (other) { other.removeAttribute('aria-sort'); });
            if (next) header.setAttribute('aria-sort', next);
            sort(table, column, next === null ? 0 : next === 'ascending' ? 1 : -1);
          });
        });
      });

      // The filter of goals.
      var goals = all('tr[data-verdict]');
      var verdicts = texts.verdicts.split(';').map(function (pair) {
        var id = pair.split(':')[0];
        return {
          id: id, text: pair.split(':')[1],
          count: goals.filter(function (row) { return row.dataset.verdict === id; }).length
        };
      }).filter(function (verdict) { return verdict.count > 0; });
      if (6 > goals.length || 2 > verdicts.length) return;
      var main = document.getElementById('content');
      var bar = make('div', 'filter', '');
      bar.setAttribute('role', 'group');
      bar.setAttribute('aria-label', texts.filter);
      bar.append(make('span', 'label', texts.filter));
      var status = make('p', 'status', '');
      status.setAttribute('role', 'status');
      function show(id, chosen) {
        var count = 0;
        goals.forEach(function (row) {
          row.hidden = id === null ? false : row.dataset.verdict !== id;
          if (!row.hidden) count += 1;
        });
        all('button', bar).forEach(function (button) {
          button.setAttribute('aria-pressed', String(button === chosen));
        });
        all('section', main).forEach(function (part) {
          var own = all('tr[data-verdict]', part);
          var isList = part.querySelectorAll('.table').length === 1;
          part.hidden = (isList ? own.length > 0 : false)
            ? own.every(function (row) { return row.hidden; }) : false;
        });
        status.textContent = id === null ? ''
          : texts.shown.replace('{n}', count).replace('{m}', goals.length);
      }
      function add(id, text, count, className) {
        var button = make('button', className, text + ' ' + count);
        button.type = 'button';
        button.setAttribute('aria-pressed', String(id === null));
        button.addEventListener('click', function () { show(id, button); });
        bar.append(button);
      }
      add(null, texts.all, goals.length, 'chip');
      verdicts.forEach(function (verdict) {
        var name = verdict.id.split('_').join('-');
        add(verdict.id, verdict.text, verdict.count, 'chip v-' + name);
      });
      bar.append(status);
      var first = goals[0].closest('.table');
      var section = first.closest('section');
      var isOne = goals.every(function (row) { return section.contains(row); });
      if (isOne) first.before(bar);
      else main.insertBefore(bar, section);
    })();
    """
}
