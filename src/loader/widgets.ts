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
  /^(columns|theme|category|heading|image|job|dir|author|order|readonly|article|headline|show|limit|list|load|tags?|provider|store|exclude|layout|href|consent|name|utm|kicker|refresh|source|more|excerpt|action|site|published|page|lang|publisher|search|byline|src)(-\w+)?$/;
