import type { ReaderComment } from '../model/comment.js';
import type { CommentOrder } from '../model/thread.js';
import type { ReadOptions, Source } from '../publishers/publisher.js';

/** The systems that comments can be read from; the values of `store`. `x-…`: an adapter of the page's own. */
export type StoreType = 'wordpress' | 'ghost' | 'isso' | 'cusdis' | `x-${string}`;

/** Whose comments, and where they are kept. */
export interface StoreTarget {
  /** The publisher's system, for a store that is part of it. */
  source: Source | undefined;
  article: { id?: string; url?: string; headline?: string };
  /** Address of the store, where it is not the publisher's own. */
  url?: string | undefined;
  /** What the store calls the publisher's site. */
  siteId?: string | undefined;
}

export interface CommentQuery {
  order: CommentOrder;
  /** How many conversations on a page: 1–100. A store may give more. */
  limit: number;
  /** `next` of the page before; the first page without it. */
  cursor?: string | undefined;
}

export interface CommentPage {
  /** Conversations with all their answers, in no particular order. */
  comments: ReaderComment[];
  /** Of all comments on the article; absent where the store does not say. */
  total?: number | undefined;
  /** Where the next page starts; absent on the last one. */
  next?: string | undefined;
}

/** What a reader wrote. */
export interface NewComment {
  author: string;
  email: string;
  /** As typed. */
  text: string;
  parentId?: string | undefined;
  /** The same each time the same comment is sent, so that a store that knows of it keeps the first one only. */
  key: string;
  /** Of a captcha. */
  fields?: [name: string, value: string][] | undefined;
}

/**
 * Why a comment was not taken: the article takes none; only members may write; it is there already; too soon after the
 * last one; too long; a word that the publisher does not want; an e-mail address that is none; a field is missing;
 * anything else, which `message` tells in the store's words.
 */
export type Refusal =
  | 'closed'
  | 'login'
  | 'duplicate'
  | 'flood'
  | 'too-long'
  | 'disallowed'
  | 'email'
  | 'invalid'
  | 'refused';

export type Outcome =
  | { comment: ReaderComment; refusal?: undefined }
  | {
      comment?: undefined;
      refusal: Refusal;
      /** Plain text. */
      message?: string;
      /** Seconds until it may be tried again. */
      wait?: number;
    };

/** What a store does with what readers write. */
export interface CommentWriter {
  /**
   * Sends once.
   *
   * @throws {NewsrackError} No answer came, or none that says whether the comment was taken: it may have arrived.
   */
  send(comment: NewComment): Promise<Outcome>;
  /** Asks the store anew whether a comment has arrived. One that waits for approval cannot be seen. */
  find?(comment: NewComment): Promise<ReaderComment | undefined>;
  /** Whether the store finds out that it has the comment already, and keeps one only. */
  noticesRepetition?(comment: NewComment): boolean;
}

/** Where an article's comments are kept. Every method rejects with a `NewsrackError`; an aborted one with the signal's reason. */
export interface CommentStore {
  page(query: CommentQuery, options?: ReadOptions): Promise<CommentPage>;
  /** Absent where readers cannot write from another site. Rejects when its code did not come. */
  writer?(): Promise<CommentWriter>;
}
