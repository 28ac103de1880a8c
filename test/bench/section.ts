import type { Site } from './site.js';

export type Condition = 'fast' | 'slow';

/** What a reader does on the page once it is there. */
export interface Gesture {
  /** What is clicked, in Playwright's selectors, which see into open shadow roots. */
  click: string;
  /** The frame that it stands in. */
  frame?: string;
  /** What is typed before, by selector. */
  fill?: Record<string, string>;
  /** An expression that is true when the page has answered. */
  until: string;
}

/** One way to make the content. */
export interface Side {
  /** The page's address. */
  url: string;
  /** An expression that is true once the content is shown. */
  isShown: string;
  gesture?: Gesture;
  /** The page is scrolled, to see how long its frames take. */
  scrolls?: boolean;
}

/** One comparison: the same content made in several ways. */
export interface Section {
  /** Name of its file of results, and what the command line takes. */
  name: string;
  title: string;
  condition: Condition;
  /** By name. The first is the limit that the others are seen against. */
  sides: Record<string, Side>;
}

/** All comparisons about one thing; what they need is served by the site. */
export type Topic = (site: Site) => Promise<Section[]>;

export const names = {
  static: 'static HTML',
  byHand: 'by hand',
  plainLit: 'plain Lit',
  newsrack: 'Newsrack',
  rendered: 'Newsrack, rendered on the server',
} as const;

/** A page as all sides have it. */
export const page = (title: string, head: string, body: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">${head}<body>${body}</body></html>`;
