import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import {
  CommentThread,
  ownStore,
  readThread,
  storeOf,
  type Commented,
  type ThreadQuestion,
} from '../../reading/comment-thread.js';
import { Resource } from '../../controllers/resource.js';
import { isOn, settings } from '../../page/settings.js';
import type { StoreType } from '../../comments/comment-store.js';
import { commentBoxStrings } from '../../locales/comment-box/dictionary.js';
import type { CommentStrings } from '../../locales/comment-box/strings.js';
import type { Article } from '../../model/article.js';
import type { ReaderComment } from '../../model/comment.js';
import type { CommentOrder } from '../../model/thread.js';
import { webUrl } from '../../model/url.js';
import { base } from '../../styles/base.js';
import { adapterOf, numeric, oneOf, wholeNumber } from '../attributes.js';
import { PublishedWidget } from '../published-widget.js';
import { commentBoxStyles } from './comment-box.styles.js';
import { commentWriting } from './comment-writing.js';
import { commentInAddress } from './permalink.js';
import { threadView } from './thread-view.js';

const stores = ['wordpress', 'ghost', 'isso', 'cusdis'];

/**
 * What readers say about an article, and the form to add to it. What is typed stays in this tab until the other side has
 * it: over a reload, a failed send, a closed laptop. It is never sent twice by itself.
 *
 * A reader's picture is shown only where the publisher serves it; else the first letter of the name stands there.
 *
 * @tagname nr-comment-box
 * @attr {string} src - Address of the article; looked up at `source`, else at its own site
 * @attr {string} article-id - The article's id at `source`, or what another store calls it
 * @attr {'newest' | 'oldest'} [order=newest] - Which conversation comes first; answers stand oldest first in any case
 * @attr {number} [page-size=20] - How many conversations are shown at once, with all their answers: 1 to 100
 * @attr {boolean} readonly - No form
 * @attr {'wordpress' | 'ghost' | 'isso' | 'cusdis'} store - Where the comments are; left out, at the publisher's own system: a feed has none. `x-…`: an adapter that the page has registered
 * @attr {string} store-url - Address of the store, where it is not the publisher's own
 * @attr {string} site-id - What the store calls the publisher's site (Cusdis: the app id)
 * @attr {2 | 3 | 4 | 5 | 6} [heading-level=2] - Level of the heading; the form's is one deeper
 * @slot captcha - Stands above the button; its named fields are sent, too
 * @csspart heading - How many comments there are
 * @csspart form - The form
 * @csspart label - A label with its field
 * @csspart field - A field
 * @csspart message - What became of the comment
 * @csspart error - What is wrong with a field, below it; in the place of everything, what went wrong
 * @csspart list - The comments
 * @csspart comment - A comment
 * @csspart portrait - The picture of its writer, or a letter in its place
 * @csspart name - The name of its writer
 * @csspart date - When it was written; the comment's permalink
 * @csspart body - What it says
 * @csspart link - The link to the publisher's page
 * @csspart more - The button that shows more comments
 * @fires {NrSubmitEvent} nr-submit - A comment is about to be sent: `detail.kind` is `comment`; cancelable
 * @fires {NrCommentEvent} nr-comment - The other side has the comment: `detail` has `comment` and `status`, `approved` or `pending`
 */
export class NrCommentBox extends PublishedWidget<CommentStrings> {
  static override properties: PropertyDeclarations = {
    src: {},
    articleId: { attribute: 'article-id' },
    order: {},
    pageSize: { converter: numeric, attribute: 'page-size' },
    readonly: { converter: isOn },
    store: {},
    storeUrl: { attribute: 'store-url' },
    siteId: { attribute: 'site-id' },
    article: { attribute: false, noAccessor: true },
    comments: { attribute: false, noAccessor: true },
  };
  static override styles: CSSResultGroup = [base, commentBoxStyles];
  static override readonly sentences = commentBoxStrings;

