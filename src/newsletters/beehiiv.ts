import type { Framed, Newsletter } from './newsletter.js';

/** beehiiv. `action` is the address of its embedded form. */
export const beehiiv = ({ action }: Newsletter): Framed => ({ kind: 'frame', url: action });
