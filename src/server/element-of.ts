import type { LitElement } from 'lit';
import type { ServedWidget } from './served-widgets.js';

const elements: Record<ServedWidget, () => Promise<typeof LitElement>> = {
  headlines: async () => (await import('../elements/headlines/headlines.js')).NrHeadlines,
  'article-card': async () =>
    (await import('../elements/article-card/article-card.js')).NrArticleCard,
  article: async () => (await import('../elements/article/article.js')).NrArticle,
  'author-bio': async () => (await import('../elements/author-bio/author-bio.js')).NrAuthorBio,
  'comment-box': async () => (await import('../elements/comment-box/comment-box.js')).NrCommentBox,
  'newsletter-form': async () =>
    (await import('../elements/newsletter-form/newsletter-form.js')).NrNewsletterForm,
};

/** A widget's class, ready to be asked which attributes and styles it has. */
export async function elementOf(widget: ServedWidget): Promise<typeof LitElement> {
  const element = await elements[widget]();
  // Lit reads the properties of a class when its attributes are asked for.
  return element.observedAttributes && element;
}
