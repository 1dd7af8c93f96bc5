// The keys of the comparison of two versions.
import { bind } from './keys.js';

bind({ Escape: () => location.assign(location.pathname.replace(/\/diff$/, '')) });
