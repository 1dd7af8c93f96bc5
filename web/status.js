// The keys of the ledger's health.
import { bind } from './keys.js';

bind({ Escape: () => location.assign('/') });
