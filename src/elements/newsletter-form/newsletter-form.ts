import {
  html,
  nothing,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { stays } from '../../page/keep-focus.js';
import { report } from '../../page/report.js';
import { isOn } from '../../page/settings.js';
import { tell } from '../../page/tell.js';
import type * as Submission from '../../sending/form-submission.js';
import type { SubmissionState } from '../../sending/form-submission.js';
import { ask } from '../../locales/ask.js';
import { newsletterFormStrings } from '../../locales/newsletter-form/dictionary.js';
import type { NewsletterFormStrings } from '../../locales/newsletter-form/strings.js';
import type { NewsrackError } from '../../model/error.js';
import { loaded } from '../../model/loaded.js';
import { webUrl, withParameters } from '../../model/url.js';
import type {
  Framed,
  Newsletter,
  Provider,
  SentByBrowser,
  SentByScript,
  Way,
} from '../../newsletters/newsletter.js';
import { providerOf } from '../../newsletters/provider.js';
import { providers, wayOf } from '../../newsletters/ways.js';
import { base } from '../../styles/base.js';
import { adapterOf, words } from '../attributes.js';
import { WidgetElement } from '../widget.js';
import { fieldOf, formView, hasEnded, isQuiet } from './form-view.js';
import { newsletterFormStyles } from './newsletter-form.styles.js';

/** Comes when the reader turns to the form: a page that is only read does without. */
let submission: typeof Submission | undefined;
const loadSubmission = async () =>
  (submission ??= await import('../../sending/form-submission.js'));

/**
 * A form that puts a reader on a newsletter's list, and says what the list's back end said.
 *
 * Where the back end takes requests from scripts (`json` `ghost` `listmonk` `kit`) the outcome is shown in place. `form`
 * `mailchimp` `buttondown` are posted by the browser itself and answer with a page in a new tab; of `beehiiv` and `substack` a page
 * is framed after a click. Nobody is asked for anything before the reader acts.
 *
 * @tagname nr-newsletter-form
 * @attr {string} action - Address that the provider's own form posts to; of Ghost and listmonk the site, of beehiiv the embedded form, of Substack the publication
 * @attr {'json' | 'form' | 'ghost' | 'listmonk' | 'kit' | 'mailchimp' | 'buttondown' | 'beehiiv' | 'substack'} provider - Left out, it follows from the action's host where that is plain, else it is `json`. `x-…`: an adapter that the page has registered
 * @attr {string} list - The provider's ids of lists, separated by spaces
 * @attr {string} tags - Tags that the reader gets there, separated by spaces
 * @attr {string} heading - Text above the form
 * @attr {string} consent-text - Text beside a box that has to be ticked; with links it goes into `slot="consent"`
 * @attr {boolean} name-field - Asks for a name, too
 * @attr {'near' | 'eager' | 'click'} [load=near] - When the script tag fetches the form's code: near the viewport, at once, or when the reader clicks
 * @attr {2 | 3 | 4 | 5 | 6} heading-level - Level of the heading (2)
 * @attr {string} utm-source - Appended to the address of the provider's page: the site that readers come from
 * @attr {string} utm-medium - Appended to the address of the provider's page: the kind of place that they come from
 * @attr {string} utm-campaign - Appended to the address of the provider's page: the campaign that brought them
 * @slot - Fallback: a plain form or a link, which stays until this form stands
 * @slot consent - Text beside a box that has to be ticked, with links if need be
 * @slot captcha - Stands above the button; its named fields are sent, too
 * @csspart heading - The text above the form
 * @csspart form - The form
 * @csspart label - A label
 * @csspart field - An input
 * @csspart button - Every button
 * @csspart message - The line that says how it went
 * @csspart error - What went wrong, beside its field or as the message
 * @csspart link - The link to the provider's page
 * @fires {NrLoadEvent} nr-load - The form stands, or the provider's page is framed
 * @fires {NrSubmitEvent} nr-submit - It is about to be sent; cancelable
 * @fires {NrSubscribeEvent} nr-subscribe - The other side said `subscribed`, `confirm` or `already`
 */
export class NrNewsletterForm extends WidgetElement<NewsletterFormStrings> {
  static override properties: PropertyDeclarations = {
    action: {},
    provider: {},
    list: {},
    tags: {},
    heading: {},
    consentText: { attribute: 'consent-text' },
    nameField: { attribute: 'name-field', converter: isOn },
    utmSource: { attribute: 'utm-source' },
    utmMedium: { attribute: 'utm-medium' },
    utmCampaign: { attribute: 'utm-campaign' },
  };
  static override styles: CSSResultGroup = [base, newsletterFormStyles];
  static override readonly sentences = newsletterFormStrings;

  declare action: string | undefined;
  declare provider: Provider | undefined;
  declare list: string | undefined;
  declare tags: string | undefined;
  declare heading: string | undefined;
  declare consentText: string | undefined;
  declare nameField: boolean | undefined;
  declare utmSource: string | undefined;
  declare utmMedium: string | undefined;
  declare utmCampaign: string | undefined;

  override readonly widget = 'newsletter-form';
  /** Both `undefined` where the attributes lead nowhere. */
  #newsletter: Newsletter | undefined;
  protected way: Way | undefined;
  #state: SubmissionState = { status: 'idle' };
  #isFramed = false;
  #isSending = false;
  #isLoaded = false;

  get settled(): Promise<void> {
    return this.updateComplete as Promise<unknown> as Promise<void>;
  }

  /** Frames the provider's page where there is one to be framed: what a click on the button does. */
  activate = (): void => {
    this.#isFramed = true;
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector('iframe')?.focus());
  };

  protected override willUpdate(changed: PropertyValues<this>): void {
    const changes = [...changed.keys()].join();
    // Nobody has agreed to that yet, or hears what becomes of the one before. At first it may be what a server has rendered.
    if (this.hasUpdated && /action|list|provider|consentT/.test(changes)) {
      // Another newsletter: what was said of the one before is not true of it, nor has anybody asked for its page.
      if (/action|list|provider/.test(changes)) {
        this.#state = { status: 'idle' };
        this.#isFramed = false;
      }
      const box = this.renderRoot.querySelector<HTMLInputElement>('#consent');
      if (box) box.checked = false;
      this.announce('');
    }
    this.#newsletter = this.#read();
    this.way = this.#newsletter && wayOf(this.#newsletter);
  }

  #read(): Newsletter | undefined {
    const action = webUrl(this.action, this.baseURI);
    // Not by the address that relative ones are resolved against: many an old page's `<base>` is still on http.
    const isBarred = action?.startsWith('http:') && /^https:/.test(globalThis.origin);
    if (!action || isBarred) {
      this.complain(
        'action',
        this.action ?? '',
        'give the http(s) address that the newsletter’s form posts to; a page on https needs https',
      );
      return undefined;
    }
    const provider = this.valid<Provider>(
      'provider',
      this.provider,
      adapterOf(providers),
      providerOf(action),
      `one of ${providers.join(', ')}`,
    );
    return { provider, action, list: words(this.list), tags: words(this.tags) };
  }

  protected override updated(): void {
    if (this.locale.strings && this.way && this.way.kind !== 'frame') this.#loaded();
  }

  #loaded = (): void => {
    if (this.#isLoaded) return;
    this.#isLoaded = true;
    tell(this, 'nr-load', { widget: this.widget, count: 1 });
  };

  protected override render(): unknown {
    const strings = this.locale.strings;
    const way = this.way;
    // What is painted first takes as much room as what comes.
    this.standing = true;
    const fallback = html`<slot @slotchange=${this.redraw}></slot>`;
    const heading = this.heading
      ? html`<div class="heading" part="heading" role="heading" aria-level=${this.levelOr(2)}>
          ${this.heading}
        </div>`
      : nothing;
    let content;
    if (!way) {
      content = html`${fallback}
        <p class="empty" part="error">${this.hasFallback ? nothing : strings?.failed}</p>`;
    } else if (way.kind === 'frame') {
      content = html`${heading}${this.#frame(way, fallback)}`;
    } else {
      content = html`${heading}${hasEnded(this.#state.status) ? this.#message : this.#form(way)}`;
      // Until its sentences are here the form only keeps its room.
      if (!strings)
        content = html`<div class="covered">
          <div class="room">${content}</div>
          <div>${fallback}</div>
        </div>`;
    }
    return this.frame(this.widget, content);
  }

  #frame({ url }: Framed, fallback: unknown): TemplateResult {
    const { host } = new URL(url);
    return this.#isFramed
      ? html`<iframe
          title=${this.heading || (this.locale.strings?.frame(host) ?? host)}
          src=${this.outgoing(url)}
          sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox"
          @load=${this.#loaded}
        ></iframe>`
      : html`<div>${fallback}</div>
          <button part="button" @click=${this.activate}>${ask(this.locale.tag, host)}</button>`;
  }

  #form(way: SentByScript | SentByBrowser): TemplateResult {
    const { status } = this.#state;
    return formView({
      way,
      status,
      sentence: this.#sentence,
      message: this.#message,
      strings: this.locale.strings ?? {},
      language: this.locale.tag,
      hasName: isOn(this.nameField),
      consentText: this.consentText,
      hasConsent: !!this.consentText || this.#hasSlotted('consent'),
      hasCaptcha: this.#hasSlotted('captcha'),
      onSubmit: this.#submit,
      onFocus: this.#prepare,
      onInput: this.#forget,
      onSlotChange: this.redraw,
    });
  }

  /** What the reader is to know. */
  get #sentence(): string | undefined {
    const { status, url, minutes } = this.#state;
    const { strings } = this.locale;
    if (!strings) return undefined;
    if (status === 'wait') return strings.wait(minutes);
    if (status === 'page' || status === 'opened') return strings[status](new URL(url!).host);
    // There is none for `idle`.
    return strings[status as 'unsent'];
  }

  /** How it went, unless a field or the button says so. */
  get #message(): unknown {
    const { status, url } = this.#state;
    if (isQuiet(status) || fieldOf(status)) return nothing;
    const isError = /unsent|wait/.test(status);
    return html`<p
      class="message ${isError ? 'problem' : ''}"
      part="message ${isError ? 'error' : ''}"
      lang=${this.locale.tag}
      tabindex="-1"
    >
      ${
        status === 'page'
          ? html`<a part="link" href=${this.outgoing(url!)} target="_blank" rel="noopener"
              >${this.#sentence}</a
            >`
          : this.#sentence
      }
    </p>`;
  }

  #hasSlotted(name: string): boolean {
    return !!this.querySelector(`:scope > [slot="${name}"]`);
  }

  protected outgoing(url: string): string {
    return withParameters(url, {
      utm_source: this.utmSource,
      utm_medium: this.utmMedium,
      utm_campaign: this.utmCampaign,
    });
  }

  #prepare = (): void => {
    loadSubmission().then(
      ({ keepTyping }) => keepTyping(this),
      () => {},
    );
  };

  #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    // Said at once: a click that waited for code to come would send what has been answered meanwhile.
    if (this.#isSending) return;
    this.#isSending = true;
    const form = event.target as HTMLFormElement;
    const way = this.way as SentByScript | SentByBrowser;
    const newsletter = this.#newsletter!;
    const { action, list, provider } = this;
    // What comes late is not said of another newsletter.
    const show = (state: SubmissionState) => {
      if (this.action === action && this.list === list && this.provider === provider)
        this.#show(state);
    };
    if (!submission) show({ status: 'sending' });
    try {
      const { submitForm } = await loaded(loadSubmission());
      await submitForm(this, form, newsletter, way, show);
    } catch (error) {
      report(this, error as NewsrackError);
      show({ status: 'unsent' });
    } finally {
      this.#isSending = false;
    }
  };

  #show = (state: SubmissionState): void => {
    // Nobody is called back who went on elsewhere meanwhile.
    const isHere = stays(this, this)();
    this.#state = state;
    this.announce(this.#sentence ?? '');
    void this.updateComplete.then(() => {
      const field = fieldOf(state.status);
      const place = field
        ? `#${field}`
        : (hasEnded(state.status) || state.status === 'page') && '.message';
      if (place && isHere)
        this.renderRoot.querySelector<HTMLElement>(place)?.focus({ preventScroll: !field });
    });
  };

  /** A reader who goes on typing has seen what was wrong. */
  #forget = (): void => {
    if (!isQuiet(this.#state.status)) this.#show({ status: 'idle' });
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nr-newsletter-form': NrNewsletterForm;
  }
}
