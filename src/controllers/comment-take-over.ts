import type { CommentPage } from '../comments/comment-store.js';
import type { ThreadItem } from '../model/thread.js';
import type { CommentMarkup } from './comment-markup.js';
import type { Commented, CommentThread, ThreadQuestion } from '../reading/comment-thread.js';
import type { LocaleController } from './locale.js';
import type { AskOptions, Resource } from './resource.js';

/** A thread as it travels with the markup that a server made of it. */
export interface KeptThread {
  article: Commented | undefined;
  page: CommentPage;
}

/** What a comment box has inside that is to be reached here. */
interface Box {
  readonly locale: LocaleController;
  readonly resource: Resource<ThreadQuestion, CommentThread>;
  readonly view: {
    readonly markup: CommentMarkup;
    readonly list: {
      list: Element | undefined;
      common: unknown[];
      made: Map<string, [item: ThreadItem, element: HTMLElement]>;
    };
  };
}

/** The thread that a server read, with the store that it goes on with. Asks nobody. */
export async function openThread(
  { resource, view: { markup } }: Box,
  { article, page }: KeptThread,
): Promise<CommentThread> {
  // The comments stand on the page: what shows markup comes with the next ones.
  markup.prepare = () => undefined;
  try {
    const options: AskOptions & { page: CommentPage } = {
      signal: new AbortController().signal,
      fresh: false,
      page,
    };
    return await resource.options.ask({ ...resource.question!, article }, options);
  } finally {
    delete (markup as Partial<CommentMarkup>).prepare;
  }
}

/** Makes the comments that stand on the page the list's own. Where they are not the thread's, it paints them anew. */
export function adopt(
  { locale, view: { markup, list } }: Box,
  thread: CommentThread,
  root: ShadowRoot,
): void {
  const holder = root.querySelector('.list');
  // Nothing is shown that could be a comment.
  if (!holder) return;
  const standing = [...holder.children] as HTMLElement[];
  const { items } = thread;
  if (standing.length !== items.length) return;
  const page = location.href.replace(/#.*/, '');
  items.forEach((item, index) => {
    const element = standing[index]!;
    list.made.set(item.comment.id, [item, element]);
    // The server did not know on which page it would stand.
    const link = element.querySelector('[part=date]');
    link?.setAttribute('href', page + link.getAttribute('href')!);
  });
  // What has been painted would be gone for a moment if it were now painted only when it is in view.
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`.comment:nth-child(-n+${items.length}){content-visibility:visible}`);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  list.list = holder;
  list.common = [thread, locale.strings, locale.tag, markup.markup];
}
