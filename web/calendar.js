// The keys of the calendar.
import { stored } from './keys.js';
import { keys } from './rows.js';

keys(['parley.back'], { Escape: () => location.assign(stored('parley.wire') ?? '/') });
