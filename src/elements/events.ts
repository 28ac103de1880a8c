import type { Article } from '../model/article.js';
import type { ReaderComment } from '../model/comment.js';
import type { ErrorCode } from '../model/error.js';
import type { Provider, SubscriptionStatus } from '../newsletters/newsletter.js';

/** A widget shows content, or its empty state (`count` 0). */
export type NrLoadEvent = CustomEvent<{ widget: string; count: number }>;

/** Something went wrong; `message` tells the page's author what can be done. */
export type NrErrorEvent = CustomEvent<{
  error: { code: ErrorCode; message: string; retryable: boolean };
}>;

/** A reader opens an article. Cancelable: the link is not followed then. */
export type NrOpenEvent = CustomEvent<{ article: Article }>;

/** Half of a card was on screen for a second. */
export type NrViewEvent = CustomEvent<{ article: Article }>;

/** A form is about to be sent. Cancelable: it is not sent then. */
export type NrSubmitEvent = CustomEvent<{ kind: 'newsletter' | 'comment' }>;

/** The other side said that a reader is on its list, gets a mail to confirm that, or was on it before. */
export type NrSubscribeEvent = CustomEvent<{ provider: Provider; status: SubscriptionStatus }>;

/** The other side has a reader's comment: everyone sees it, or it waits for approval. */
export type NrCommentEvent = CustomEvent<{
  comment: ReaderComment;
  status: ReaderComment['status'];
}>;

declare global {
  // Of elements, and of the document and the window, which they bubble to.
  interface GlobalEventHandlersEventMap {
    'nr-load': NrLoadEvent;
    'nr-error': NrErrorEvent;
    'nr-open': NrOpenEvent;
    'nr-view': NrViewEvent;
    'nr-submit': NrSubmitEvent;
    'nr-subscribe': NrSubscribeEvent;
    'nr-comment': NrCommentEvent;
  }
}
