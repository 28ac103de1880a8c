import { NewsrackError } from '../model/error.js';
import type { Outcome, Provider, Reader, SentByScript } from '../newsletters/newsletter.js';
import { report } from './report.js';

/**
 * How far a reader got. The first ones were never sent: nothing typed, no address, box not ticked, a field filled in that
 * nobody sees. `opened`: the provider's page has been. `unsent`: no answer, or none that says that it worked.
 */
export interface SignUpState extends Omit<Outcome, 'status'> {
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

/** The other side has the address, or has it already. */
export const isDone = (status: SignUpState['status']): boolean =>
  status === 'subscribed' || status === 'confirm' || status === 'already';

/** Sends a reader's address once, and tells the page what the other side said. Never throws. */
export async function signUp(
  host: HTMLElement,
  provider: Provider,
  way: SentByScript,
  reader: Reader,
): Promise<SignUpState> {
  try {
    const outcome = await way.subscribe(reader);
    const { status, url } = outcome;
    if (isDone(status)) {
      host.dispatchEvent(
        new CustomEvent('nr-subscribe', {
          bubbles: true,
          composed: true,
          detail: { provider, status },
        }),
      );
    } else if (url) {
      report(host, new NewsrackError('bad-answer', `A page came instead of an answer; see ${url}`));
    }
    return outcome;
  } catch (cause) {
    report(
      host,
      cause instanceof NewsrackError
        ? cause
        : new NewsrackError('bad-answer', String(cause), { cause }),
    );
    return { status: 'unsent' };
  }
}
