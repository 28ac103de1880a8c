import type { Framed, Newsletter } from './newsletter.js';

/** Substack. `action` is the publication or anything on it. */
export const substack = ({ action }: Newsletter): Framed => ({
  kind: 'frame',
  url: new URL('/embed', action).href,
});
