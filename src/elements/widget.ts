import { html, LitElement, nothing, type PropertyDeclarations, type TemplateResult } from 'lit';
import { LocaleController } from '../controllers/locale.js';
import { report } from '../page/report.js';
import { settings } from '../page/settings.js';
import type { Dictionary } from '../locales/locale.js';
import { asNewsrackError, NewsrackError } from '../model/error.js';
import { numeric, oneOf, wholeNumber } from './attributes.js';

const themes = ['auto', 'light', 'dark'];

/**
 * What every widget has: a theme, a heading level, a language, and one live region that stays in place for ever.
 *
 * @attr {'auto' | 'light' | 'dark'} [theme=auto] - `auto` follows the `color-scheme` that the page gives the element
 * @attr {2 | 3 | 4 | 5 | 6} heading-level - Level of the widget's headings in the page's outline
 * @attr {string} lang - BCP 47; else the loader's `data-nr-locale`, else the nearest ancestor's `lang`
 * @attr {string} dir - `ltr` or `rtl`; else the nearest ancestor's
 * @cssprop [--nr-font=inherit] - Font family of everything
 * @cssprop [--nr-font-heading=inherit] - Font family of headings and headlines
 * @cssprop [--nr-text=inherit] - Colour of text
 * @cssprop [--nr-muted] - Colour of what stands back: excerpts, bylines, dates
 * @cssprop [--nr-accent=currentColor] - Colour of buttons, kickers and focus rings
 * @cssprop [--nr-on-accent] - Colour of text on the accent colour
 * @cssprop [--nr-surface=none] - Background
 * @cssprop [--nr-border] - Colour of lines
 * @cssprop [--nr-danger] - Colour of errors
 * @cssprop [--nr-radius=0.25em] - Radius of corners
 * @fires {NrErrorEvent} nr-error - Something went wrong: `detail.error` has `code`, `message`, `retryable`
 */
export abstract class WidgetElement<Sentences extends object = object> extends LitElement {
  static override properties: PropertyDeclarations = {
    theme: {},
    headingLevel: { converter: numeric, attribute: 'heading-level' },
  };

  declare theme: 'auto' | 'light' | 'dark' | undefined;
  declare headingLevel: number | undefined;

  /** The tag's name without its prefix, as events tell it. */
  abstract readonly widget: string;

  /** What this widget says beside what all of them say. */
  static readonly sentences?: Dictionary<object>;

  protected readonly locale = new LocaleController(
    this,
    (this.constructor as typeof WidgetElement).sentences as Dictionary<Sentences> | undefined,
  );
  readonly #states = this.attachInternals?.().states;
  #reported: Record<string, unknown> | undefined;
  // Not the empty string: Lit, having taken over a server's markup, would look for a text node.
  #announcement: string | typeof nothing = nothing;

  /** Resolves when the widget shows content, its empty state or its error, or waits for the viewport or a click. */
  abstract get settled(): Promise<void>;

  override connectedCallback(): void {
    const connect = () => super.connectedCallback();
    // What a server rendered ends with its data: a script's text.
    if ((this.shadowRoot?.lastChild as HTMLScriptElement | undefined)?.text)
      import('../controllers/take-over.js').then((code) => code.takeOver(this, connect), connect);
    else connect();
  }

  /** An attribute's value if it passes the test; else the default, and the page's author is told once. */
  protected valid<T>(
    attribute: string,
    value: T | undefined | null,
    test: (value: T) => boolean,
    standard: T,
    expected: string,
  ): T {
    // Frameworks set text as a property where there is one; and the empty string or 0 where nothing is given any more.
    const read = (typeof standard === 'number' ? Number(value) : value) as T;
    if (!value || test(read)) return read || standard;
    this.complain(attribute, value, `expected ${expected}; using ${String(standard || 'none')}`);
    return standard;
  }

  protected complain(attribute: string, value: unknown, advice: string): void {
    const reported = (this.#reported ??= {});
    if (Object.is(reported[attribute], value)) return;
    reported[attribute] = value;
    report(this, new NewsrackError('bad-attribute', `${attribute}="${String(value)}": ${advice}`));
  }

  protected levelOr(standard: number): number {
    return this.valid('heading-level', this.headingLevel, wholeNumber(2, 6), standard, '2 to 6');
  }

  /** Speaks to screen readers. */
  protected announce(text: string): void {
    this.#announcement = text;
    this.requestUpdate();
  }

  /** The author's own content, which stays until there is something better. */
  protected get hasFallback(): boolean {
    // Text is of type 3; comments have no slot.
    return [...this.childNodes].some((node) =>
      node.nodeType === 3 ? (node as Text).data.trim() : (node as Element).slot === '',
    );
  }

  /** Looks again at what the page's author has put inside: a slot has changed, and was not just taken away. */
  protected redraw({ target }: Event): void {
    if ((target as Node).isConnected) this.requestUpdate();
  }

  /** The frame around everything: theme, resets, the live region. `show` names the parts that take room. */
  protected frame(name: unknown, content: unknown, show?: unknown): TemplateResult {
    const theme = this.valid(
      'theme',
      this.theme ?? settings.nrTheme,
      oneOf(themes),
      'auto',
      themes.join(', '),
    );
    // Cards say nothing: one value less for each of them.
    const language = this.#announcement === nothing ? nothing : this.locale.tag;
    return html`<div class="root ${theme} ${name}" data-show=${show ?? nothing}>
      <div class="status" role="status" lang=${language}>${this.#announcement}</div>
      ${content}
    </div>`;
  }

  /** Tells the page's style sheet (`newsrack.css`) whether room must still be kept free. */
  protected set standing(stands: boolean) {
    this.#states?.[stands ? 'add' : 'delete']('settled');
  }

  /**
   * What cannot be painted must not trouble the page: the author's own content stands instead, and the next change is
   * painted as if it were the first.
   */
  protected override performUpdate(): void {
    const root: ParentNode & { _$litPart$?: unknown } = this.renderRoot;
    try {
      if (!root._$litPart$) {
        // The loader's button of `load="click"` may stand in a shadow root of before the upgrade.
        root.replaceChildren();
        this.renderOptions.renderBefore = null;
      }
      super.performUpdate();
    } catch (cause) {
      root._$litPart$ = undefined;
      root.replaceChildren(document.createElement('slot'));
      this.standing = true;
      this.failed(
        asNewsrackError(
          cause,
          /^Type(?!.*constructor)/.test(cause as string) ? 'bad-answer' : 'unsupported',
          undefined,
          `cannot be shown: ${String(cause)}`,
        ),
      );
    }
  }

  /** It could not be painted, or has no words. */
  failed(error: NewsrackError): void {
    report(this, error);
  }

  protected override async getUpdateComplete(): Promise<boolean> {
    await super.getUpdateComplete();
    await this.locale.ready;
    return super.getUpdateComplete();
  }
}