  declare src: string | undefined;
  declare articleId: string | undefined;
  declare order: CommentOrder | undefined;
  declare pageSize: number | undefined;
  declare readonly: boolean | undefined;
  declare store: StoreType | undefined;
  declare storeUrl: string | undefined;
  declare siteId: string | undefined;

  override readonly widget = 'comment-box';
  protected override readonly resource = new Resource<ThreadQuestion, CommentThread>(this, {
    question: () => (this.#given ? undefined : this.#question()),
    ask: async (question, options) => {
      const thread = await readThread(question, options);
      await this.view.markup.prepare(thread);
      return thread;
    },
    count: () => this.#thread?.total ?? this.#thread?.items.length ?? 0,
  });
  protected readonly view = threadView(this, {
    thread: () => this.#thread,
    locale: this.locale,
    announce: (text) => this.announce(text),
  });
  readonly #writing = commentWriting(this, {
    store: async () => {
      const { store } = this.#thread!;
      const question = this.#question()!;
      return store ?? storeOf(question, question.article ?? this.#named);
    },
    arrived: (...what) => void this.view.arrived(...what),
    locale: this.locale,
    announce: (text) => this.announce(text),
    find: (id) => this.view.list.find(id),
  });
  #article: Article | undefined;
  #given: ReaderComment[] | undefined;
  /** The thread of the comments that were given, and of what has been written since. */
  #opened: CommentThread | undefined;

  /** The article: set it, and it is not looked up; read it after `nr-load`. */
  get article(): Partial<Article> | undefined {
    return this.#article ?? this.#thread?.article;
  }
  set article(article: Article | undefined) {
    this.#article = this.resource.take(article, this.#article);
  }

  /** The comments: set them, and none are fetched; read them after `nr-load`. */
  get comments(): ReaderComment[] | undefined {
    return this.#thread?.comments;
  }
  set comments(comments: ReaderComment[] | undefined) {
    const before = this.#given;
    this.#given = this.resource.take(comments, before);
    if (this.#given !== before) this.#open(this.#given);
  }

  #open(comments: ReaderComment[] | undefined): void {
    this.#opened = comments && new CommentThread(this.#query, { comments }, this.#named);
    void this.view.markup.prepare(this.#opened);
  }

  get #thread(): CommentThread | undefined {
    return this.#opened ?? this.resource.value;
  }

