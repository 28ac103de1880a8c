import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CommentStore, Refusal } from '../comments/comment-store.js';
import type { ReaderComment } from '../model/comment.js';
import { asNewsrackError } from '../model/error.js';
import { loaded } from '../model/loaded.js';
import { draftOf, keepDraft, type Draft } from '../storage/draft.js';
import { rememberedReader, rememberReader } from '../storage/reader.js';
import type * as Sending from './comment-sending.js';
import { report } from '../page/report.js';

/**
 * What became of the comment. `again`: a field was filled in that nobody sees. `looking`: no answer came, the store is asked whether it arrived. `unsent`: it did not, or
 * sending it again does no harm. `unsure`: it may have arrived, and sending it again may make a second one.
 */
export type DeskState =
  | 'writing'
  | 'sending'
  | 'looking'
  | 'unsent'
  | 'unsure'
  | 'offline'
  | 'again'
  | 'approved'
  | 'pending'
  | Refusal;

/** An element that shows the comments that are there already. */
export type DeskHost = ReactiveControllerHost &
  HTMLElement & { comments: ReaderComment[] | undefined };

export interface DeskOptions {
  store(): Promise<CommentStore>;
  /** Called once for each comment, when the other side has it; the page is told when it is among those that are shown. */
  arrived(comment: ReaderComment, tellPage: () => void): void;
  /** The state is another: to be told to the reader. */
  changed(): void;
}

/** By thread: what is being sent, from whichever of the page's boxes. */
const busy = new Set<string>();
/** Those of the page. */
export const desks = new Set<CommentDesk>();

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
  draft: Draft = draftOf('');
  /** Looks at what is written, from when something has been sent. */
  edited: ((part: Partial<Draft>) => void) | undefined;
  readonly host: DeskHost;
  readonly options: DeskOptions;

  constructor(host: DeskHost, options: DeskOptions) {
    this.host = host;
    this.options = options;
    host.addController(this);
  }

  hostConnected(): void {
    desks.add(this);
  }

  hostDisconnected(): void {
    desks.delete(this);
  }

  get isBusy(): boolean {
    return busy.has(this.draft.thread);
  }

  /** Takes up what was written below this article. */
  open(thread: string): void {
    if (thread === this.draft.thread) return;
    this.state = 'writing';
    this.draft = draftOf(thread);
    const reader = rememberedReader();
    if (reader && !this.draft.author && !this.draft.email) {
      Object.assign(this.draft, reader, { remember: true });
    }
    // The page went away before the answer came.
    if (this.draft.sent) {
      void this.#alone(({ look }, ...what) => look(this, ...what));
    }
  }

  edit(part: Partial<Draft>): void {
    Object.assign(this.draft, part);
    if (part.remember === false) rememberReader(undefined);
    keepDraft(this.draft);
    this.edited?.(part);
    this.#repaint();
  }

  /** Fetches what sending takes: the reader is about to write, and is to see the form before that. */
  prepare = (): void => {
    setTimeout(() =>
      this.#open()
        .then(([store]) => store.writer!())
        .catch(() => {}),
    );
  };

  /**
   * Sends what is written, unless that is under way.
   *
   * @param form - Has a `.trap` that nobody sees, and a slot: the fields there go along
   */
  async send(form: HTMLFormElement): Promise<void> {
    if (navigator.onLine) await this.#alone(({ send }, ...what) => send(this, ...what, form));
    else this.become('offline');
  }

  become(state: DeskState, message = '', wait = 0): void {
    Object.assign(this, { state, message, wait });
    this.#repaint();
    this.options.changed();
  }

  #open = () => Promise.all([this.options.store(), loaded(import('./comment-sending.js'))]);

  /**
   * One at a time below an article. What fails here has sent nothing now. By the time the code is here, the page may show
   * another article: the draft and its store are those of now.
   */
  async #alone(
    work: (sending: typeof Sending, draft: Draft, store: CommentStore) => Promise<void>,
  ): Promise<void> {
    const { draft } = this;
    const { thread } = draft;
    if (busy.has(thread)) return;
    busy.add(thread);
    try {
      const [store, code] = await this.#open();
      await work(code, draft, store);
    } catch (error) {
      report(this.host, asNewsrackError(error));
      if (draft === this.draft) this.become(draft.sent ? 'unsure' : 'unsent');
    } finally {
      busy.delete(thread);
      this.#repaint();
    }
  }

  /** The page's other boxes of the same article show the same draft. */
  #repaint(): void {
    for (const desk of desks) {
      if (desk.draft === this.draft) desk.host.requestUpdate();
    }
  }
}
