/** What the script tag has for its page: `window.newsrack`. */
export interface Newsrack {
  readonly version: string;
  /** Resolves when every widget in `root`, or on the page, is settled or deferred; never rejects. */
  ready(root?: ParentNode & Node): Promise<void>;
  /** Serves the widgets in `root`, the page unless given, now and when they are added; tries again what failed. */
  start(root?: ParentNode & Node): void;
  /** Leaves all that is not loaded as it is. */
  stop(): void;
}

declare global {
  interface Window {
    /** Not there before the script tag has run. Where its `version` is missing, an element with this `id` has answered. */
    newsrack?: Newsrack | undefined;
  }
}
