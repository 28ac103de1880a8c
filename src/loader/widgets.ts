/** The widgets by their tags; the chunk that holds each is called as the widget is. */
export const tags = [
  'nr-article',
  'nr-article-card',
  'nr-author-bio',
  'nr-comment-box',
  'nr-headlines',
  'nr-newsletter-form',
];

/**
 * The attributes that `data-nr-*` may set: an editor who is let to write data attributes and nothing else must not get at
 * `onclick`, `style`, `id` or what frameworks act upon. In the order that compresses best.
 */
export const allowed =
  /^(theme|columns|category|heading|image|job|dir|author|readonly|order|headline|limit|list|store|exclude|show|consent|load|href|layout|tags?|provider|name|utm|src|kicker|article|more|excerpt|published|lang|page|publisher|site|byline|source|action|refresh|search)(-\w+)?$/;
