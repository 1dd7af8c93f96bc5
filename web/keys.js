// Keys, colours and messages, shared by every page. A page calls bind with a
// table from keys to functions; what it does not name keeps its usual meaning.

const store = {
  get(name) { try { return localStorage.getItem(name); } catch { return null; } },
  set(name, value) { try { localStorage.setItem(name, value); } catch { /* It then lasts as long as the page. */ } },
};

const themes = ['light', 'dark', 'amber'];

/** The colours that are shown now. */
function theme() {
  return document.documentElement.dataset.theme ||
    (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

/** Goes on to the next colours and remembers them. */
function nextTheme() {
  const next = themes[(themes.indexOf(theme()) + 1) % themes.length];
  document.documentElement.dataset.theme = next;
  store.set('parley.theme', next);
  nameTheme();
}

/** Writes the colours' name on their button. */
function nameTheme() {
  document.querySelector('[data-theme-name]').textContent = theme();
}

/** Tells the reader something, on the screen and to screen readers. */
export function say(text) {
  document.getElementById('say').textContent = text;
}

/** Copies a quote with its citation. */
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    say('Copied with its citation.');
  } catch {
    say('The browser did not let the quote be copied.');
  }
}

/** A place that a list has remembered for this tab, or null. */
export function stored(place) {
  try { return sessionStorage.getItem(place); } catch { return null; }
}

/** Opens the outlet's page that stands inside an element. */
export function openOutlet(inside) {
  const out = inside?.querySelector('a.out');
  if (out) out.click();
  else say('No web address is stored for this document.');
}

/** Shows the keys over the page, or goes to their page where that fails. */
async function showKeys() {
  const open = document.querySelector('dialog[open]');
  if (open) {
    open.close();
    return;
  }
  try {
    const answer = await fetch('/help');
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const dialog = document.createElement('dialog');
    dialog.setAttribute('aria-label', 'Keys');
    dialog.append(document.importNode(page.getElementById('keys'), true));
    dialog.addEventListener('close', () => dialog.remove());
    document.body.append(dialog);
    keySwitch(dialog);
    dialog.showModal();
  } catch {
    location.assign('/help');
  }
}

const keysOff = () => store.get('parley.keys') === 'off';

/** Makes the button that turns single keys off and on. */
export function keySwitch(inside) {
  const button = inside.querySelector('[data-keys-switch]');
  const name = () => { button.textContent = keysOff() ? 'Turn single keys on' : 'Turn single keys off'; };
  button.addEventListener('click', () => {
    store.set('parley.keys', keysOff() ? 'on' : 'off');
    name();
  });
  name();
  button.hidden = false;
}

/** Goes to the command line. */
function command() {
  const line = document.getElementById('q');
  line.focus();
  line.select();
}

const everywhere = {
  '/': command,
  ':': command,
  '?': showKeys,
  t: nextTheme,
  W: () => location.assign('/'),
  C: () => location.assign('/calendar'),
  P: () => location.assign('/matrix'),
  D: () => location.assign('/disputes'),
  H: () => location.assign('/status'),
  A: () => location.assign('/actor'),
};

/** Whether the event belongs to something that one types into or presses. */
function taken(event) {
  if (event.target.closest('input, textarea, select, [contenteditable]')) return true;
  return event.key === ' ' && event.target.closest('button, summary');
}

/** Calls table[key] for keys pressed alone, outside of fields. */
export function bind(table = {}) {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    if (event.key === 'Escape' && event.target.id === 'q') {
      event.target.blur();
      return;
    }
    if (taken(event)) return;
    const dialog = document.querySelector('dialog[open]');
    const act = dialog && event.key !== '?' ? null : table[event.key] ?? everywhere[event.key];
    if (!act || (keysOff() && event.key !== 'Escape')) return;
    event.preventDefault();
    say('');
    act(event);
  });
  document.querySelector('[data-keys]').addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    showKeys();
  });
  const button = document.querySelector('[data-theme-switch]');
  button.addEventListener('click', nextTheme);
  button.hidden = false;
  nameTheme();
}
