// The wire's keys, and the counter of new rows.
import { bind, copy, openOutlet, say } from './keys.js';

const rows = [...document.querySelectorAll('tr.row')];
let at = Math.max(0, rows.findIndex((row) => '#' + encodeURIComponent(row.id) === location.hash));

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
  try {
    sessionStorage.setItem('parley.wire', location.pathname + location.search + '#' + encodeURIComponent(rows[at].id));
  } catch { /* Then the reader comes back to the first page. */ }
}

/** Shows or hides the evidence of the current row. */
function peek() {
  const open = rows[at]?.nextElementSibling.classList.toggle('open');
  if (open) rows[at].nextElementSibling.scrollIntoView({ block: 'nearest' });
}

/** Hides all evidence. */
function closePeeks() {
  for (const open of document.querySelectorAll('tr.peek.open')) open.classList.remove('open');
}

/** Follows a link of the current row or of its evidence. */
function follow(selector) {
  const row = rows[at];
  const link = row?.querySelector(selector) ?? row?.nextElementSibling.querySelector(selector);
  if (!link) return;
  remember();
  location.assign(link.href);
}

/** Loads the first page again, with the rows that have come. */
function loadNew() {
  const address = new URL(location.href);
  address.searchParams.delete('after');
  address.hash = '';
  if (address.href === location.href) location.reload();
  else location.assign(address.href);
}

const state = document.getElementById('state');
const counter = document.getElementById('new');
counter.addEventListener('click', loadNew);

/** Shows how many rows have come since the page was made. */
function count(event) {
  const more = JSON.parse(event.data).rows - Number(state.dataset.rows);
  counter.hidden = more <= 0;
  counter.textContent = `${more} new — press n`;
}

let stream = null;

/** Listens while the page is seen, so that hidden pages hold no connection. */
function listen() {
  stream?.close();
  stream = null;
  if (document.hidden || document.querySelector('.problem')) return;
  const query = new URLSearchParams({ q: new URLSearchParams(location.search).get('q') ?? '' });
  stream = new EventSource('/events?' + query);
  stream.addEventListener('news', count);
}
document.addEventListener('visibilitychange', listen);
addEventListener('pagehide', () => stream?.close());
addEventListener('pageshow', listen);

rows.forEach((row, i) => {
  row.addEventListener('focusin', () => select(i, false));
  row.addEventListener('click', (event) => {
    select(i, false);
    if (event.target.closest('a.open')) remember();
    else if (!event.target.closest('a')) peek();
  });
});

select(at, false);
// The browser takes the focus away when it goes to a fragment; this comes after.
addEventListener('pageshow', () => { if (location.hash) select(at); });
bind({
  j: () => move(1),
  k: () => move(-1),
  Enter: (event) => (event.target.closest('a, button') ? event.target.closest('a, button').click() : follow('a.open')),
  ' ': peek,
  s: () => follow('a.snapshot'),
  o: () => openOutlet(rows[at]?.nextElementSibling),
  y: () => rows[at] && copy(rows[at].dataset.copy),
  n: () => (counter.hidden ? say('Nothing new.') : loadNew()),
  Escape: closePeeks,
});
