import { noChange, nothing, type ReactiveControllerHost } from 'lit';
import { directive, Directive } from 'lit/directive.js';
import { openSanitizer } from '../html/open.js';
import type { Sanitize, SanitizeOptions } from '../html/sanitize.js';
import { plain } from '../html/plain.js';
import { asNewsrackError, type NewsrackError } from '../model/error.js';
import { loaded } from '../model/loaded.js';
import { report } from '../page/report.js';

export interface MarkupOptions extends SanitizeOptions {
  /** The element's last word on the sanitized markup before it stands on the page. */
  arrange?(fragment: DocumentFragment): void;
}

/** One for all widgets of the page. */
let sanitizer: Sanitize | undefined;
let loading: Promise<void> | undefined;

/** Stands in for it. Names of signs that are not common stay as written until their table is here. */
let text = (markup: string): string => plain(markup, (written) => written);

const openText = () =>
  import('../html/text.js').then(
    (table) => {
      text = table.text;
    },
    () => {},
  );

/** Most names and many biographies have none: they need no sanitizer. */
const hasMarkup = (markup: string | undefined): boolean => !!markup && /[<&]/.test(markup);

/**
 * Foreign markup in an element's template: sanitized, or as plain text until the sanitizer has come and where it cannot
 * be had. The sanitizer is fetched when there is markup to show.
 */
export class Markup {
  /** Resolves when the sanitizer is here, or could not be had; at once when nothing needs it. */
  ready: Promise<void> = Promise.resolve();
  readonly #host: ReactiveControllerHost & HTMLElement;
  #asked = false;
  #failed = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
  }

  /** Fetches the sanitizer if one of these needs it: to be called as soon as it is known that they will be shown. */
  prepare(...pieces: (string | undefined)[]): Promise<void> {
    if (!sanitizer && !this.#asked && pieces.some(hasMarkup)) {
      this.#asked = true;
      const table = openText();
      loading ??= loaded(openSanitizer())
        .then((opened) => {
          sanitizer = opened;
        })
        .finally(() => table);
      this.ready = loading
        .catch((error: NewsrackError) => {
          loading = undefined;
          this.#fail(error);
        })
        .then(() => this.#host.requestUpdate());
    }
    return this.ready;
  }

  /** For a place in a template: `<div>${this.markup.show(comment.body, { profile: 'comment' })}</div>`. */
  show(markup: string | undefined, options: MarkupOptions): unknown {
    if (!markup?.trim()) return nothing;
    return hasMarkup(markup) ? this.insert(markup, options) : markup;
  }

  /** What `show` gives for what is more than text. A server does it in its own way, as does who takes over from it. */
  insert(markup: string, options: MarkupOptions): unknown {
    void this.prepare(markup);
    return piece(markup, options, this.#failed ? undefined : sanitizer, this.#fail);
  }

  #fail = (error: NewsrackError): void => {
    if (!this.#failed) report(this.#host, error);
    this.#failed = true;
  };
}

/** Sanitizes once for each place and text: what stands on the page already may have been changed by its reader. */
const piece = directive(
  class extends Directive {
    #shown: unknown[] = [];

    override render(
      markup: string,
      options: MarkupOptions,
      sanitizer: Sanitize | undefined,
      fail: (error: NewsrackError) => void,
    ): unknown {
      const { profile, base, headingLevel, frameLabel } = options;
      const by = sanitizer ?? text;
      const wanted = [markup, profile, base, headingLevel, frameLabel?.(''), by];
      if (wanted.every((each, index) => each === this.#shown[index])) return noChange;
      this.#shown = wanted;
      try {
        const fragment = sanitizer?.(markup, options);
        if (fragment) options.arrange?.(fragment);
        return fragment ?? text(markup);
      } catch (cause) {
        fail(asNewsrackError(cause, 'unsupported'));
        return text(markup);
      }
    }
  },
);
