// The wire's keys, and the counter of new rows.
import { say } from './keys.js';
import { keys } from './rows.js';

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

keys(['parley.wire', 'parley.back'], { n: () => (counter.hidden ? say('Nothing new.') : loadNew()) });
