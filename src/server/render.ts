import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ElementRenderer } from '@lit-labs/ssr';
import type { LitElement } from 'lit';
import type { CommentMarkup } from '../controllers/comment-markup.js';
import type { MarkupOptions } from '../controllers/markup.js';
import type { Luggage, Served } from '../controllers/take-over.js';
import { escaped } from '../html/escape.js';
import { supportedLanguage } from '../locales/ask.js';
import { strings, type Dictionary } from '../locales/locale.js';
import type { Article } from '../model/article.js';
import { NewsrackError } from '../model/error.js';
import { webUrl } from '../model/url.js';
import { askAnew } from '../net/ask-anew.js';
import { elementOf } from './element-of.js';
import { openMarkupWriter } from './foreign-markup.js';
import { bringParser } from './open-source.js';
import { servedWidgets, type ServedWidget } from './served-widgets.js';
import { styleSheets } from './style-sheets.js';
import { newsletterForm } from './without-scripts/newsletter-form.js';

/**
 * A widget's attributes by their names in HTML or as properties (`heading-level`, `headingLevel`); `true` is an attribute
 * without a value, `false` and `undefined` are none.
 */
export type Attributes = Record<string, string | number | boolean | undefined>;

export interface RenderOptions {
  /**
   * How the widget's style sheet comes along: `inline` (when left out) in a `<style>`, `link` by address, for pages whose
   * Content Security Policy forbids the other.
   */
  styles?: 'inline' | 'link' | undefined;
  /** Address of the folder that `newsrack.js` is served from; `link` needs it. */
  cdn?: string | undefined;
  /** Key of the source's API that stays on the server, unlike the attribute `source-key`. */
  sourceKey?: string | undefined;
  /** The widget stands on the reader's first screen, about so many pixels wide: its first pictures load at once. */
  firstScreenWidth?: number | undefined;
  /** HTML of the page's own that stays where the browser knows no declarative shadow DOM. It is not sanitized. */
  fallback?: string | undefined;
  /** Asks anew, though the source has answered within the last minute or failed six times: forgets what any has said. */
  fresh?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/** A `Readable` of Node, told without Node's types, which a page's project may not have. */
export interface HtmlStream extends AsyncIterable<string> {
  pipe<To extends object>(destination: To): To;
}

/** A widget as a server has it: ready to be written. */
export interface Rendering {
  /** How many things it shows; 0 for its empty state. */
  count: number;
  /** Writes the HTML, a piece at a time. */
  pieces(): Generator<string>;
}

/**
 * A widget as static HTML with declarative shadow DOM: finished for a reader without scripts; where `newsrack.js` or the
 * npm build runs, the element takes over what stands there and asks the source nothing. Dates are absolute, in the time
 * zone of the process (`TZ`); the language is the attribute `lang`, English without it.
 *
 * @throws {NewsrackError} `bad-attribute`: an attribute or an option is wrong. `unsupported`: `@lit-labs/ssr` is not
 * installed. Else what reading the source came to; a page can then send the bare tag, and the reader's browser asks.
 */
export async function renderToString(
  widget: ServedWidget,
  attributes?: Attributes,
  options?: RenderOptions,
): Promise<string> {
  return [...(await prepareRendering(widget, attributes, options)).pieces()].join('');
}

/**
 * As `renderToString`, as a stream: `stream.pipe(response)`. It begins when the source has answered, so that an error can
 * still become another page.
 *
 * @throws What `renderToString` throws.
 */
export async function renderToStream(
  widget: ServedWidget,
  attributes?: Attributes,
  options?: RenderOptions,
): Promise<HtmlStream> {
  return Readable.from(
    (await prepareRendering(widget, attributes, options)).pieces(),
  ) as HtmlStream;
}

/** What an element is to its server: it lets nobody else look inside. */
type Element = LitElement &
  Served & {
    count?: number;
    completing?: Promise<void>;
    view?: { markup: Pick<CommentMarkup, 'prepare'> };
  };

/** What stands in a template, and what a server writes in its place. */
export type Edit = [found: string, written: string];

/** Asks the source for what the widget shows. */
export async function prepareRendering(
  widget: ServedWidget,
  attributes: Attributes = {},
  options: RenderOptions = {},
): Promise<Rendering> {
  if (!servedWidgets.includes(widget))
    throw wrong(`“${widget}” is none of ${servedWidgets.join(', ')}`);
  const head = styleSheet(widget, options);
  const [{ render }, { askedFor, settle }] = await Promise.all([
    serverRenderer(),
    import('../controllers/take-over.js'),
  ]);
  const Class = await elementOf(widget);
  const element = new Class() as Element;
  lookInto(element, options.fallback ?? '');
  const foreign = foreignMarkupOf(element);
  // What shows a comment's markup here is not what shows it in a browser.
  if (element.view) element.view.markup.prepare = () => undefined;
  Object.assign(element, {
    // Who would be told of a wrong value by the console is here to be told.
    complain(name: string, value: unknown, advice: string) {
      throw wrong(`${name}="${String(value)}": ${advice.replace(/; using .*/, '')}`);
    },
  });

  const written: Record<string, string> = { lang: 'en' };
  for (const [given, value] of Object.entries(attributes)) {
    const name = given.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    if (
      !Class.observedAttributes.includes(name) &&
      !/^(lang|dir|id|class|slot|load|data-[\w.-]+)$/.test(name)
    )
      throw wrong(`<nr-${widget}> has no attribute “${given}”`);
    if ((value ?? false) !== false) written[name] = value === true ? '' : String(value);
  }
  const { load = 'near' } = written;
  if (!['near', 'eager', 'click'].includes(load))
    throw wrong(`load="${load}": it is near, eager or click`);
  // What stands there asks nobody; there is nothing to be clicked for.
  if (load === 'click') delete written.load;
  for (const [name, value] of Object.entries(written)) {
    element.setAttribute(name, value);
    element.attributeChangedCallback(name, null, value);
  }

  if (options.sourceKey) element.attributeChangedCallback('source-key', null, options.sourceKey);

  const language = supportedLanguage(written.lang!);
  const { sentences } = Class as { sentences?: Dictionary<object> };
  await Promise.all([strings.load(language), sentences?.load(language)]);
  // The language is followed from here on, which nobody needs.
  element.locale.hostConnected();
  element.locale.hostDisconnected();

  const { signal = new AbortController().signal, firstScreenWidth: width, fresh } = options;
  if (fresh) askAnew();
  bringParser();
  const asked = element.resource?.question;
  if (widget === 'comment-box' && !asked)
    throw wrong('src="": give the article’s address, or its id as article-id');
  const luggage: Luggage = {
    language,
    asked: askedFor(asked),
    answer: asked && (await element.resource.options.ask(asked, { signal, fresh: false })),
    place: width ? { width, top: -1 } : undefined,
  };
  await element.completing;
  settle(element, luggage);
  const edits: Edit[] = [];
  if (widget === 'newsletter-form') edits.push(...newsletterForm(element as never, language));
  if (widget === 'comment-box') {
    const { threadOnPaper } = await import('./without-scripts/comment-box.js');
    const { kept, edits: more } = await threadOnPaper(element as never, luggage.answer as never);
    luggage.answer = kept;
    edits.push(...more);
  }
  // What asks nobody has its one form to show.
  const { count = 1 } = element;
  const content = element.render();
  const [markup, comments] = await Promise.all([
    foreign(),
    widget === 'article' ? commentsOf(element, written, options) : undefined,
  ]);

  return {
    count,
    *pieces() {
      const list = Object.entries(written).map(([name, value]) => ` ${name}="${escaped(value)}"`);
      // Tells newsrack.css that what stands there takes the room that it takes.
      yield `<nr-${widget}${list.join('')} data-nr-rendered><template shadowrootmode="open">${head}`;
      // What stands in a shadow root may have slots.
      const within = { customElementHostStack: [{} as ElementRenderer] };
      // No template of ours waits for anything.
      for (const piece of render(content, within))
        yield markup.get(piece as string) ?? edited(piece as string, edits);
      yield `<script type="application/json">${inert(luggage)}</script></template>`;
      if (comments) yield* comments.pieces();
      yield `${options.fallback ?? ''}</nr-${widget}>`;
    },
  };
}

/**
 * The comments that an article's `show` names, unless the page puts something in their place. Where they cannot be had, it
 * is a page's own code that tries again and says so.
 */
async function commentsOf(
  element: Element,
  { show = '', ...given }: Record<string, string>,
  options: RenderOptions,
): Promise<Rendering | undefined> {
  const { article } = element as { article?: Article };
  if (
    !article ||
    !show.split(/\s+/).includes('comments') ||
    element.querySelector('[slot="comments"]')
  )
    return undefined;
  const ofTheArticle = [
    'lang',
    'source',
    'source-type',
    'source-key',
    'heading-level',
    'utm-source',
    'utm-medium',
    'utm-campaign',
  ];
  const attributes: Attributes = {
    slot: 'comments',
    'data-article': 'own',
    theme: 'auto',
    ...Object.fromEntries(ofTheArticle.map((name) => [name, given[name]])),
    'article-id': given['article-id'],
    src: given['article-id'] ? undefined : article.url,
  };
  try {
    return await prepareRendering('comment-box', attributes, {
      ...options,
      fallback: undefined,
      fresh: false,
    });
  } catch {
    options.signal?.throwIfAborted();
    return undefined;
  }
}

const edited = (piece: string, edits: Edit[]) =>
  edits.reduce((html, [found, written]) => html.replace(found, () => written), piece);

/** Tells an element what stands between its tags, as far as it asks. */
function lookInto(element: Element, fallback: string): void {
  const children = [...fallback.matchAll(/\sslot=["']?([\w-]+)/g)].map(([, slot]) => ({ slot }));
  Object.defineProperties(element, {
    hasFallback: { value: !!fallback.trim() },
    children: { value: children },
    querySelector: {
      value: (selector: string) => children.find(({ slot }) => selector.includes(`"${slot}"`)),
    },
  });
}

/**
 * Lets an element put a mark where foreign markup is to stand.
 *
 * @returns what makes the markup, by its mark; to be called when the element has been painted
 */
function foreignMarkupOf({ markup }: Element): () => Promise<Map<string, string>> {
  const marked = new Map<string, [markup: string, options: MarkupOptions]>();
  if (markup)
    Object.assign(markup, {
      prepare: () => Promise.resolve(),
      insert(...piece: [string, MarkupOptions]) {
        // Nobody who writes to the publisher can know it.
        const mark = randomUUID();
        marked.set(mark, piece);
        return mark;
      },
    });
  return async () => {
    // What makes markup safe is large.
    const write = marked.size ? await openMarkupWriter() : undefined;
    return new Map([...marked].map(([mark, piece]) => [mark, write!(...piece)]));
  };
}

const wrong = (what: string) => new NewsrackError('bad-attribute', `${what}.`);

/** JSON that no HTML parser finds the end of a script or the beginning of a comment in. */
const inert = (value: unknown) => JSON.stringify(value).replaceAll('<', '\\u003c');

async function serverRenderer() {
  try {
    return await import('@lit-labs/ssr');
  } catch (cause) {
    const message = 'Rendering needs the package @lit-labs/ssr: npm install @lit-labs/ssr.';
    throw new NewsrackError('unsupported', message, { cause });
  }
}

function styleSheet(widget: ServedWidget, { styles = 'inline', cdn }: RenderOptions): string {
  if (styles !== 'inline' && styles !== 'link')
    throw wrong(`styles are inline or link, not “${String(styles)}”`);
  const { file, css } = styleSheets[widget];
  if (styles === 'inline') return `<style>${css}</style>`;
  const folder = webUrl(cdn);
  if (!folder) throw wrong('styles by link need the http(s) address of the folder of newsrack.js');
  const href = new URL(file, folder.endsWith('/') ? folder : `${folder}/`).href;
  return `<link rel="stylesheet" href="${escaped(href)}">`;
}
