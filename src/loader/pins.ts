import type { NewsrackError } from '../model/error.js';
import type { ImportChunk, Policy } from './chunks.js';
import { tags } from './widgets.js';

/**
 * What comes to a page that has pinned the script tag by an `integrity` attribute: the loader has verified this file, and this
 * file verifies all others, each before anything of it runs.
 */

interface Pin {
  url: string;
  integrity: string;
  /** Chunks that it imports statically. */
  imports: string[];
  /** Tags of the widgets that may need it. */
  widgets: string[];
}

/** What the chunk “core” has for this one. */
interface Core {
  NewsrackError: typeof NewsrackError;
  report(host: HTMLElement, error: NewsrackError): void;
  bringBy(way: ImportChunk): void;
}

type Widget = HTMLElement & {
  failed?(error: NewsrackError): void;
  resource?: { state: string };
};

/** By lines, as src/build/chunk-files.ts writes them when all other chunks are made. */
const table = 'newsrack:pins';

const here = import.meta.url;
// The loader has put it on the page, which stays as it was.
document.querySelector(`script[src="${here}"]`)?.remove();

const pins = new Map<string, Pin>();
for (const line of table.split('\n')) {
  const [name, widgets, digest, ...imports] = line.split(' ');
  pins.set(name!, {
    url: new URL(`./${name}-000000.js`, here).href,
    integrity: `sha256-${digest}`,
    imports,
    widgets: tags.filter((_, index) => Number(widgets) & (1 << index)),
  });
}

/** Resolves when the element has loaded; it is on the page for so long. */
async function put(tag: 'link' | 'script', properties: object): Promise<void> {
  const element = document.createElement(tag);
  try {
    await new Promise((onload, onerror) => {
      Object.assign(element, { crossOrigin: '', ...properties, onload, onerror });
      document.head.append(element);
    });
  } finally {
    element.remove();
  }
}

/** Our widgets on the page, in open shadow trees of others, too. */
function widgetsOf(root: ParentNode, wanted: string[]): Widget[] {
  return [...root.querySelectorAll<Widget>('*')].flatMap((element) => {
    if (wanted.includes(element.localName)) return element;
    return element.shadowRoot && !tags.includes(element.localName)
      ? widgetsOf(element.shadowRoot, wanted)
      : [];
  });
}

/**
 * Opens the way on which all chunks come to this page. A chunk that is not what it was when the loader was made never runs:
 * the promise rejects with an error whose `code` is `integrity`. Anything else that went wrong may be tried again.
 */
export function pinned(policy: Policy): ImportChunk {
  const coming: Record<string, Promise<Record<string, unknown>> | undefined> = {};
  const fetched: Record<string, Promise<void> | undefined> = {};
  const told = new WeakSet<Widget>();
  let core: Core | undefined;

  /**
   * Fetches a chunk and all that it imports, side by side. Not all browsers verify here, and some look into what they have
   * fetched and fetch what that imports: those come first, with what they must be.
   */
  function fetchAhead(name: string): Promise<void> {
    const { url, integrity, imports } = pins.get(name)!;
    imports.forEach(fetchAhead);
    return (fetched[name] ??= document.createElement('link').relList.supports('modulepreload')
      ? put('link', { rel: 'modulepreload', href: url, integrity })
      : Promise.resolve());
  }

  /** In every browser a script whose `integrity` is not met does not run, and the module that ran is what is imported. */
  async function run(name: string): Promise<void> {
    const { url, integrity } = pins.get(name)!;
    await fetchAhead(name);
    await put('script', { type: 'module', integrity, src: policy.createScriptURL(url) });
  }

  /** Whether a chunk that failed can be had, so that it must be another one. */
  const isThere = (url: string): Promise<boolean> =>
    put('link', { rel: 'preload', as: 'script', href: url }).then(
      () => true,
      () => false,
    );

  async function load(name: string): Promise<Record<string, unknown>> {
    const { url, imports } = pins.get(name)!;
    // Their failure is told by what follows.
    fetchAhead(name).catch(() => {});
    // What it imports has run before it, or it does not: else the browser would fetch that by itself.
    await Promise.all(imports.map(come));
    try {
      await run(name);
    } catch {
      const { code, message } = (await isThere(url))
        ? { code: 'integrity', message: `${url} is not what this page has pinned: it did not run.` }
        : { code: 'network', message: `${url} could not be loaded.` };
      throw Object.assign(new Error(message), { code, retryable: code === 'network' });
    }
    const code = (await import(/* @vite-ignore */ url)) as Record<string, unknown>;
    if (name === 'core') {
      core = code as unknown as Core;
      core.bringBy(bring);
    }
    (code as { trust?(policy: Policy): void }).trust?.(policy);
    return code;
  }

  function come(name: string): Promise<Record<string, unknown>> {
    return (coming[name] ??= load(name).catch((error: { code?: string }) => {
      // What differs stays refused.
      if (error.code === 'integrity') throw error;
      coming[name] = fetched[name] = undefined;
      throw error;
    }));
  }

  /** What the code on the page asks for: its widgets tell that it was refused, and what has nothing to show yet shows nothing of ours. */
  const bring: ImportChunk = async (name) => {
    try {
      return await come(name);
    } catch (error) {
      const { code, message } = error as NewsrackError;
      if (code !== 'integrity') throw error;
      const refusal = new core!.NewsrackError(code, message);
      for (const widget of widgetsOf(document, pins.get(name)!.widgets)) {
        if (told.has(widget) || !widget.failed) continue;
        told.add(widget);
        const isShown = !widget.resource || widget.resource.state === 'ready';
        // Without what takes over a server's markup, a widget paints itself.
        if (isShown || name.endsWith('take-over')) core!.report(widget, refusal);
        else widget.failed(refusal);
      }
      throw refusal;
    }
  };

  return come;
}
