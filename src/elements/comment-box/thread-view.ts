import type { ReactiveControllerHost } from 'lit';
import { CommentMarkup } from '../../controllers/comment-markup.js';
import type { LocaleController } from '../../controllers/locale.js';
import { Slices } from '../../controllers/slices.js';
import type { CommentStrings } from '../../locales/comment-box/strings.js';
import type { ReaderComment } from '../../model/comment.js';
import { asNewsrackError } from '../../model/error.js';
import { keepFocus, stays } from '../../page/keep-focus.js';
import { report } from '../../page/report.js';
import type { CommentThread } from '../../reading/comment-thread.js';
import type { CommentOptions } from './comment.js';
import { CommentList } from './comment-list.js';
import { commentInAddress } from './permalink.js';

/** A comment box, as far as showing its thread needs it. */
export interface ThreadHost extends ReactiveControllerHost, HTMLElement {
  readonly renderRoot: ParentNode;
  readonly settled: Promise<void>;
}

export interface ThreadViewOptions {
  /** The one that is there now, if any. */
  thread(): CommentThread | undefined;
  locale: LocaleController<CommentStrings>;
  announce(text: string): void;
}

/** What a painted thread depends on besides itself. */
export interface ThreadSurroundings extends Pick<CommentOptions, 'hosts' | 'base'> {
  /** Id of the comment below which the form stands. */
  answered: string | undefined;
}

export interface ThreadView {
  readonly list: CommentList;
  readonly markup: CommentMarkup;
  /**
   * Paints what the box's template leaves to be painted: the comments, and the form where a comment is answered.
   *
   * @param thread - `undefined` where the box shows none
   */
  paint(thread: CommentThread | undefined, surroundings: ThreadSurroundings): void;
  /** Shows the next page: the reader has pressed the button for it. */
  showMore(): Promise<void>;
  /** Shows what the reader has written; `tellPage` is called when it is among the thread's comments. */
  arrived(comment: ReaderComment, tellPage: () => void): Promise<void>;
}

/** The comments of a box on the page: paints them, and brings the reader to those that come. */
export function threadView(
  host: ThreadHost,
  { thread: current, locale, announce }: ThreadViewOptions,
): ThreadView {
  const list = new CommentList();
  const markup = new CommentMarkup(host);
  let shown: CommentThread | undefined;
  /** The thread in which the page's address was looked for. */
  let searched: CommentThread | undefined;
  const slices = new Slices(host, () => (markup.preparing ? 0 : (shown?.items.length ?? 0)));

  host.addController({
    hostConnected: () => addEventListener('hashchange', follow),
    hostDisconnected: () => removeEventListener('hashchange', follow),
  });

  function paint(thread: CommentThread, { answered, hosts, base }: ThreadSurroundings): void {
    const { renderRoot, shadowRoot } = host;
    const holder = renderRoot.querySelector('.list');
    const home = renderRoot.querySelector('.home')!;
    const writing = renderRoot.querySelector('.writing');
    // They stand together, or none of them does.
    if (!holder || !writing) return;
    const field = shadowRoot!.activeElement as HTMLElement | null;
    // What would be made anew in a moment is not made now.
    if (!markup.preparing)
      list.paint(
        holder,
        () => thread.items.slice(0, slices.limit),
        { locale, hosts, page: location.href.replace(/#.*/, ''), base, markup: markup.markup },
        [thread, locale.strings, locale.tag, markup.markup],
        () => {
          if (writing.parentNode !== home) home.append(writing);
          slices.restart();
        },
      );
    const place = list.find(answered) ?? home;
    if (writing.parentNode !== place) place.append(writing);
    // A move takes the caret out of the field. MooTools' `contains` takes no `null`.
    if (field && writing.contains(field)) field.focus({ preventScroll: true });
    if (thread !== searched) {
      searched = thread;
      // Nobody is called here who has scrolled elsewhere meanwhile, or has come back to a place in the page.
      if (scrollY < 99 || Math.abs(host.getBoundingClientRect().top) < innerHeight) void follow();
    }
  }

  /** Goes to the comment that the page's address points at. */
  async function follow(): Promise<void> {
    const id = commentInAddress();
    const thread = current();
    const isHere = stays(host);
    if (!thread) return host.requestUpdate();
    try {
      if (id !== undefined && (await thread.reveal(id))) {
        await markup.prepare(thread);
        await show(id, isHere);
      }
    } catch {
      // The page's address leads to the comment as long as it can be reached.
    }
  }

  async function show(id: string, isHere: () => boolean): Promise<void> {
    await slices.all();
    if (!isHere()) return;
    const element = list.find(id);
    element?.scrollIntoView({ block: 'nearest' });
    element?.focus({ preventScroll: true });
  }

  return {
    list,
    markup,
    paint(thread, surroundings) {
      shown = thread;
      if (thread) paint(thread, surroundings);
      slices.next();
    },

    async showMore() {
      const thread = current()!;
      if (thread.button === 'loading') return;
      const isHere = stays(host);
      const strings = locale.strings!;
      thread.button = 'loading';
      announce(strings.loading);
      const added = await thread.more().catch((error: unknown) => {
        thread.button = 'retry';
        report(host, asNewsrackError(error));
      });
      // The box has gone on to another article, or to another order.
      if (thread !== current()) return;
      if (!added) return announce(strings.unreachable);
      await markup.prepare(thread);
      await slices.all();
      const { length } = added;
      announce(length ? strings.moreShown(length) : strings.noMore);
      if (!isHere()) return;
      // Its button goes away under the reader.
      if (!length && !thread.hasMore) keepFocus(host);
      list.find(added[0]?.id)?.focus({ preventScroll: true });
    },

    async arrived(comment, tellPage) {
      // It may be read anew just now.
      await host.settled;
      const thread = current();
      thread?.add(comment);
      tellPage();
      await markup.prepare(thread);
      // Its writer may have gone on while it was sent.
      await show(comment.id, stays(host, host));
    },
  };
}