  get #query(): { order: CommentOrder; limit: number } {
    return {
      order: this.valid<CommentOrder>(
        'order',
        this.order,
        oneOf(['newest', 'oldest']),
        'newest',
        'newest or oldest',
      ),
      limit: this.valid('page-size', this.pageSize, wholeNumber(1, 100), 20, '1 to 100'),
    };
  }

  /** The article as the page names it. */
  get #named(): Commented {
    return {
      id: this.articleId || undefined,
      url: this.articleUrl(this.src),
      ...this.#article,
    };
  }

  #question(): ThreadQuestion | undefined {
    const { id, url, headline, commentsOpen } = this.#named;
    if (!id && !url) return undefined;
    // Other stores know nothing of the publisher's system.
    const isOwn = !/^(isso$|cusdis$|x-)/.test(this.store ?? '');
    const source = isOwn ? this.sourceOr(url) : undefined;
    if (isOwn && !source) return undefined;
    const type = this.valid<StoreType>(
      'store',
      this.store,
      adapterOf(stores),
      source ? ownStore(source) : 'wordpress',
      stores.join(', '),
    );
    return {
      type,
      source,
      storeUrl: webUrl(this.storeUrl, this.baseURI),
      siteId: this.siteId,
      reference: id ? { id } : { url: url! },
      article: this.#article || !isOwn ? { id, url, headline, commentsOpen } : undefined,
      query: this.#query,
    };
  }

  get #isClosed(): boolean {
    return this.article?.commentsOpen === false;
  }

  /** Whether readers can write here; with comments that were given, only where it is known below which article. */
  get #canWrite(): boolean {
    const thread = this.#thread;
    if (!thread || this.readonly || this.#isClosed) return false;
    if (thread.store) return !!thread.store.writer;
    const question = this.#question();
    return (
      !!(question?.reference as { id?: string } | undefined)?.id && /^[wicx]/.test(question!.type)
    );
  }

  protected override get count(): number {
    if (!this.#thread) return 0;
    const { length } = this.#thread.items;
    // A sentence about comments that cannot be written is no better than what the page's author has put here.
    return length || this.#canWrite || !(this.readonly || (this.#isClosed && this.hasFallback))
      ? length + 1
      : 0;
  }

  protected override look(): { name: string; show: string } {
    return { name: this.#canWrite ? 'comments' : 'comments closed', show: '' };
  }

  protected override skeleton(): unknown {
    return nothing;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.readonly = isOn(this.readonly);
    // A framework may set these after the comments.
    if (this.#opened && (changed.has('order') || changed.has('pageSize')))
      this.#open(this.#opened.comments);
  }

  /** By now the thread is that of the attributes. */
  protected override update(changed: PropertyValues): void {
    // What becomes of a comment that was on its way takes words.
    if (this.#canWrite && this.locale.strings) {
      // Not by what is found out of the article, which another time may not be.
      const { url, id } = this.#named;
      this.#writing.desk.open(
        String([this.source ?? settings.nrSource, this.storeUrl, this.siteId, id || url]),
      );
    }
    super.update(changed);
  }

  protected override updated(): void {
    // Who follows a link to a comment has asked for it.
    if (this.resource.state === 'deferred' && commentInAddress()) this.activate();
    const { url } = this.article ?? {};
    this.view.paint(this.resource.state === 'ready' ? this.#thread : undefined, {
      answered: this.#canWrite ? this.#writing.desk.draft.parentId : undefined,
      hosts: [url, this.source, this.storeUrl].map(hostOf),
      base: url,
    });
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.view.markup.preparing;
    return super.getUpdateComplete();
  }

  protected override content(): unknown {
    const thread = this.#thread!;
    const strings = this.locale.strings!;
    const level = this.levelOr(2);
    const { tag } = this.locale;
    // What is below the comments would jump when they come.
    const { markup, list } = this.view;
    const stands = !markup.preparing || list.made.size;
    return html`<div class="heading" part="heading" role="heading" aria-level=${level} lang=${tag}>
        ${strings.comments(thread.total)}
      </div>
      <div class="home">
        <div class="writing">
          ${this.#canWrite ? this.#writing.form(Math.min(level + 1, 6), thread.comments) : nothing}
        </div>
      </div>
      ${this.#isClosed && !this.readonly ? html`<p class="empty" lang=${tag}>${strings.closed}</p>` : nothing}
      ${thread.items.length ? nothing : html`<p class="empty" part="empty" lang=${tag}>${strings.empty}</p>`}
      <ol class="list" part="list" role="list" @click=${this.#writing.answer}></ol>
      ${
        thread.hasMore && stands
          ? html`<button
              class="more"
              part="button more"
              lang=${tag}
              aria-disabled=${thread.button === 'loading'}
              @click=${this.view.showMore}
            >
              ${strings[thread.button]}
            </button>`
          : nothing
      }
      ${stands ? this.#way() : nothing}`;
  }

  /** Where else the article and its comments are. */
  #way(): unknown {
    const href = this.article?.url && this.outgoing(this.article.url);
    if (!href) return nothing;
    const { host } = new URL(href);
    const { joinIn, readAt } = this.locale.strings!;
    const canJoin = !this.#canWrite && !this.#isClosed && !this.readonly;
    return html`<p>
      <a class="at" part="link" href=${href} rel="external">${(canJoin ? joinIn : readAt)(host)}</a>
    </p>`;
  }
}

const hostOf = (address: string | undefined): string | undefined => {
  const url = webUrl(address, document.baseURI);
  return url && new URL(url).host;
};

declare global {
  interface HTMLElementTagNameMap {
    'nr-comment-box': NrCommentBox;
  }
}
