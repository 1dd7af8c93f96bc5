// The reader's keys, and the marking of an entry's exact words.
import { bind, copy, openOutlet, say, stored } from './keys.js';

const notes = [...document.querySelectorAll('.note')];
const parts = [0, 1, 2];
let at = notes.findIndex((note) => note.classList.contains('chosen'));

/** The link of a note that marks its entry, and has the note's focus. */
const link = (note) => note.querySelector('a.mark');

/** The stretches of text that belong to one part of an entry. */
function stretches(ref, part) {
  return document.querySelectorAll(`[data-in~="${CSS.escape(ref + ':' + part)}"]`);
}

/** Takes every mark away. */
function unmark() {
  for (const marked of document.querySelectorAll('[data-in].on')) marked.classList.remove('on', ...parts.map((n) => 'p' + n));
  document.getElementById('at')?.removeAttribute('id');
  for (const note of document.querySelectorAll('.note.chosen')) {
    note.classList.remove('chosen');
    note.removeAttribute('aria-current');
  }
}

/** Marks the words of an entry, its evidence underneath the other parts. */
function mark(note) {
  unmark();
  at = notes.indexOf(note);
  for (const part of parts) {
    for (const stretch of stretches(note.dataset.ref, part)) {
      stretch.classList.remove(...parts.map((n) => 'p' + n));
      stretch.classList.add('on', 'p' + part);
    }
  }
  const first = stretches(note.dataset.ref, 0)[0];
  if (first && !document.getElementById('at')) first.id = 'at';
  note.classList.add('chosen');
  note.setAttribute('aria-current', 'true');
  history.replaceState(null, '', link(note).href);
  say(first ? `Marked ${stretches(note.dataset.ref, 0).length > 1 ? 'the words, in several places' : 'the words'}.` : 'This entry cites no words of the text.');
}

/** Moves the cursor to another entry. */
function move(by) {
  if (!notes.length) return;
  const focused = notes.indexOf(document.activeElement.closest('.note'));
  at = focused < 0 && at >= 0 ? at : Math.min(Math.max((focused < 0 ? -1 : focused) + by, 0), notes.length - 1);
  link(notes[at]).focus({ preventScroll: true });
  notes[at].scrollIntoView({ block: 'nearest' });
}

/** Goes to the words of the current entry. */
function sentence() {
  const note = notes[at];
  if (!note) return;
  mark(note);
  document.getElementById('at')?.scrollIntoView({ block: 'center' });
}

/** Goes back to the list that the reader came from. */
function back() {
  location.assign(stored('parley.back') ?? '/');
}

/** Goes to the actor whose entry the current one is. */
function actor() {
  const who = notes[at]?.querySelector('.name a');
  if (who) location.assign(who.href);
  else say(notes[at] ? 'This entry has no speaker with a name.' : 'Choose an entry first, with j or k.');
}

/** Marks the innermost entry at the clicked words; each further click goes one out. */
function choose(event) {
  const stretch = event.target.closest('[data-in]');
  if (!stretch || !getSelection().isCollapsed) return;
  const refs = stretch.dataset.in.split(' ').map((x) => x.slice(0, x.lastIndexOf(':')));
  const known = [...new Set(refs)].map((ref) => document.getElementById('e-' + ref)).filter(Boolean);
  if (!known.length) return;
  const now = known.indexOf(notes[at]);
  const note = known.at(now > 0 && notes[at].classList.contains('chosen') ? now - 1 : -1);
  mark(note);
  note.scrollIntoView({ block: 'nearest' });
}

for (const note of notes) {
  note.addEventListener('focusin', () => { at = notes.indexOf(note); });
  note.addEventListener('click', (event) => {
    const to = event.target.closest('a');
    if (event.ctrlKey || event.metaKey || event.shiftKey || (to && to !== link(note))) return;
    event.preventDefault();
    mark(note);
    document.getElementById('at')?.scrollIntoView({ block: 'nearest' });
  });
}
document.querySelector('ol.text')?.addEventListener('click', choose);
document.getElementById('at')?.scrollIntoView({ block: 'center' });
if (at >= 0) link(notes[at]).focus({ preventScroll: true });

bind({
  j: () => move(1),
  k: () => move(-1),
  Enter: (event) => (event.target.closest('a, button') ? event.target.closest('a, button').click() : notes[at] && mark(notes[at])),
  ' ': () => notes[at]?.classList.toggle('open'),
  s: sentence,
  A: actor,
  o: () => openOutlet(document),
  y: () => (notes[at] ? copy(notes[at].dataset.copy) : say('Choose an entry first, with j or k.')),
  Escape: back,
});
