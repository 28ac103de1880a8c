import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
} from 'lit';
import { CommentDesk } from '../../sending/comment-desk.js';
import { CommentMarkup } from '../../controllers/comment-markup.js';
import {
  CommentThread,
  ownStore,
  readThread,
  storeOf,
  type Commented,
  type ThreadQuestion,
} from '../../reading/comment-thread.js';
import { keepFocus, stays } from '../../page/keep-focus.js';
import type { LocaleController } from '../../controllers/locale.js';
import { report } from '../../page/report.js';
import { Resource } from '../../controllers/resource.js';
import { settings } from '../../page/settings.js';
import { Slices } from '../../controllers/slices.js';
import { tell } from '../../page/tell.js';
import type { StoreType } from '../../comments/comment-store.js';
import { commentBoxStrings } from '../../locales/comment-box/dictionary.js';
import type { CommentStrings } from '../../locales/comment-box/strings.js';
import type { Article } from '../../model/article.js';
import type { ReaderComment } from '../../model/comment.js';
import { asNewsrackError } from '../../model/error.js';
import type { CommentOrder } from '../../model/thread.js';
import { webUrl } from '../../model/url.js';
import { base } from '../../styles/base.js';
import { adapterOf, booleanAttribute, isOn, oneOf, wholeNumber } from '../attributes.js';
import { PublishedWidget } from '../published-widget.js';
import { commentBoxStyles } from './comment-box.styles.js';
import { commentForm, outcome } from './comment-form.js';
import { CommentList } from './comment-list.js';
import { commentInAddress } from './permalink.js';

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
 * @attr {'wordpress' | 'ghost' | 'isso' | 'cusdis'} store - Where the comments are; left out, at the publisher's own system. `x-…`: an adapter that the page has registered
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
export class NrCommentBox extends PublishedWidget {
  static override properties: PropertyDeclarations = {
    src: {},
    articleId: { attribute: 'article-id' },
    order: {},
    pageSize: { type: Number, attribute: 'page-size' },
    readonly: { converter: booleanAttribute },
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
  declare protected readonly locale: LocaleController<CommentStrings>;

  override readonly widget = 'comment-box';
  protected override readonly resource = new Resource<ThreadQuestion, CommentThread>(this, {
    question: () => (this.#given ? undefined : this.#question()),
    ask: async (question, options) => {
      const thread = await readThread(question, options);
      await this.markup.prepare(thread);
      return thread;
    },
    count: () => this.#thread?.total ?? this.#thread?.items.length ?? 0,
  });
  readonly #desk = new CommentDesk(this, {
    store: async () => {
      const { store } = this.#thread!;
      const question = this.#question()!;
      return store ?? storeOf(question, question.article ?? this.#named);
    },
    arrived: (...what) => void this.#arrived(...what),
    changed: () => {
      // One of them is the name of a field: the address that the store refuses.
      this.#wrong = new Set<string>([this.#desk.state]);
      this.announce(outcome(this.#desk, this.locale.strings!));
    },
  });
  readonly #slices = new Slices(this, () =>
    this.markup.preparing ? 0 : (this.#shown?.items.length ?? 0),
  );
  #article: Article | undefined;
  #given: CommentThread | undefined;
  protected readonly markup = new CommentMarkup(this);
  protected readonly list = new CommentList();
  /** The thread in which the page's address was looked for. */
  #searched: CommentThread | undefined;
  #wrong = new Set<string>();

  /** The article: set it, and it is not looked up; read it after `nr-load`. */
  get article(): Partial<Article> | undefined {
    return this.#article ?? this.#thread?.article;
  }
  set article(article: Article | undefined) {
    this.#article = article;
    this.resource.restart();
  }

  /** The comments: set them, and none are fetched; read them after `nr-load`. */
  get comments(): ReaderComment[] | undefined {
    return this.#thread?.comments;
  }
  set comments(comments: ReaderComment[] | undefined) {
    this.#given = comments && new CommentThread(this.#query, { comments }, this.#named);
    this.resource.restart();
    if (comments) void this.markup.prepare(this.#given);
  }

  get #thread(): CommentThread | undefined {
    return this.#given ?? this.resource.value;
  }

  get #shown(): CommentThread | undefined {
    return this.resource.state === 'ready' ? this.#thread : undefined;
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
      url: webUrl(this.src, this.baseURI),
      ...this.#article,
    };
  }

  #question(): ThreadQuestion | undefined {
    const { id, url, headline, commentsOpen } = this.#named;
    if (this.src && !url) {
      this.complain('src', this.src, 'give the http(s) address of an article');
    }
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
    return !!(question?.reference as { id?: string } | undefined)?.id && question!.type !== 'ghost';
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

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#follow);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const { state } = this.resource;
    this.readonly = isOn(this.readonly);
    // A framework may set these after the comments.
    if (this.#given && (changed.has('order') || changed.has('pageSize')))
      this.comments = this.#given.comments;
    // Who follows a link to a comment has asked for it.
    if (state === 'deferred' && commentInAddress()) this.activate();
  }

  /** By now the thread is that of the attributes. */
  protected override update(changed: PropertyValues): void {
    // What becomes of a comment that was on its way takes words.
    if (this.#canWrite && this.locale.strings) {
      // Not by what is found out of the article, which another time may not be.
      const { url, id } = this.#named;
      this.#desk.open(
        String([this.source ?? settings.nrSource, this.storeUrl, this.siteId, id || url]),
      );
    }
    super.update(changed);
  }

