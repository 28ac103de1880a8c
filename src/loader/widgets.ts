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
 * `onclick`, `style`, `id` or what frameworks act upon.
 */
export const allowed =
  /^(a(ction|rticle|uthor)|byline|category|columns|consent|dir|exc(erpt|lude)|heading|headline|href|image|job|kicker|lang|layout|limit|list|load|more|name|order|page|provider|published|publisher|readonly|refresh|search|show|site|source|src|store|tags?|theme|utm)(-\w+)?$/;
