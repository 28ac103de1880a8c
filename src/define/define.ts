import { report, warn } from '../page/report.js';
import { NewsrackError } from '../model/error.js';
import { version } from '../version.js';

/**
 * Registers an element, unless its tag is taken: then the first one serves, and the console hears of it once if that one
 * is another version or somebody else's. Never throws: where the page does not let it, what stands
 * there of it says so (`nr-error`). Does nothing where there are no custom elements (Node).
 */
export function define(tag: string, element: CustomElementConstructor): void {
  try {
    const existing = customElements.get(tag) as { version?: unknown } | undefined;
    if (!existing) customElements.define(tag, Object.assign(element, { version }));
    else if (existing !== element && existing.version !== version)
      warn(tag, `is taken by ${existing.version ?? 'other code'}`);
  } catch (cause) {
    const error = new NewsrackError('unsupported', String(cause));
    globalThis.document?.querySelectorAll<HTMLElement>(tag).forEach((each) => report(each, error));
  }
}
