import { isOn, type Said } from '../page/settings.js';
import { labels, supportedLanguage } from '../locales/ask.js';
import { version } from '../version.js';
import { askFirst } from './ask-button.js';
import type { ImportChunk } from './chunks.js';
import type { register } from './entries/core.js';
import { place } from './placements.js';
import { warn } from './warn.js';
import { tags } from './widgets.js';
import type { Newsrack } from './window.js';

/** What the elements offer to the loader; those of somebody else may offer nothing. */
type Widget = HTMLElement & { settled?: Promise<unknown>; activate?: () => void };
type Root = ParentNode & Node;

/** `window.newsrack` without its version. */
export type Autoload = Omit<Newsrack, 'version'>;

const selector = `${tags},[data-nr]`;

/** `click` is what elements of HTML have and those of a drawing have not. */
const find = (root: Root): Widget[] =>
  [root as Widget, ...root.querySelectorAll<Widget>(selector)].filter(
    (each) => (each.click as unknown) && each.matches(selector),
  );

/** Loads the code of widgets when they come near the viewport. */
export function autoload(importChunk: ImportChunk, said: Said): Autoload {
  const roots = new Set<Root>();
  /** What `ready()` waits for: absent for widgets that are defined already, or failed. */
  let pending = new WeakMap<Widget, Promise<unknown>>();
  /** Widgets of which is not known yet whether they are near, and how to say so to who waits. */
  const undecided = new Map<Widget, (loading?: unknown) => void>();

  /** What a server has painted can be read: its code leaves the line to the page's pictures, for two seconds at most. */
  const leisure = new Promise((resolve) => {
    setTimeout(resolve, 2000);
    addEventListener('load', resolve);
  });

  /** By tag and language: once for any number of widgets. */
  const definitions: Record<string, Promise<void> | undefined> = {};

  const define = async (tag: string, language: string) => {
    const name = tag.slice(3);
    // These only save a round trip: who needs them asks for them, too, and deals with their failure. What a page's own
    // language leaves out is English.
    const spoken = labels[language]!.length ? language : 'en';
    for (const each of [
      spoken,
      // A newsletter's form reads from no publisher, and has sentences of its own.
      /rm/.test(name) ? `${name}-${spoken}` : 'wordpress',
      // What the chunks of articles, cards and authors import.
      name < 'b' ? (/rd/.test(name) ? 'headlines' : 'prose') : name,
    ])
      importChunk(each).catch(() => {});
    const [core, chunk] = await Promise.all([
      importChunk('core'),
      importChunk(name),
      // A page's first date takes long. What reads from a publisher gets ready for it while it waits for the answer.
      (/rd/.test(name) && Intl.DateTimeFormat()) as unknown,
    ]);
    await (core.register as typeof register)(
      tag,
      chunk[tag] as CustomElementConstructor,
      said,
      language,
    );
  };

  /** The contract's order: the element's own, the page's default, the nearest ancestor's. */
  const languageOf = (widget: HTMLElement): string =>
    widget.lang || said.nrLocale || widget.closest<HTMLElement>('[lang]')?.lang || '';

  const load = async (widget: Widget, hasTime?: boolean) => {
    const tag = widget.localName;
    const language = supportedLanguage(languageOf(widget));
    const key = tag + language;
    // The others are finished by their code: they are written into.
    await (hasTime && /-[ah]/.test(tag) && widget.shadowRoot && leisure);
    try {
      await (definitions[key] ??= define(tag, language));
    } catch (error) {
      definitions[key] = undefined;
      pending.delete(widget);
      const message = `${error as Error}`;
      // What browsers say of a file that did not come has this word in it; the rest is what they lack.
      const { code = /module/.test(message) ? 'network' : 'unsupported' } = error as {
        code?: string;
      };
      warn(message);
      widget.dispatchEvent(
        new CustomEvent('nr-error', {
          detail: { error: { code, message, retryable: code === 'network' } },
          bubbles: true,
          composed: true,
        }),
      );
    }
  };

  const decide = (widget: Widget, loading?: Promise<unknown> | false) => {
    if (loading) pending.set(widget, loading);
    undecided.get(widget)?.(loading);
    undecided.delete(widget);
  };

  const nearness =
    window.IntersectionObserver &&
    new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          // `none`, `contents`: what `:not(:defined)` hides comes near no sooner than it is defined.
          const loading =
            (isIntersecting || /^[cn]/.test(getComputedStyle(target).display)) &&
            load(target as Widget, true);
          if (loading) nearness.unobserve(target);
          decide(target as Widget, loading);
        }
      },
      { rootMargin: '100%', scrollMargin: '100%' },
    );

  const watch = (widget: Widget) => {
    const tag = widget.localName;
    const existing = customElements.get(tag) as { version?: string } | undefined;
    if (existing) {
      if (existing.version !== version) warn(`<${tag}> is taken`);
      // To an element that is registered already the parser brings no server's markup: those come after it.
    } else if (!pending.has(widget) && !(widget.shadowRoot && document.readyState === 'loading')) {
      pending.set(widget, new Promise((resolve) => undecided.set(widget, resolve)));
      const when = widget.getAttribute('load');
      if (when === 'click') {
        nearness?.unobserve(widget);
        askFirst(
          widget,
          languageOf(widget),
          // Whom the widget asks: what a form sends to, or where the others read.
          // A link takes what `new URL` throws at; without an address it leads to the page's own host.
          Object.assign(document.createElement('a'), {
            href:
              widget.getAttribute('action') ||
              widget.getAttribute('source') ||
              widget.getAttribute('src') ||
              said.nrSource,
          }).host || location.host,
          () => load(widget).then(() => widget.activate?.()),
        );
        decide(widget);
      } else if (
        when === 'eager' ||
        !nearness ||
        isOn(said.nrEager) ||
        // A link to a comment: it may be far down the page, and only its widget can go there.
        /^#nr-/.test(location.hash)
      ) {
        decide(widget, load(widget));
      } else nearness.observe(widget);
    }
  };

  const scan = (root: Root) => {
    for (const found of find(root)) {
      const widget = tags.includes(found.localName) ? found : place(found);
      if (widget) watch(widget);
    }
  };
  const scanAll = () => roots.forEach(scan);

  const changes =
    window.MutationObserver &&
    new MutationObserver((records) => {
      for (const { target, attributeName, addedNodes } of records) {
        if (attributeName) {
          pending.delete(target as Widget);
          scan(target as Widget);
        }
        for (const node of addedNodes) if ((node as Element).matches) scan(node as Element);
      }
      // The parser may have gone past a `[data-nr]` that was found before.
      if (document.readyState === 'loading') scanAll();
      undecided.forEach((_, widget) => widget.isConnected || decide(widget));
    });

  const start = (root: Root = document) => {
    roots.add(root);
    changes?.observe(root, { attributeFilter: ['load'], subtree: true, childList: true });
    scanAll();
  };

  addEventListener('DOMContentLoaded', scanAll);
  addEventListener('online', scanAll);
  start();

  return {
    start,
    stop() {
      nearness?.disconnect();
      changes?.disconnect();
      roots.clear();
      undecided.forEach((_, widget) => decide(widget));
      pending = new WeakMap();
    },
    async ready(root) {
      // In any case later than what the observer has to say about the changes up to now.
      await (document.readyState === 'loading' &&
        new Promise((resolve) => addEventListener('DOMContentLoaded', resolve)));
      try {
        const widgets = (root ? [root] : [document, ...roots]).flatMap(find);
        await Promise.allSettled(
          widgets.map(async (widget) => (await pending.get(widget), widget.settled)),
        );
      } catch {
        // No root: not ours to judge.
      }
    },
  };
}
