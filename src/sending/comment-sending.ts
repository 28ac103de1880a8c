import type { CommentStore, CommentWriter, NewComment } from '../comments/comment-store.js';
import type { ReaderComment } from '../model/comment.js';
import { asNewsrackError } from '../model/error.js';
import { toJson } from '../model/json.js';
import { keepDraft, type Draft } from '../storage/draft.js';
import { forgetDraft, keptDraft } from '../storage/kept-draft.js';
import { rememberReader } from '../storage/reader.js';
import { desks, type CommentDesk, type DeskState } from './comment-desk.js';
import { watchReturn } from './comment-return.js';
import { report } from '../page/report.js';
import { tell as tellPage } from '../page/tell.js';
import { keepTyping } from '../page/typing.js';
import { fieldsIn } from './form-fields.js';

watchReturn();

/** Who was offline may send again. */
function watchConnection(): void {
  for (const desk of desks) {
    if (desk.state === 'offline' && navigator.onLine)
      desk.become(desk.draft.sent ? 'unsure' : 'writing');
  }
}

watchConnection();
addEventListener('online', watchConnection);

const watchTyping = () => desks.forEach(({ host }) => keepTyping(host));

watchTyping();
addEventListener('focusin', watchTyping);

const commentOf = ({ text, author, email, parentId, key }: Draft): NewComment => ({
  text: text.trim(),
  author: author.trim(),
  email: email.trim(),
  parentId,
  key: key!,
});

/** What makes a comment the same as another one. */
const contentOf = (draft: Draft): string => toJson({ ...commentOf(draft), key: 0 });

function watch(desk: CommentDesk): void {
  desk.edited = ({ remember }) => {
    const { draft, state } = desk;
    // Another text is no repetition that a store would notice.
    if (state === 'unsent' && draft.sent && draft.sent !== contentOf(draft)) desk.become('unsure');
    // What became of the last comment is not said of the next one.
    if (remember === undefined && /^(approved|pending)$/.test(state)) desk.become('writing');
  };
}

/**
 * A key that only the copies of this draft have that say the same: what was changed in one of them is another comment.
 * Letters, digits and dashes (FNV-1a of what it says).
 */
function keyFor(draft: Draft): string {
  let digest = 0x811c9dc5;
  for (const sign of contentOf(draft)) {
    digest = Math.imul(digest ^ sign.codePointAt(0)!, 0x01000193);
  }
  return `${draft.id}-${digest >>> 0}`.replace('.', '-');
}

/**
 * Sends a draft once, unless the page objects. One that was sent before without an answer is looked for first.
 *
 * @throws {NewsrackError} Nothing was sent.
 */
export async function send(
  desk: CommentDesk,
  draft: Draft,
  store: CommentStore,
  form: HTMLFormElement,
): Promise<void> {
  const become = tell(desk, draft);
  watch(desk);
  const trap = form.querySelector<HTMLInputElement>('.trap')!;
  if (trap.value) {
    // A browser may have filled it in for a person, who presses the button once more; a robot does not.
    trap.value = '';
    return become('again');
  }
  if (!tellPage(desk.host, 'nr-submit', { kind: 'comment' }, true)) return;
  const fields = fieldsIn(form.querySelector('slot')!.assignedElements());
  const before = desk.state;
  const writer = await store.writer!();
  const isRepetition = draft.sent === contentOf(draft);
  if (draft.sent) {
    await look(desk, draft, store);
    // It was found; or its writer is to decide first.
    if (!draft.sent || (desk.state === 'unsure' && before !== 'unsure')) return;
  }
  become('sending');
  // A text that was changed is another comment.
  if (!isRepetition) {
    const author = draft.author.trim();
    const known = desk.host.comments?.filter((comment) => comment.author === author);
    Object.assign(draft, { key: keyFor(draft), known: known?.map(({ id }) => id) });
  }
  draft.sent = contentOf(draft);
  keepDraft(draft);
  let outcome;
  try {
    outcome = await writer.send({ ...commentOf(draft), fields });
  } catch (error) {
    await look(desk, draft, store);
    if (draft.sent) report(desk.host, asNewsrackError(error));
    return;
  }
  if (outcome.comment) return arrived(desk, draft, outcome.comment);
  const { refusal, message, wait } = outcome;
  // It is there from the first time, and cannot be seen: it waits for approval.
  if (isRepetition && refusal === 'duplicate') return arrived(desk, draft, unseen(draft));
  // What was sent the first time may be there all the same; and a firewall may have kept back the store's answer alone.
  if (!isRepetition && (refusal !== 'refused' || message !== undefined)) draft.sent = undefined;
  keepDraft(draft);
  become(refusal, message, wait);
}

/** Finds out whether what was sent has arrived. Never throws. */
export async function look(desk: CommentDesk, draft: Draft, store: CommentStore): Promise<void> {
  const become = tell(desk, draft);
  watch(desk);
  become('looking');
  const comment = { ...commentOf(draft), ...sentOf(draft) };
  let writer: CommentWriter | undefined;
  try {
    writer = await store.writer!();
    const found = await writer.find?.(comment);
    if (found && !draft.known?.includes(found.id)) return arrived(desk, draft, found);
  } catch {
    // As unknown as before.
  }
  const isSame = draft.sent === contentOf(draft);
  become(isSame && writer?.noticesRepetition?.(comment) ? 'unsent' : 'unsure');
}

/** The comment that was sent, whatever its writer has changed since. */
const sentOf = ({ sent }: Draft): Pick<NewComment, 'text' | 'author' | 'parentId'> => {
  const { text, author, parentId } = JSON.parse(sent!) as NewComment;
  return { text, author, parentId };
};

/** Says what became of a draft, unless the page shows another article by now. */
const tell =
  (desk: CommentDesk, draft: Draft) =>
  (state: DeskState, message?: string, wait?: number): void => {
    if (desk.draft === draft) desk.become(state, message, wait);
  };

function arrived(desk: CommentDesk, draft: Draft, comment: ReaderComment): void {
  const { author, email, remember, sent } = draft;
  const { parentId } = sentOf(draft);
  if (remember) rememberReader({ author, email });
  const isSame = sent === contentOf(draft);
  const kept = keptDraft(draft);
  const isOther = kept && sent !== contentOf({ ...draft, ...kept });
  if (isSame) Object.assign(draft, { text: '', parentId: undefined }, isOther && kept);
  Object.assign(draft, { id: Math.random(), key: undefined, sent: undefined, known: undefined });
  // What its writer has changed since, here or on another page of the tab, is another comment, to be sent or not.
  if (isSame && !isOther) forgetDraft(draft);
  else keepDraft(draft);
  tell(desk, draft)(comment.status);
  if (desk.draft === draft) {
    const shown = { ...comment, parentId: comment.parentId ?? parentId };
    const { status } = shown;
    // The address of an avatar is often made from the e-mail address.
    const told = { comment: { ...shown, avatar: undefined }, status };
    desk.options.arrived(shown, () => tellPage(desk.host, 'nr-comment', told));
  }
}

/** The comment as its writer knows it, where the store does not show it. */
const unseen = ({ text, author, parentId, key }: Draft): ReaderComment => ({
  id: key!,
  parentId,
  author,
  body: text.replace(/[&<]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>'),
  published: new Date().toISOString(),
  status: 'pending',
});
