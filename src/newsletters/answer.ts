import { NewsrackError } from '../model/error.js';
import type { Reply } from '../net/send.js';
import type { Outcome } from './newsletter.js';

/**
 * What an answer means. `read` looks at one that is a success; `undefined`: it says nothing about the subscription.
 *
 * @param page - Where a person goes on when a page (a captcha, an error) came instead of an answer
 * @throws {NewsrackError} `forbidden`, `not-found` or `bad-answer`. Its message quotes nothing of the answer, which may repeat the reader's address.
 */
export function outcomeOf(
  { status, isPage, text, retryAfter, data }: Reply,
  page: string,
  read: (data: unknown) => Outcome['status'] | undefined,
): Outcome {
  if (status === 429) return { status: 'wait', minutes: retryAfter && Math.ceil(retryAfter / 60) };
  if (isPage) return { status: 'page', url: page };
  if (status < 300) {
    const said = read(data);
    if (said) return { status: said };
    // Many an address has “mail” in it.
  } else if (/400|422/.test(`${status}`) && /mail/i.test(text.replace(/[\w.+-]+@[\w.-]+/g, '')))
    return { status: 'refused' };
  throw new NewsrackError(
    status === 401 || status === 403 ? 'forbidden' : status === 404 ? 'not-found' : 'bad-answer',
    `${new URL(page).host} answered ${status}${status < 300 ? ', which does not say that it worked' : ''}.`,
    { status, retryable: status > 499 },
  );
}
