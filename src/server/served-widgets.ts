/** Apart from their classes, whose types need the DOM's: a server's project may be without. */
export const servedWidgets = [
  'headlines',
  'article-card',
  'article',
  'author-bio',
  'comment-box',
  'newsletter-form',
] as const;

/** The widgets that a server can render, by their tags' names without the prefix. */
export type ServedWidget = (typeof servedWidgets)[number];
