import { hydrate } from '@lit-labs/ssr-client';
import { noChange, type LitElement } from 'lit';
import type { RenderOptions } from 'lit/html.js';
import { strings, type Dictionary } from '../locales/locale.js';
import type { LocaleController } from './locale.js';
import type { Markup } from './markup.js';
import type { Place, Resource } from './resource.js';
import { settings } from '../page/settings.js';

/** What travels with the markup that a server made of a widget. */
export interface Luggage {
  /** The language that the server spoke. */
  language: string;
  /** What the source was asked for (`askedFor`), and what it answered. */
  asked?: string;
  answer?: unknown;
  place?: Place;
}

/** What an element has inside that both the server and whoever takes over from it must reach. */
export interface Served {
  readonly locale: LocaleController;
  /** Of those that ask for something. */
  readonly resource?: Resource<unknown, unknown>;
  /** Of those that show foreign markup. */
  readonly markup?: Markup;
  activate(): void;
  willUpdate(changed: Map<string, unknown>): void;
  render(): unknown;
}

/** A question as it travels. Not by which key, which a server keeps to itself, and not what kind of source it was found to be. */
export const askedFor = (question: unknown): string | undefined =>
  JSON.stringify(question, (name, value: { url?: string } | undefined) =>
    name === 'source' ? value?.url : value,
  );

/**
 * Puts an element into the state in which a server paints it, and in which the markup is recognized.
 *
 * @returns what lets it ask its source from then on
 */
export function settle(element: Served, { answer, place }: Luggage): () => void {
  const { locale, resource } = element;
  // The reader sees the server's dates: they stay as they are, and those that come later look like them.
  locale.now = Infinity;
  if (!resource) {
    element.willUpdate(new Map());
    return () => {};
  }
  const { options } = resource;
  resource.place = place;
  const asked = askedFor(resource.question);
  // What the page has changed meanwhile is another question.
  const isAsked = (question: unknown) => askedFor(question) === asked;
  resource.options = {
    ...options,
    recall: (question) => (isAsked(question) ? answer : options.recall?.(question)),
    ask: (question, how) =>
      isAsked(question) ? Promise.resolve(answer) : options.ask(question, how),
  };
  element.activate();
  return () => {
    resource.options = options;
  };
}

/**
 * Makes a server's markup the element's own: its first painting finds everything in place, asks nothing and replaces
 * nothing. Markup of another version is painted anew, with the data that came along and what a reader has typed.
 *
 * @param connect - Lets the element begin; by itself, where the data cannot be read
 */
export async function takeOver(widget: LitElement, connect: () => void): Promise<void> {
  const root = widget.shadowRoot!;
  const own = widget as unknown as Served & {
    renderRoot: ShadowRoot;
    renderOptions: RenderOptions;
    /** Comment boxes have one. */
    view?: unknown;
  };
  const hasComments = !!own.view;
  const luggage = await prepare(widget, root);
  const adopt = luggage && hasComments ? await openComments(own, luggage) : undefined;
  // It was taken off the page meanwhile, or even put back.
  if (!widget.isConnected || !dataIn(root)) return;
  const isAsked = !luggage?.asked || luggage.asked === askedFor(own.resource?.question);
  if (!luggage || !isAsked || (hasComments && !adopt)) return connect();

  const { elementStyles } = widget.constructor as typeof LitElement;
  own.renderRoot = root;
  root.adoptedStyleSheets = elementStyles.map((each) =>
    each instanceof CSSStyleSheet ? each : each.styleSheet!,
  );
  connect();
  const begin = settle(own, luggage);
  // The server knew nothing of the page's defaults: what they change is painted after.
  const { nrTheme } = settings;
  settings.nrTheme = undefined;
  const { locale } = own;
  const { strings } = locale;
  // A form that only a script can send: there is room for it.
  if (root.querySelector('.covered')) locale.strings = undefined;
  const endKeeping = own.markup ? keepMarkup(own, own.markup) : undefined;
  const typed = [...root.querySelectorAll('input')];
  try {
    hydrate(own.render(), root, own.renderOptions);
    fillTexts(root);
    for (const each of root.querySelectorAll('style, link, script, .unscripted')) each.remove();
    // From here on we say ourselves what is wrong with a field.
    for (const form of root.querySelectorAll('form')) form.noValidate = true;
    adopt?.(root);
  } catch {
    // Everything is painted anew, also where Lit believes that it has painted it.
    (root as { _$litPart$?: unknown })._$litPart$ = undefined;
    root.replaceChildren();
  }
  endKeeping?.();
  settings.nrTheme = nrTheme;
  locale.strings = strings;
  widget.requestUpdate();
  await widget.updateComplete;
  begin();
  for (const input of typed) {
    const { id, value, checked } = input;
    const field = id && root.querySelector(`#${id}`);
    if (field && field !== input) Object.assign(field, { value, checked });
  }
}

/** Opens the thread that a server read; `undefined` where that fails. Returns what makes the comments on the page the box's own. */
async function openComments(
  own: Served,
  luggage: Luggage,
): Promise<((root: ShadowRoot) => void) | undefined> {
  try {
    const code = await import('./comment-take-over.js');
    const thread = await code.openThread(own as never, luggage.answer as never);
    luggage.answer = thread;
    return (root) => code.adopt(own as never, thread, root);
  } catch {
    return undefined;
  }
}

/** Lit writes text into the node that stood there, and a parser made none of a text without letters. */
function fillTexts(root: ShadowRoot): void {
  const comments = document.createTreeWalker(root, NodeFilter.SHOW_COMMENT);
  for (let node; (node = comments.nextNode() as Comment | null);)
    if (node.data === 'lit-part' && node.nextSibling?.nodeType === Node.COMMENT_NODE)
      node.after(document.createTextNode(''));
}

const dataIn = (root: ShadowRoot) => root.querySelector('script')?.text;

/** Reads the data and fetches the sentences that the server spoke; `undefined` where either fails. */
async function prepare({ constructor }: object, root: ShadowRoot): Promise<Luggage | undefined> {
  try {
    const luggage = JSON.parse(dataIn(root)!) as Luggage;
    const { sentences } = constructor as { sentences?: Dictionary<object> };
    await Promise.all([strings.load(luggage.language), sentences?.load(luggage.language)]);
    return luggage;
  } catch {
    return undefined;
  }
}

/**
 * Lets the sanitized markup that a server wrote stand as it is: no sanitizer is fetched for it, and none of its nodes is
 * replaced until a piece of it is to be another.
 *
 * @returns what is to be called when all pieces have been seen
 */
function keepMarkup(own: Served, markup: Markup): () => void {
  const kept: unknown[][] = [];
  let place = 0;
  let isSeen = false;
  const { render } = own;
  const endKeeping = () => {
    own.render = render;
    delete (markup as Partial<Markup>).insert;
  };
  own.render = () => {
    place = 0;
    const painted = render.call(own);
    // Where a piece is gone for a while, its place is another one when it comes back.
    if (place < kept.length) endKeeping();
    return painted;
  };
  markup.insert = (text, options) => {
    const { profile, base, headingLevel, frameLabel } = options;
    const wanted = [text, profile, base, headingLevel, frameLabel?.('')];
    if (!isSeen) kept[place] = wanted;
    const same = kept[place++];
    if (same && wanted.every((each, index) => each === same[index])) return noChange;
    // From now on each is what it would be without a server.
    endKeeping();
    return markup.insert(text, options);
  };
  return () => {
    isSeen = true;
  };
}
