export {
  registerCommentStore,
  registerNewsletter,
  registerPublisher,
  type OpenCommentStore,
  type OpenPublisher,
  type SendToNewsletter,
} from './adapters.js';
export type {
  CommentPage,
  CommentQuery,
  CommentStore,
  CommentWriter,
  NewComment,
  Outcome as CommentOutcome,
  StoreTarget,
  StoreType,
} from './comments/comment-store.js';
export { configure, type Settings } from './page/settings.js';
export { NrArticle } from './elements/article/article.js';
export { NrArticleCard } from './elements/article-card/article-card.js';
export { NrAuthorBio } from './elements/author-bio/author-bio.js';
export { NrCommentBox } from './elements/comment-box/comment-box.js';
export type {
  NrCommentEvent,
  NrErrorEvent,
  NrLoadEvent,
  NrOpenEvent,
  NrSubmitEvent,
  NrSubscribeEvent,
  NrViewEvent,
} from './elements/events.js';
export { NrHeadlines } from './elements/headlines/headlines.js';
export { NrNewsletterForm } from './elements/newsletter-form/newsletter-form.js';
export { text } from './html/text.js';
export { plural, registerLocale, type LocaleStrings } from './languages.js';
export type { Article, Author, Link, Picture } from './model/article.js';
export type { ReaderComment } from './model/comment.js';
export { NewsrackError, type ErrorCode } from './model/error.js';
export type {
  Newsletter,
  Outcome as NewsletterOutcome,
  Provider,
  Reader,
  SubscriptionStatus,
} from './newsletters/newsletter.js';
export type {
  ArticlePage,
  ArticleQuery,
  ArticleReference,
  Publisher,
  ReadOptions,
  Source,
  SourceType,
} from './publishers/publisher.js';
