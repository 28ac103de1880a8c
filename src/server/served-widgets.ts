import type { LitElement } from 'lit';

const elements = {
  headlines: async () => (await import('../elements/headlines/headlines.js')).NrHeadlines,
  'article-card': async () =>
    (await import('../elements/article-card/article-card.js')).NrArticleCard,
  article: async () => (await import('../elements/article/article.js')).NrArticle,
  'author-bio': async () => (await import('../elements/author-bio/author-bio.js')).NrAuthorBio,
  'comment-box': async () => (await import('../elements/comment-box/comment-box.js')).NrCommentBox,
  'newsletter-form': async () =>
    (await import('../elements/newsletter-form/newsletter-form.js')).NrNewsletterForm,
};

/** The widgets that a server can render, by their tags' names without the prefix. */
export type ServedWidget = keyof typeof elements;

export const servedWidgets = Object.keys(elements) as ServedWidget[];

/** A widget's class, ready to be asked which attributes and styles it has. */
export async function elementOf(widget: ServedWidget): Promise<typeof LitElement> {
  const element: typeof LitElement = await elements[widget]();
  // Lit reads the properties of a class when its attributes are asked for.
  return element.observedAttributes && element;
}
