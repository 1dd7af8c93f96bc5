// The keys of an actor's screen.
import { stored } from './keys.js';
import { keys } from './rows.js';

keys(['parley.back'], { Escape: () => location.assign(stored('parley.wire') ?? '/') });
