import { html, nothing, type TemplateResult } from 'lit';
import type { CommentDesk, DeskState } from '../../sending/comment-desk.js';
import type { CommentStrings } from '../../locales/comment-box/strings.js';

export interface CommentFormOptions {
  desk: CommentDesk;
  strings: CommentStrings;
  /** Of the sentences: what the reader writes is in the page's. */
  language: string;
  headingLevel: number;
  /** Whose comment is answered. */
  answered: string | undefined;
  /** Names of the fields that cannot be sent as they are. */
  wrong: ReadonlySet<string>;
  submit(event: Event): void;
  edit(event: Event): void;
  cancel(): void;
}

/** What a field wants that cannot be sent as it is, by its name. */
export const needs = ({
  needText,
  needName,
  needEmail,
}: CommentStrings): Record<string, string> => ({
  text: needText,
  author: needName,
  email: needEmail,
});

/** What is said about what became of the comment. */
export function outcome({ state, message, wait }: CommentDesk, strings: CommentStrings): string {
  switch (state) {
    case 'writing':
      return '';
    case 'flood':
      return strings.flood(wait);
    case 'too-long':
      return strings.tooLong;
    case 'email':
      return strings.needEmail;
    case 'refused':
      return strings.refused(message);
    default:
      return strings[state];
  }
}

const isFine = (state: DeskState): boolean =>
  /^(writing|sending|looking|approved|pending)$/.test(state);

/** Where a comment is written. */
export function commentForm({
  desk,
  strings,
  language,
  headingLevel,
  answered,
  wrong,
  submit,
  edit,
  cancel,
}: CommentFormOptions): TemplateResult {
  const { draft, state, isBusy } = desk;
  const isWrong = (name: string) => (wrong.has(name) ? 'true' : nothing);
  const problem = (name: string) =>
    wrong.has(name)
      ? html`<span id=${`no-${name}`} class="problem" part="error" lang=${language}
          >${needs(strings)[name]}</span
        >`
      : nothing;
  const answers = draft.parentId !== undefined;
  return html`<form
    part="form"
    novalidate
    @submit=${submit}
    @input=${edit}
    @change=${edit}
    @focusin=${desk.prepare}
  >
    <div class="title" role="heading" aria-level=${headingLevel} lang=${language}>
      ${answers ? (answered ? strings.answering(answered) : strings.answer) : strings.write}
    </div>
    <div>
      <label part="label"
        >${strings.text}
        <textarea
          part="field"
          name="text"
          rows="4"
          dir="auto"
          required
          ?readonly=${isBusy}
          aria-invalid=${isWrong('text')}
          aria-describedby="no-text"
          .value=${draft.text}
        ></textarea></label
      >${problem('text')}
    </div>
    <div class="pair">
      <div>
        <label part="label"
          >${strings.name}
          <input
            part="field"
            name="author"
            autocomplete="name"
            required
            ?readonly=${isBusy}
            aria-invalid=${isWrong('author')}
            aria-describedby="no-author"
            .value=${draft.author} /></label
        >${problem('author')}
      </div>
      <div>
        <label part="label"
          >${strings.email} <span class="note">${strings.emailNote}</span>
          <input
            part="field"
            name="email"
            type="email"
            dir="ltr"
            inputmode="email"
            autocomplete="email"
            required
            ?readonly=${isBusy}
            aria-invalid=${isWrong('email')}
            aria-describedby="no-email"
            .value=${draft.email} /></label
        >${problem('email')}
      </div>
    </div>
    <label class="check" part="label"
      ><input type="checkbox" name="remember" .checked=${!!draft.remember} />
      ${strings.remember}</label
    >
    <input class="trap" name="nr-trap" tabindex="-1" autocomplete="off" aria-hidden="true" />
    <slot name="captcha"></slot>
    <p class=${isFine(state) ? 'message' : 'message problem'} part="message" lang=${language}>
      ${outcome(desk, strings)}
    </p>
    <div class="actions" lang=${language}>
      <button part="button" class="send" aria-disabled=${isBusy}>
        ${/^uns/.test(state) ? strings.sendAgain : strings.send}
      </button>
      ${
        answers
          ? html`<button part="button" type="button" @click=${cancel}>${strings.cancel}</button>`
          : nothing
      }
    </div>
  </form>`;
}
