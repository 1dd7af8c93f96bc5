// The keys of the page of keys.
import { bind, keySwitch } from './keys.js';

keySwitch(document);
bind({ Escape: () => history.back() });
