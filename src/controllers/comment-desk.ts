import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CommentStore, NewComment, Refusal } from '../comments/comment-store.js';
import type { ReaderComment } from '../model/comment.js';
import type { NewsrackError } from '../model/error.js';
import { draftOf, keepDraft, type Draft } from '../storage/draft.js';
import { rememberedReader, rememberReader } from '../storage/reader.js';
import { report } from './report.js';

/**
 * What became of the comment. `looking`: no answer came, the store is asked whether it arrived. `unsent`: it did not, or
 * sending it again does no harm. `unsure`: it may have arrived, and sending it again may make a second one.
 */
export type DeskState =
  | 'writing'
  | 'sending'
  | 'looking'
  | 'unsent'
  | 'unsure'
  | 'offline'
  | 'approved'
  | 'pending'
  | Refusal;

export interface DeskOptions {
  store(): Promise<CommentStore>;
  /** Called once for each comment, when the other side has it. */
  arrived(comment: ReaderComment): void;
  /** The state is another: to be told to the reader. */
  changed(): void;
}

/** By thread: what is being sent, from whichever of the page's boxes. */
const busy = new Set<string>();
const desks = new Set<CommentDesk>();

/** A key that no other comment has; `randomUUID` is missing where the page came over http. */
const newKey = (): string =>
  crypto.randomUUID?.() ?? crypto.getRandomValues(new Uint32Array(4)).join('-');

/**
 * Where a comment is written and sent. What is written is kept in the tab until the other side has it; it is never sent
 * twice at once, and when no answer came, the store is asked before it may be sent again.
 */
export class CommentDesk implements ReactiveController {
  state: DeskState = 'writing';
  /** The store's own words about a refusal. */
  message = '';
  /** Seconds until it may be tried again. */
  wait = 0;
  draft: Draft = { text: '', author: '', email: '' };
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #options: DeskOptions;
  #thread: string | undefined;

  constructor(host: ReactiveControllerHost & HTMLElement, options: DeskOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);
  }

  hostConnected(): void {
    desks.add(this);
  }

  hostDisconnected(): void {
    desks.delete(this);
  }

  get isBusy(): boolean {
    return busy.has(this.#thread!);
  }

  /** Takes up what was written below this article. */
  open(thread: string): void {
    if (thread === this.#thread) return;
    this.#thread = thread;
    this.state = 'writing';
    this.draft = draftOf(thread);
    const reader = rememberedReader();
    if (reader && !this.draft.author && !this.draft.email) {
      Object.assign(this.draft, reader, { remember: true });
    }
    // The page went away before the answer came.
    if (this.draft.sent && this.draft.sent === contentOf(this.draft)) void this.#look();
  }

  edit(part: Partial<Draft>): void {
    Object.assign(this.draft, part);
    if (part.remember === false) rememberReader(undefined);
    keepDraft(this.#thread!, this.draft);
    this.#repaint();
  }

  /** Does not take the comment, without asking anyone. */
  refuse(refusal: Refusal): void {
    this.#become(refusal);
  }

  /** Sends what is written, unless that is under way. */
  async send(fields?: [string, string][]): Promise<void> {
    const { draft, state } = this;
    if (this.isBusy) return;
    if (!navigator.onLine) return this.#become('offline');
    const isRepetition = draft.sent === contentOf(draft);
    if (isRepetition) {
      await this.#look();
      // It was found; or its writer is to decide first.
      if (!draft.sent || (this.state === 'unsure' && state !== 'unsure')) return;
    }
    await this.#alone(async (keep) => {
      let store: CommentStore;
      try {
        this.#become('sending');
        store = await this.#options.store();
      } catch (error) {
        report(this.#host, error as NewsrackError);
        return this.#become('unsent');
      }
      // A text that was changed is another comment.
      if (!isRepetition) draft.key = newKey();
      draft.sent = contentOf(draft);
      keep(draft);
      let outcome;
      try {
        outcome = await store.send!({ ...commentOf(draft), fields });
      } catch (error) {
        await this.#find(draft, keep);
        if (draft.sent) report(this.#host, error as NewsrackError);
        return;
      }
      if (outcome.comment) return this.#arrived(outcome.comment, draft, keep);
      const { refusal } = outcome;
      // It is there from the first time, and cannot be seen: it waits for approval.
      if (isRepetition && refusal === 'duplicate') return this.#arrived(unseen(draft), draft, keep);
      draft.sent = undefined;
      keep(draft);
      this.message = outcome.message ?? '';
      this.wait = outcome.wait ?? 0;
      this.#become(refusal);
    });
  }

  #look(): Promise<void> {
    return this.#alone((keep) => this.#find(this.draft, keep));
  }

  /** Finds out whether what was sent has arrived. */
  async #find(draft: Draft, keep: Keep): Promise<void> {
    this.#become('looking');
    const comment = commentOf(draft);
    let store: CommentStore | undefined;
    try {
      store = await this.#options.store();
      const found = await store.find?.(comment);
      if (found) return this.#arrived(found, draft, keep);
    } catch {
      // As unknown as before.
    }
    this.#become(store?.noticesRepetition?.(comment) ? 'unsent' : 'unsure');
  }

  #arrived(comment: ReaderComment, draft: Draft, keep: Keep): void {
    const { author, email, remember, parentId } = draft;
    if (remember) rememberReader({ author, email });
    Object.assign(draft, { text: '', parentId: undefined, key: undefined, sent: undefined });
    keep(undefined);
    this.#become(comment.status);
    // The page may show another article by now.
    if (draft === this.draft) {
      this.#options.arrived({ ...comment, parentId: comment.parentId ?? parentId });
    }
  }

  /** One at a time below an article. */
  async #alone(work: (keep: Keep) => Promise<void>): Promise<void> {
    const thread = this.#thread!;
    if (busy.has(thread)) return;
    busy.add(thread);
    try {
      await work((draft) => keepDraft(thread, draft));
    } finally {
      busy.delete(thread);
      this.#repaint();
    }
  }

  #become(state: DeskState): void {
    this.state = state;
    this.#repaint();
    this.#options.changed();
  }

  /** The page's other boxes of the same article show the same draft. */
  #repaint(): void {
    for (const desk of desks) {
      if (desk.#thread === this.#thread) desk.#host.requestUpdate();
    }
  }
}

type Keep = (draft: Draft | undefined) => void;

const commentOf = ({ text, author, email, parentId, key }: Draft): NewComment => ({
  text: text.trim(),
  author: author.trim(),
  email: email.trim(),
  parentId,
  key: key!,
});

/** What makes a comment the same as another one. */
const contentOf = (draft: Draft): string => JSON.stringify({ ...commentOf(draft), key: 0 });

/** The comment as its writer knows it, where the store does not show it. */
const unseen = ({ text, author, parentId, key }: Draft): ReaderComment => ({
  id: key!,
  parentId,
  author,
  body: text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>'),
  published: new Date().toISOString(),
  status: 'pending',
});
