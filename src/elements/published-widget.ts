import { html, nothing, type PropertyDeclarations, type PropertyValues } from 'lit';
import type { ArticleQuestion } from '../reading/article-lookup.js';
import { keepFocus } from '../page/keep-focus.js';
import type { Resource } from '../controllers/resource.js';
import { settings } from '../page/settings.js';
import { ask } from '../locales/ask.js';
import type { NewsrackError } from '../model/error.js';
import { webUrl, withParameters } from '../model/url.js';
import { sourceTypes, type Source, type SourceType } from '../publishers/publisher.js';
import { adapterOf, oneOf } from './attributes.js';
import { WidgetElement } from './widget.js';

const loadModes = ['near', 'eager', 'click'];

/**
 * A widget that shows what a publisher has: where from, when it is asked for, and what stands there until it came.
 *
 * @attr {string} source - Address of the publisher's site, API or feed
 * @attr {'wordpress' | 'ghost' | 'json-feed' | 'rss' | 'json-ld'} source-type - What the source is; left out, it is found out. `x-…`: an adapter that the page has registered
 * @attr {string} source-key - Key of the source's API, where it needs one
 * @attr {'near' | 'eager' | 'click'} [load=near] - When to ask: near the viewport, at once, or when the reader clicks (no request before)
 * @attr {string} utm-source - Appended to outgoing links: the site that readers come from
 * @attr {string} utm-medium - Appended to outgoing links: the kind of place that they come from
 * @attr {string} utm-campaign - Appended to outgoing links: the campaign that brought them
 * @slot - Fallback: what the page's author puts inside stays until there is something better, and comes back on error
 * @csspart error - The line that says what went wrong
 * @csspart empty - The line that says that there is nothing
 * @csspart button - Every button
 * @fires {NrLoadEvent} nr-load - Content is shown, or the empty state: `detail` has `widget` and `count`
 */
export abstract class PublishedWidget<
  Sentences extends object = object,
> extends WidgetElement<Sentences> {
  static override properties: PropertyDeclarations = {
    source: {},
    sourceType: { attribute: 'source-type' },
    sourceKey: { attribute: 'source-key' },
    load: {},
    utmSource: { attribute: 'utm-source' },
    utmMedium: { attribute: 'utm-medium' },
    utmCampaign: { attribute: 'utm-campaign' },
  };

  declare source: string | undefined;
  declare sourceType: SourceType | undefined;
  declare sourceKey: string | undefined;
  declare load: 'near' | 'eager' | 'click' | undefined;
  declare utmSource: string | undefined;
  declare utmMedium: string | undefined;
  declare utmCampaign: string | undefined;

  protected abstract readonly resource: Resource<unknown, unknown>;
  /** How many things there are to show. */
  protected abstract readonly count: number;
  /** The content, when there is some. */
  protected abstract content(): unknown;
  /** As much room as the content will take. */
  protected abstract skeleton(): unknown;
  /** Class of the frame, and which parts show. */
  protected abstract look(): { name: unknown; show: unknown };

  get settled(): Promise<void> {
    return this.resource.settled;
  }

  /** Starts loading now, whatever `load` says: what a click on the button of `load="click"` does. */
  activate(): void {
    this.resource.activate();
  }

  override failed(error: NewsrackError): void {
    this.resource.fail(error);
  }

  /** Where to read from, or `undefined` after having told the page's author that there is nowhere. */
  protected sourceOr(otherwise?: string): Source | undefined {
    const given = this.source || settings.nrSource || otherwise;
    const url = webUrl(given, this.baseURI);
    if (!url) {
      this.complain('source', given ?? '', 'give the http(s) address of a site, an API or a feed');
      return undefined;
    }
    const type = this.valid<string | undefined>(
      'source-type',
      this.sourceType ?? settings.nrSourceType,
      (value) => adapterOf(sourceTypes)(value!),
      undefined,
      `one of ${sourceTypes.join(', ')}, x-`,
    );
    return { url, type: type as SourceType | undefined, key: this.sourceKey };
  }

  /** An article's address, or `undefined` after having told the page's author that it is none. */
  protected articleUrl(src: string | undefined): string | undefined {
    const url = webUrl(src, this.baseURI);
    if (src && !url) this.complain('src', src, 'give the http(s) address of an article');
    return url;
  }

  /** The article that an address or an id means, and where it is to be looked up; `undefined` where neither is given. */
  protected articleQuestion(
    src: string | undefined,
    id: string | undefined,
  ): ArticleQuestion | undefined {
    const url = this.articleUrl(src);
    const source = (url || id) && this.sourceOr(url);
    return source ? { source, reference: url ? { url } : { id: id! } } : undefined;
  }

  /** An outgoing link with the page's campaign on it. */
  protected outgoing(url: string): string | undefined {
    const safe = webUrl(url, this.baseURI);
    return (
      safe &&
      withParameters(safe, {
        utm_source: this.utmSource,
        utm_medium: this.utmMedium,
        utm_campaign: this.utmCampaign,
      })
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('load')) {
      this.valid<string>('load', this.load, oneOf(loadModes), 'near', loadModes.join(', '));
    }
  }

  protected override render(): unknown {
    const { show, name } = this.look();
    const { state, error } = this.resource;
    const strings = this.locale.strings;
    const shown = state === 'ready' && strings && this.count > 0;
    const waits =
      state === 'deferred' || state === 'loading' || !(strings || error || state === 'asking');
    this.standing = !waits;
    if (shown) {
      // The reader may be at a link in the author's own content, which goes; what has a slot stays.
      if (this.querySelector(':focus:not([slot],[slot] *)')) keepFocus(this);
      return this.frame(name, this.content(), show);
    }
    if (waits) return this.frame(name, this.#waiting(), show);

    let note: unknown = nothing;
    if (state === 'asking') {
      note = html`<button part="button" @click=${this.#ask}>${this.#question()}</button>`;
    } else if (error && strings) {
      const text =
        error.code === 'not-found'
          ? strings.missing
          : // `network`, `cors`, `timeout`
            /[kst]$/.test(error.code)
            ? strings.unreachable
            : strings.failed;
      note = html`<div class="error" part="error" lang=${this.locale.tag}>
        <span role="alert">${text}</span>
        <button part="button" @click=${this.#ask}>${strings.retry}</button>
      </div>`;
    } else if (!this.hasFallback && strings) {
      note = html`<p class="empty" part="empty" lang=${this.locale.tag}>${strings.empty}</p>`;
    }
    return this.frame(name, html`<slot @slotchange=${this.redraw}></slot>${note}`, show);
  }

  #waiting(): unknown {
    return html`<div class=${this.hasFallback ? 'covered' : 'bare'} aria-busy="true">
      <div class="room" aria-hidden="true">${this.skeleton()}</div>
      <div><slot @slotchange=${this.redraw}></slot></div>
    </div>`;
  }

  #ask(): void {
    keepFocus(this);
    this.activate();
  }

  #question(): string {
    const url = webUrl(
      this.source || settings.nrSource || (this as { src?: string }).src,
      this.baseURI,
    );
    return ask(this.locale.tag, url ? new URL(url).host : '');
  }
}
