import type { TemplateResult } from 'lit';
import type { LocaleController } from '../../controllers/locale.js';
import type { CommentStrings } from '../../locales/comment-box/strings.js';
import type { ReaderComment } from '../../model/comment.js';
import { CommentDesk, type DeskHost, type DeskOptions } from '../../sending/comment-desk.js';
import { commentForm, needs, outcome } from './comment-form.js';

/** A comment box, as far as its form needs it. */
export interface WritingHost extends DeskHost {
  readonly renderRoot: ParentNode & Node;
}

export interface WritingOptions extends Omit<DeskOptions, 'changed'> {
  locale: LocaleController<CommentStrings>;
  announce(text: string): void;
  /** The element of a comment that is painted. */
  find(id: string | undefined): HTMLElement | undefined;
}

export interface CommentWriting {
  readonly desk: CommentDesk;
  /** @param comments - Those among which is what the reader answers */
  form(headingLevel: number, comments: ReaderComment[]): TemplateResult;
  /** The reader has pressed something in the list of comments: perhaps what answers one of them. */
  answer(event: Event): Promise<void>;
}

/** The reader at the form of a comment box: what is typed, what is wrong with it, and which comment it answers. */
export function commentWriting(host: WritingHost, options: WritingOptions): CommentWriting {
  const { locale, announce, find } = options;
  let wrong = new Set<string>();
  const desk = new CommentDesk(host, {
    ...options,
    changed() {
      // One of them is the name of a field: the address that the store refuses.
      wrong = new Set<string>([desk.state]);
      announce(outcome(desk, locale.strings!));
    },
  });

  /** To what the form is for: what was wrong with it at its last place is not yet wrong here. */
  function turn(parentId?: string): Promise<unknown> {
    wrong = new Set();
    desk.edit({ parentId });
    return host.updateComplete;
  }

  async function answer({ target }: Event): Promise<void> {
    const button = (target as Element).closest('.answer');
    if (!button || desk.isBusy) return;
    await turn(button.closest('.comment')!.id);
    host.renderRoot.querySelector('textarea')?.focus();
  }

  async function cancel(): Promise<void> {
    const { parentId } = desk.draft;
    if (desk.isBusy) return;
    await turn();
    const answered = find(parentId) ?? host.renderRoot;
    answered.querySelector<HTMLElement>('.answer, textarea')?.focus();
  }

  function edit({ target }: Event): void {
    const { name, value, checked } = target as HTMLInputElement;
    // A captcha's fields are none of ours.
    if (!host.renderRoot.contains(target as Node)) return;
    if (name === 'remember') desk.edit({ remember: checked });
    else if (name in desk.draft) desk.edit({ [name]: value });
    // What stands there already is not said a second time.
    if (wrong.delete(name)) announce('');
  }

  function submit(event: Event): void {
    event.preventDefault();
    if (desk.isBusy) return;
    const form = event.target as HTMLFormElement;
    const fields = [...form.querySelectorAll<HTMLInputElement>('[required]')];
    // Who fills in a form does not always say so.
    desk.edit(Object.fromEntries(fields.map(({ name, value }) => [name, value])));
    const missing = fields.filter(({ value, validity }) => !value.trim() || !validity.valid);
    wrong = new Set(missing.map(({ name }) => name));
    if (missing.length) {
      announce(missing.map(({ name }) => needs(locale.strings!)[name]).join(' '));
      missing[0]!.focus();
      return;
    }
    void desk.send(form);
  }

  return {
    desk,
    answer,
    form(headingLevel, comments) {
      const strings = locale.strings!;
      const answered = comments.find(({ id }) => id === desk.draft.parentId);
      return commentForm({
        desk,
        strings,
        language: locale.tag,
        headingLevel,
        answered: answered && (answered.author || strings.anonymous),
        wrong,
        submit,
        edit,
        cancel,
      });
    },
  };
}