  protected override updated(): void {
    if (this.#shown) this.#paint(this.#shown);
    this.#slices.next();
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.markup.preparing;
    return super.getUpdateComplete();
  }

  protected override content(): unknown {
    const thread = this.#thread!;
    const strings = this.locale.strings!;
    const level = this.levelOr(2);
    // What is below the comments would jump when they come.
    const stands = !this.markup.preparing || this.list.made.size;
    return html`<div class="heading" part="heading" role="heading" aria-level=${level}>
        ${strings.comments(thread.total)}
      </div>
      <div class="home"><div class="writing" lang=${this.locale.tag}>${this.#writing(Math.min(level + 1, 6))}</div></div>
      ${this.#isClosed && !this.readonly ? html`<p class="empty">${strings.closed}</p>` : nothing}
      ${thread.items.length ? nothing : html`<p class="empty" part="empty">${strings.empty}</p>`}
      <ol class="list" part="list" role="list" @click=${this.#click}></ol>
      ${
        thread.hasMore && stands
          ? html`<button
              class="more"
              part="button more"
              aria-disabled=${thread.button === 'loading'}
              @click=${this.#showMore}
            >
              ${strings[thread.button]}
            </button>`
          : nothing
      }
      ${stands ? this.#way() : nothing}`;
  }

  #writing(headingLevel: number): unknown {
    if (!this.#canWrite) return nothing;
    const strings = this.locale.strings!;
    const { parentId } = this.#desk.draft;
    const answered = this.#thread!.comments.find(({ id }) => id === parentId);
    return commentForm({
      desk: this.#desk,
      strings,
      headingLevel,
      answered: answered && (answered.author || strings.anonymous),
      wrong: this.#wrong,
      submit: this.#submit,
      edit: this.#edit,
      prepare: this.#desk.prepare,
      cancel: this.#cancel,
    });
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

  /** Paints what the template leaves to be painted: the comments, and the form where a comment is answered. */
  #paint(thread: CommentThread): void {
    const list = this.renderRoot.querySelector('.list');
    const home = this.renderRoot.querySelector('.home')!;
    const writing = this.renderRoot.querySelector('.writing');
    // They stand together, or none of them does.
    if (!list || !writing) return;
    const field = this.shadowRoot!.activeElement as HTMLElement | null;
    const { locale, article } = this;
    // What would be made anew in a moment is not made now.
    if (!this.markup.preparing)
      this.list.paint(
        list,
        () => thread.items.slice(0, this.#slices.limit),
        {
          locale,
          hosts: [article?.url, this.source, this.storeUrl].map(hostOf),
          page: location.href.replace(/#.*/, ''),
          base: article?.url,
          markup: this.markup.markup,
        },
        [thread, locale.strings, locale.tag, this.markup.markup],
        () => {
          if (writing.parentNode !== home) home.append(writing);
          this.#slices.restart();
        },
      );
    const place = (this.#canWrite && this.list.find(this.#desk.draft.parentId)) || home;
    if (writing.parentNode !== place) place.append(writing);
    // A move takes the caret out of the field. MooTools' `contains` takes no `null`.
    if (field && writing.contains(field)) field.focus({ preventScroll: true });
    if (thread !== this.#searched) {
      this.#searched = thread;
      void this.#follow();
    }
  }

  #edit = ({ target }: Event): void => {
    const { name, value, checked } = target as HTMLInputElement;
    // A captcha's fields are none of ours.
    if (!this.renderRoot.contains(target as Node)) return;
    if (name === 'remember') this.#desk.edit({ remember: checked });
    else if (name in this.#desk.draft) this.#desk.edit({ [name]: value });
    this.#wrong.delete(name);
  };

  #submit = (event: Event): void => {
    event.preventDefault();
    const desk = this.#desk;
    if (desk.isBusy) return;
    const form = event.target as HTMLFormElement;
    const fields = [...form.querySelectorAll<HTMLInputElement>('[required]')];
    const wrong = fields.filter(({ value, validity }) => !value.trim() || !validity.valid);
    this.#wrong = new Set(wrong.map(({ name }) => name));
    if (wrong.length) {
      const { needText, needName, needEmail } = this.locale.strings!;
      const needs: Record<string, string> = { text: needText, author: needName, email: needEmail };
      this.announce(wrong.map(({ name }) => needs[name]).join(' '));
      wrong[0]!.focus();
      return;
    }
    const trap = form.querySelector<HTMLInputElement>('.trap')!;
    if (trap.value) {
      // A browser may have filled it in for a person, who can press again.
      trap.value = '';
      desk.become('disallowed');
    } else if (tell(this, 'nr-submit', { kind: 'comment' }, true)) {
      void desk.send(form.querySelector('slot')!.assignedElements());
    }
  };

  #cancel = async (): Promise<void> => {
    const { parentId } = this.#desk.draft;
    if (this.#desk.isBusy) return;
    this.#desk.edit({ parentId: undefined });
    await this.updateComplete;
    const answered = this.list.find(parentId) ?? this.renderRoot;
    answered.querySelector<HTMLElement>('.answer, textarea')?.focus();
  };

  #click = async ({ target }: Event): Promise<void> => {
    const answer = (target as Element).closest('.answer');
    if (!answer || this.#desk.isBusy) return;
    this.#desk.edit({ parentId: answer.closest('.comment')!.id });
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  };

  #showMore = async (): Promise<void> => {
    const thread = this.#thread!;
    if (thread.button === 'loading') return;
    const isHere = stays(this);
    const strings = this.locale.strings!;
    thread.button = 'loading';
    this.announce(strings.loading);
    const added = await thread.more().catch((error: unknown) => {
      thread.button = 'retry';
      report(this, asNewsrackError(error));
    });
    // The box has gone on to another article, or to another order.
    if (thread !== this.#thread) return;
    if (!added) return this.announce(strings.unreachable);
    await this.markup.prepare(thread);
    await this.#slices.all();
    const { length } = added;
    this.announce(length ? strings.moreShown(length) : strings.noMore);
    if (!isHere()) return;
    // Its button goes away under the reader.
    if (!length && !thread.hasMore) keepFocus(this);
    this.list.find(added[0]?.id)?.focus({ preventScroll: true });
  };

  async #arrived(arrived: ReaderComment, tellPage: () => void): Promise<void> {
    // It may be read anew just now.
    await this.settled;
    this.#thread?.add(arrived);
    tellPage();
    await this.markup.prepare(this.#thread);
    // Its writer may have gone on while it was sent.
    await this.#show(arrived.id, stays(this, this));
  }

  #follow = async (): Promise<void> => {
    const id = commentInAddress();
    const thread = this.#thread;
    const isHere = stays(this);
    if (!thread) return this.requestUpdate();
    try {
      if (id !== undefined && (await thread.reveal(id))) {
        await this.markup.prepare(thread);
        await this.#show(id, isHere);
      }
    } catch {
      // The page's address leads to the comment as long as it can be reached.
    }
  };

  async #show(id: string, isHere: () => boolean): Promise<void> {
    await this.#slices.all();
    if (!isHere()) return;
    const element = this.list.find(id);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
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
