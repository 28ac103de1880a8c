/** The chunk that holds each widget. Without a prototype, so that `data-nr="constructor"` finds nothing. */
export const chunkOf = {
  __proto__: null,
  'nr-article-card': 'article-card',
  'nr-headlines': 'cards',
  'nr-author-bio': 'author-bio',
  'nr-comment-box': 'comment-box',
  'nr-article': 'article',
  'nr-newsletter-form': 'newsletter-form',
} as unknown as Record<string, string | undefined>;

/**
 * The attributes that `data-nr-*` may set: an editor who is let to write data attributes and nothing else must not get at
 * `onclick`, `style`, `id` or what frameworks act upon.
 */
export const allowed =
  /^(action|article|author|byline|category|columns|consent|dir|exclude|excerpt|heading|headline|href|image|job|kicker|lang|layout|limit|list|load|more|name|order|page|provider|published|publisher|readonly|refresh|search|show|site|source|src|store|tags?|theme|utm)(-\w+)?$/;
