import { labels } from '../locales/ask.js';
import { version } from '../version.js';
import { autoload } from './autoload.js';
import type { ImportChunk } from './chunks.js';
import type { ScriptTag } from './script-tag.js';
import { warn } from './warn.js';
import type { Newsrack } from './window.js';

/** What the page may call, and beside it what is not for pages: `registerLocale` adds to the labels. */
interface Loader extends Newsrack {
  readonly labels: typeof labels;
  /** Of a tag that places a widget: the defaults, from the plain one that may run later. */
  readonly said: unknown;
  warned?: boolean;
}

type Global = typeof globalThis & { newsrack?: Partial<Loader> };

/** Starts, unless a loader serves this page already. Never throws. */
export function boot(importChunk: ImportChunk, tag: ScriptTag): void {
  try {
    const first = (window as Global).newsrack;
    // An element or a frame of this name answers to it, too, but is not the window's own.
    const taken = Object.hasOwn(window, 'newsrack');
    if (!taken || !first?.version) {
      const loader = {
        labels,
        version,
        said: tag.places && tag.said,
        ...autoload(importChunk, tag.said),
      };
      if (taken) warn('newsrack is taken');
      else (window as Global).newsrack = loader;
    } else if (
      !first.warned &&
      !(first.version === version && (tag.places || tag.said === first.said))
    ) {
      first.warned = true;
      warn(`loaded twice: ${first.version}, ${version}`);
    }
  } catch (error) {
    warn(error as string);
  }
}
