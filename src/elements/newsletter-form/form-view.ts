import { html, nothing, type TemplateResult } from 'lit';
import type { SubmissionState } from '../../sending/form-submission.js';
import type { NewsletterFormStrings } from '../../locales/newsletter-form/strings.js';
import type { Strings } from '../../locales/strings.js';
import type { SentByBrowser, SentByScript } from '../../newsletters/newsletter.js';

export interface FormView {
  way: SentByScript | SentByBrowser;
  status: SubmissionState['status'];
  /** What the state has to say, if anything. */
  sentence: string | undefined;
  /** The line below the button. */
  message: unknown;
  strings: Partial<NewsletterFormStrings & Strings>;
  /** Of the sentences; the page's own text is in the page's. */
  language: string;
  hasName: boolean;
  consentText: string | undefined;
  hasConsent: boolean;
  hasCaptcha: boolean;
  onSubmit(event: SubmitEvent): void;
  /** The reader turned to the form. */
  onFocus(): void;
  onInput(): void;
  /** Something was put into a slot, or taken out. */
  onSlotChange(event: Event): void;
}

/** Which field a state complains of. */
export const fieldOf = (status: SubmissionState['status']): 'email' | 'consent' | undefined =>
  status === 'noConsent' ? 'consent' : /Address|refused/.test(status) ? 'email' : undefined;

/** Nothing is to be said below the button: the reader writes, or it is being sent. */
export const isQuiet = (status: SubmissionState['status']): boolean => /idle|sending/.test(status);

/** There is nothing more to do here: the form makes room for the message. */
export const hasEnded = (status: SubmissionState['status']): boolean =>
  /subscribed|confirm|already/.test(status);

/** The form itself: labels and fields in one tree, so that browsers and password managers know what is what. */
export function formView(view: FormView): TemplateResult {
  const { way, status, strings, language, hasConsent } = view;
  const native = way as Partial<Omit<SentByBrowser, 'kind'>>;
  const wrong = fieldOf(status);
  const describedBy = (field: string) => (wrong === field ? 'problem' : nothing);
  const problem = (field: string) =>
    wrong === field
      ? html`<p id="problem" class="problem" part="error">${view.sentence}</p>`
      : nothing;
  const isSending = status === 'sending';
  return html`<form
    part="form"
    class="${view.hasName ? 'named' : ''} ${hasConsent || view.hasCaptcha ? 'lines' : ''}"
    method="post"
    action=${native.action ?? nothing}
    target="_blank"
    rel="noopener"
    novalidate
    @submit=${view.onSubmit}
    @input=${view.onInput}
    @focusin=${view.onFocus}
  >
    ${native.hidden?.map(
      ([name, value]) => html`<input type="hidden" name=${name} .value=${value} />`,
    )}
    ${
      view.hasName
        ? html`<div class="field" lang=${language}>
            <label part="label" for="name">${strings.name}</label>
            <input
              id="name"
              part="field"
              name=${native.name ?? 'name'}
              autocomplete="name"
              ?readonly=${isSending}
            />
          </div>`
        : nothing
    }
    <div class="field" lang=${language}>
      <label part="label" for="email">${strings.email}</label>
      <input
        id="email"
        part="field"
        type="email"
        name=${native.email ?? 'email'}
        autocomplete="email"
        inputmode="email"
        maxlength="254"
        dir="ltr"
        required
        ?readonly=${isSending}
        aria-invalid=${wrong === 'email'}
        aria-describedby=${describedBy('email')}
      />
      ${problem('email')}
    </div>
    <div ?hidden=${!hasConsent}>
      <label class="check" part="label">
        <input
          id="consent"
          part="field"
          type="checkbox"
          name=${native.consent ?? 'consent'}
          value="yes"
          required
          ?disabled=${!hasConsent}
          aria-invalid=${wrong === 'consent'}
          aria-describedby=${describedBy('consent')}
        />
        <span>
          <slot name="consent" @slotchange=${view.onSlotChange}>${view.consentText}</slot>
        </span>
      </label>
      ${problem('consent')}
    </div>
    <slot name="captcha" @slotchange=${view.onSlotChange}></slot>
    <input
      class="trap"
      name=${native.trap ?? nothing}
      tabindex="-1"
      autocomplete="off"
      aria-hidden="true"
    />
    <button part="button" lang=${language} aria-disabled=${isSending}>
      ${isSending ? strings.sending : status === 'unsent' ? strings.retry : strings.join}
    </button>
    ${view.message}
  </form>`;
}
