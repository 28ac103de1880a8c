import type {
  CommentPage,
  CommentQuery,
  CommentStore,
  StoreType,
} from '../comments/comment-store.js';
import { openStore } from '../comments/open.js';
import type { Article } from '../model/article.js';
import type { ReaderComment } from '../model/comment.js';
import { threadsOf, type ThreadItem } from '../model/thread.js';
import { kindOf } from '../publishers/open.js';
import type { ArticleReference, ReadOptions, Source } from '../publishers/publisher.js';
import { lookUpArticle } from './article-lookup.js';

/** An article as far as its comments need it. */
export type Commented = Partial<Pick<Article, 'id' | 'url' | 'headline' | 'commentsOpen'>>;

/** Where comments are kept. */
export interface ThreadTarget {
  type: StoreType;
  /** The publisher's system; absent where the store is another. */
  source: Source | undefined;
  storeUrl: string | undefined;
  siteId: string | undefined;
}

export interface ThreadQuestion extends ThreadTarget {
  reference: ArticleReference;
  /** What is known of the article; then it is not looked up. */
  article: Commented | undefined;
  query: CommentQuery;
}

/** A permalink's comment is looked for on so many pages. */
const MOST_PAGES = 10;

/** An article's comments, as many of them as are shown, and where to get and send more. */
export class CommentThread {
  comments: ReaderComment[];
  readonly article: Commented | undefined;
  readonly store: CommentStore | undefined;
  readonly #query: CommentQuery;
  #total: number | undefined;
  /** Where the next page starts; absent after the last one. */
  next: string | undefined;
  /** What the button for the next page says: the page is on its way, or did not come. */
  button: 'more' | 'loading' | 'retry' = 'more';
  /** How many conversations are shown. */
  #shown: number;
  /** Conversations that the reader began are shown in any case. */
  readonly #own = new Set<string>();
  #arranged: [comments: ReaderComment[], threads: ThreadItem[][]] | undefined;
  #items: ThreadItem[] | undefined;
  #coming: Promise<void> | undefined;

  constructor(query: CommentQuery, page: CommentPage, article?: Commented, store?: CommentStore) {
    this.#query = query;
    // The store may go on with its own list.
    this.comments = [...page.comments];
    this.#total = page.total;
    this.next = page.next;
    this.#shown = query.limit;
    this.store = store;
    this.article = article;
  }

  /** Of all comments, shown or not; `undefined` where nobody says. */
  get total(): number | undefined {
    return this.#total ?? (this.next ? undefined : this.comments.length);
  }

  get #threads(): ThreadItem[][] {
    if (this.#arranged?.[0] !== this.comments) {
      this.#arranged = [this.comments, threadsOf(this.comments, this.#query.order)];
      this.#items = undefined;
    }
    return this.#arranged[1];
  }

  /** What is shown, from top to bottom; the same list until something changes. */
  get items(): ThreadItem[] {
    const threads = this.#threads;
    return (this.#items ??= threads
      .filter(([first], index) => index < this.#shown || this.#own.has(first!.comment.id))
      .flat());
  }

  get hasMore(): boolean {
    return !!this.next || this.#threads.length > this.#shown;
  }

  /** Shows the next page. Resolves with what has come to what was shown. */
  async more(): Promise<ReaderComment[]> {
    const before = new Set(this.items.map(({ comment }) => comment.id));
    if (this.#threads.length <= this.#shown) await this.#nextPage();
    this.#show(this.#shown + this.#query.limit);
    return this.items.map(({ comment }) => comment).filter(({ id }) => !before.has(id));
  }

  /** Shows as many pages as it takes to show a comment. Resolves with whether it is there. */
  async reveal(id: string): Promise<boolean> {
    for (let pages = 0; pages <= MOST_PAGES; pages++) {
      const place = this.#threads.findIndex((thread) =>
        thread.some(({ comment }) => comment.id === id),
      );
      if (place >= 0) {
        this.#show(Math.max(this.#shown, place + 1));
        return true;
      }
      if (!this.next) break;
      await this.#nextPage();
    }
    return false;
  }

  /** Takes in what the reader has just written. */
  add(comment: ReaderComment): void {
    if (this.comments.some(({ id }) => id === comment.id)) return;
    if (comment.status === 'approved' && this.#total !== undefined) this.#total++;
    this.#own.add(comment.id);
    this.comments = [...this.comments, comment];
    // What it pushes down stays shown.
    if (this.#query.order === 'newest' && !comment.parentId) this.#shown++;
  }

  #show(count: number): void {
    this.#shown = count;
    this.#items = undefined;
    this.button = 'more';
  }

  /** Once, whoever asks for it meanwhile. */
  #nextPage(): Promise<void> {
    return (this.#coming ??= this.#fetch().finally(() => (this.#coming = undefined)));
  }

  async #fetch(): Promise<void> {
    const page = await this.store!.page({ ...this.#query, cursor: this.next });
    this.next = page.next;
    this.#total = page.total ?? this.#total;
    this.comments = [...this.comments, ...page.comments];
  }
}

/** Where a publisher's system keeps comments itself. What is named as a feed has none: it lies with whom it likes, and its ids are its own. */
export const ownStore = (source: Source): StoreType => (kindOf(source) ?? 'wordpress') as StoreType;

/** The store of what is asked about. */
export const storeOf = (
  { type, source, storeUrl, siteId }: ThreadTarget,
  article: Commented,
): Promise<CommentStore> => openStore(type, { source, article, url: storeUrl, siteId });

/** What to call the article where its publisher has not been asked. */
const named = (reference: ArticleReference): Commented =>
  'id' in reference ? { id: reference.id } : reference;

/**
 * Opens the store of an article's comments and reads the first page.
 *
 * @param options - `page`: what a server has read of it
 */
export async function readThread(
  question: ThreadQuestion,
  options: ReadOptions & { page?: CommentPage },
): Promise<CommentThread> {
  const { source, reference, article, query } = question;
  // A publisher's own system knows its articles; other stores only want them called the same each time.
  const lookUp = async (): Promise<Commented> =>
    article ?? lookUpArticle({ source: source!, reference }, options);
  let known = article ?? named(reference);
  if (!known.id) known = await lookUp();
  const store = await storeOf(question, known);
  // Where the id is known, comments need not wait for the article, nor fail with it.
  const [page, found] = await Promise.all([
    options.page ?? store.page(query, options),
    'url' in reference ? known : lookUp().catch(() => known),
  ]);
  return new CommentThread(query, page, found, store);
}
