import type { CommentStore, CommentWriter, StoreTarget } from './comments/comment-store.js';
import { NewsrackError } from './model/error.js';
import type { Newsletter, Outcome, Reader } from './newsletters/newsletter.js';
import type { Publisher, ReadOptions, Source } from './publishers/publisher.js';

/** What a page calls an adapter of its own: `x-` and a name. */
export type OwnName = `x-${string}`;

/** Opens a publisher's system. May load code first; asks nothing of the system yet. */
export type OpenPublisher = (source: Source) => Publisher | Promise<Publisher>;

/**
 * Puts a reader on a list, and says what the list's back end said. Rejects where no answer came, or none that says how it
 * ended; then the reader is told that it did not work.
 */
export type SendToNewsletter = (newsletter: Newsletter, reader: Reader) => Promise<Outcome>;

/** Opens the comments of an article. May load code first; asks nothing of the store yet. */
export type OpenCommentStore = (target: StoreTarget) => CommentStore | Promise<CommentStore>;

const publishers = new Map<string, OpenPublisher>();
const newsletters = new Map<string, SendToNewsletter>();
const commentStores = new Map<string, OpenCommentStore>();

function register<T>(adapters: Map<string, T>, name: string, adapter: T): void {
  if (!/^x-[\w-]+$/.test(name))
    throw new NewsrackError('bad-attribute', `“${name}” cannot be an adapter’s name: x-… can.`);
  adapters.set(name, adapter);
}

/** The page's scripts have run; at once where there is no page. */
const pageLoaded = () =>
  globalThis.document && document.readyState !== 'complete'
    ? new Promise((resolve) => addEventListener('load', resolve, { once: true }))
    : undefined;

async function registered<T>(adapters: Map<string, T>, name: string): Promise<T> {
  if (!adapters.has(name)) await pageLoaded();
  const adapter = adapters.get(name);
  if (!adapter)
    throw new NewsrackError('unsupported', `Nobody has registered an adapter called “${name}”.`);
  return adapter;
}

/**
 * Makes `source-type="x-…"` read from a system that Newsrack does not know. To be called before the page's `load` event, or
 * before the widgets are there.
 *
 * @param name - `x-` and a name
 * @throws {NewsrackError} `bad-attribute`: the name does not begin with `x-`
 */
export const registerPublisher = (name: OwnName, open: OpenPublisher): void =>
  register(publishers, name, open);

/**
 * Makes `provider="x-…"` of a newsletter's form send to a back end that Newsrack does not know. When to call it, and what it
 * throws, as with `registerPublisher`.
 */
export const registerNewsletter = (name: OwnName, send: SendToNewsletter): void =>
  register(newsletters, name, send);

/**
 * Makes `store="x-…"` of a comment box read from, and write to, where Newsrack does not know its way. When to call it, and
 * what it throws, as with `registerPublisher`.
 */
export const registerCommentStore = (name: OwnName, open: OpenCommentStore): void =>
  register(commentStores, name, open);

/** Milliseconds within which an adapter has to answer, as ours have to. */
const TIMEOUT = 10_000;

/** Likewise, where it sends what a reader wrote. */
const SENDING = { timeout: 20_000 };

/** What browsers and Node say of a request that came to nothing. */
const NO_ANSWER = /^(failed to fetch|fetch failed|networkerror|load failed)/i;

/** Whatever an adapter does: it ends in time, and with an error that readers and the page's author are told properly. */
async function inTime<T>(
  { signal, timeout = TIMEOUT }: ReadOptions,
  ask: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const abort = new AbortController();
  const callOff = () => abort.abort(signal!.reason);
  const late = new NewsrackError('timeout', `The adapter did not answer in ${timeout / 1000} s.`);
  const timer = setTimeout(() => abort.abort(late), timeout);
  signal?.addEventListener('abort', callOff);
  try {
    return await new Promise<T>((resolve, reject) => {
      abort.signal.addEventListener('abort', () => reject(abort.signal.reason as Error));
      ask(abort.signal).then(resolve, reject);
    });
  } catch (cause) {
    if (!(cause instanceof TypeError && NO_ANSWER.test(cause.message))) throw cause;
    throw new NewsrackError(
      'network',
      `${cause.message}: the system is away, or does not send Access-Control-Allow-Origin.`,
      { cause },
    );
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', callOff);
  }
}

/** @throws {NewsrackError} `unsupported`: there is none when the page has loaded. Likewise the next two. */
export async function ownPublisher(name: string): Promise<OpenPublisher> {
  const open = await registered(publishers, name);
  return async (source) => {
    const publisher = await open(source);
    const held =
      (method: keyof Publisher) =>
      (what: never, options: ReadOptions = {}): Promise<never> =>
        inTime(
          options,
          async (signal) => publisher[method](what, { ...options, signal }) as Promise<never>,
        );
    return { articles: held('articles'), article: held('article'), author: held('author') };
  };
}

export async function ownNewsletter(name: string): Promise<SendToNewsletter> {
  const send = await registered(newsletters, name);
  return (newsletter, reader) => inTime(SENDING, async () => send(newsletter, reader));
}

export async function ownCommentStore(name: string): Promise<OpenCommentStore> {
  const open = await registered(commentStores, name);
  return async (target) => {
    const store = await open(target);
    return {
      page: (query, options = {}) =>
        inTime(options, async (signal) => store.page(query, { ...options, signal })),
      // Whether readers can write may turn out with a page.
      get writer() {
        return store.writer && (async () => held(await inTime({}, async () => store.writer!())));
      },
    };
  };
}

/** A comment's writer that ends in time. */
const held = (writer: CommentWriter): CommentWriter => ({
  send: (comment) => inTime(SENDING, async () => writer.send(comment)),
  find: writer.find && ((comment) => inTime(SENDING, async () => writer.find!(comment))),
  noticesRepetition: (comment) => !!writer.noticesRepetition?.(comment),
});
