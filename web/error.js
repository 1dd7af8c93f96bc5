// The keys of the page that says what went wrong.
import { bind } from './keys.js';

bind({ Escape: () => location.assign('/') });
