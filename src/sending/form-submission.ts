import { asNewsrackError, NewsrackError } from '../model/error.js';
import type {
  Newsletter,
  Outcome,
  SentByBrowser,
  SentByScript,
} from '../newsletters/newsletter.js';
import { senderOf } from '../newsletters/senders.js';
import { report } from '../page/report.js';
import { tell } from '../page/tell.js';
import { fieldsIn } from './form-fields.js';

/**
 * How far a reader got. The first ones were never sent: nothing typed, no address, box not ticked, a field filled in that
 * nobody sees. `opened`: the provider's page has been. `unsent`: no answer, or none that says that it worked.
 */
export interface SubmissionState extends Omit<Outcome, 'status'> {
  status:
    | 'idle'
    | 'noAddress'
    | 'badAddress'
    | 'noConsent'
    | 'again'
    | 'sending'
    | 'opened'
    | 'unsent'
    | Outcome['status'];
}

export { keepTyping } from '../page/typing.js';

/** Forms that the browser has just posted. */
const posted = new WeakSet<HTMLFormElement>();
/** Milliseconds within which a second click is none. */
const doubleClick = 2000;

/**
 * What happens when a reader submits a newsletter's form: it is looked through, the page may object (`nr-submit`), it is sent,
 * and the page hears what the other side said (`nr-subscribe`). Resolves when that is shown; not to be called before. Never throws.
 *
 * @param form - Has `#email` and `#consent`, may have `#name`, and a `.trap` that nobody sees
 * @param show - Called with each state on the way
 */
export async function submitForm(
  host: HTMLElement,
  form: HTMLFormElement,
  newsletter: Newsletter,
  way: SentByScript | SentByBrowser,
  show: (state: SubmissionState) => void,
): Promise<void> {
  if (posted.has(form)) return;
  try {
    await submit(host, form, newsletter, way, show);
  } catch (cause) {
    report(host, asNewsrackError(cause));
    show({ status: 'unsent' });
  }
}

async function submit(
  host: HTMLElement,
  form: HTMLFormElement,
  newsletter: Newsletter,
  way: SentByScript | SentByBrowser,
  show: (state: SubmissionState) => void,
): Promise<void> {
  const status = objection(form);
  if (status) return show({ status });
  // The press that the browser would open a tab for is too long ago, as the code for it came late.
  if (way.kind === 'browser' && navigator.userActivation?.isActive === false)
    return show({ status: 'again' });
  if (!tell(host, 'nr-submit', { kind: 'newsletter' }, true)) return show({ status: 'idle' });

  if (way.kind === 'browser') {
    posted.add(form);
    setTimeout(() => posted.delete(form), doubleClick);
    const addMore = ({ formData }: FormDataEvent) => {
      for (const [name, value] of captcha(host)) formData.append(name, value);
    };
    form.addEventListener('formdata', addMore, { once: true });
    form.submit();
    show({ status: 'opened', url: way.action });
    return;
  }
  show({ status: 'sending' });
  const box = field(form, '#consent')!;
  box.addEventListener('click', hold);
  const sent = send(host, form, newsletter).finally(() => box.removeEventListener('click', hold));
  show(await sent);
}

/** What is being sent stays what it is; a box to tick knows no `readonly`. */
const hold = (event: Event) => event.preventDefault();

const field = (form: HTMLFormElement, selector: string) =>
  form.querySelector<HTMLInputElement>(selector);

/** Why the form cannot be sent yet. */
function objection(form: HTMLFormElement): SubmissionState['status'] | undefined {
  // Of another field: one that can be read only, as it is by now where this code came late, is always valid.
  const { validity } = Object.assign(document.createElement('input'), {
    type: 'email',
    required: true,
    value: field(form, '#email')!.value,
  });
  if (validity.valueMissing) return 'noAddress';
  if (!validity.valid) return 'badAddress';
  if (field(form, '#consent:invalid')) return 'noConsent';
  const trap = field(form, '.trap')!;
  if (!trap.value) return undefined;
  // A browser may have filled it in for a person, who presses the button once more; a robot does not.
  trap.value = '';
  return 'again';
}

async function send(
  host: HTMLElement,
  form: HTMLFormElement,
  newsletter: Newsletter,
): Promise<Outcome> {
  const { provider } = newsletter;
  const send = await senderOf(provider);
  const outcome = await send(newsletter, {
    email: field(form, '#email')!.value,
    name: field(form, '#name')?.value.trim() || undefined,
    consent: !!field(form, '#consent:checked:enabled') || undefined,
    page: location.href.replace(/#.*/, ''),
    more: Object.fromEntries(captcha(host)),
  });
  const { status, url } = outcome;
  if (isDone(status)) tell(host, 'nr-subscribe', { provider, status });
  else if (url) {
    report(host, new NewsrackError('bad-answer', `A page came instead of an answer; see ${url}`));
  }
  return outcome;
}

/** The other side has the address, or had it before. */
const isDone = (status: SubmissionState['status']) =>
  status === 'subscribed' || status === 'confirm' || status === 'already';

/** What a captcha, or whatever else stands in its slot, has to say to the provider. */
const captcha = (host: HTMLElement) => fieldsIn(host.querySelectorAll(':scope > [slot="captcha"]'));
