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
  /^(consent|exclude|theme|heading|image|job|dir|author|lang|category|name|article|headline|limit|list|store|src|href|more|layout|columns|provider|site|readonly|show|excerpt|published|page|publisher|utm|byline|source|action|refresh|load|order|kicker|search|tags?)(-\w+)?$/;
