// The keys of a list of rows: the wire's and an actor's. A page calls keys with
// what it adds, and with the name of its place where it is one to come back to.
import { bind, copy, openOutlet, say } from './keys.js';

const rows = [...document.querySelectorAll('tr.row')];
let at = Math.max(0, rows.findIndex((row) => '#' + encodeURIComponent(row.id) === location.hash));
let places = [];

/** Makes a row the current one. The list itself never moves. */
function select(i, focus = true) {
  if (!rows.length) return;
  rows[at].classList.remove('at');
  at = Math.min(Math.max(i, 0), rows.length - 1);
  rows[at].classList.add('at');
  if (!focus) return;
  rows[at].querySelector('a.open').focus({ preventScroll: true });
  rows[at].scrollIntoView({ block: 'nearest' });
}

/** Moves the cursor; the first key only shows where it stands. */
function move(by) {
  select(rows[at]?.contains(document.activeElement) ? at + by : at);
}

/** Remembers where the reader is to come back to. */
function remember() {
  const here = location.pathname + location.search + '#' + encodeURIComponent(rows[at].id);
  try {
    for (const place of places) sessionStorage.setItem(place, here);
  } catch { /* Then the reader comes back to the first page. */ }
}

/** Shows or hides the evidence of the current row. */
function peek() {
  const open = rows[at]?.nextElementSibling.classList.toggle('open');
  if (open) rows[at].nextElementSibling.scrollIntoView({ block: 'nearest' });
}

/** Hides all evidence, and reports whether any was shown. */
function closePeeks() {
  const open = document.querySelectorAll('tr.peek.open');
  for (const peek of open) peek.classList.remove('open');
  return open.length > 0;
}

/** Follows a link of the current row or of its evidence, or says why it cannot. */
function follow(selector, missing = '') {
  const row = rows[at];
  const link = row?.querySelector(selector) ?? row?.nextElementSibling.querySelector(selector);
  if (!link) {
    say(missing);
    return;
  }
  remember();
  location.assign(link.href);
}

rows.forEach((row, i) => {
  row.addEventListener('focusin', () => select(i, false));
  row.addEventListener('click', (event) => {
    select(i, false);
    if (event.target.closest('a')) remember();
    else peek();
  });
});

select(at, false);
// The browser takes the focus away when it goes to a fragment; this comes after.
addEventListener('pageshow', () => { if (rows[at] && location.hash === '#' + encodeURIComponent(rows[at].id)) select(at); });

/** Binds the keys of rows and those of the page. Its own Escape comes after the evidence is hidden. */
export function keys(remembered, more = {}) {
  places = remembered;
  bind({
    j: () => move(1),
    k: () => move(-1),
    Enter: (event) => (event.target.closest('a, button') ? event.target.closest('a, button').click() : follow('a.open')),
    ' ': peek,
    s: () => follow('a.snapshot'),
    o: () => openOutlet(rows[at]?.nextElementSibling),
    y: () => rows[at] && copy(rows[at].dataset.copy),
    A: () => follow('a.actor', 'This row has no speaker with a name.'),
    ...more,
    Escape: () => closePeeks() || more.Escape?.(),
  });
}
