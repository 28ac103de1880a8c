import type { SendToNewsletter } from '../adapters.js';
import type { Newsletter, Reader } from '../newsletters/newsletter.js';
import { check, same, type ConformanceTest } from './check.js';

/** A newsletter's back end as the tests find it. */
export interface NewsletterSubject {
  send: SendToNewsletter;
  newsletter: Newsletter;
  /** An address that is on no list; another one each time. */
  newAddress(): string;
  /** How the back end answers to a new one. */
  welcome: 'subscribed' | 'confirm';
  /** An address that it does not take; left out where it takes all. */
  refused?: string | undefined;
  /** The same newsletter where nobody answers. */
  unreachable: Newsletter;
}

const page = 'https://partner.example/page/';

/** What a newsletter's form relies on in an adapter. */
export function newsletterTests(subject: NewsletterSubject): ConformanceTest[] {
  const { refused } = subject;
  const send = (reader: Reader) => subject.send(subject.newsletter, reader);
  const tests: Record<string, () => Promise<void>> = {
    'puts a reader on the list, and says what was said': async () => {
      const { status } = await send({ email: subject.newAddress(), page });
      same(status, subject.welcome, 'status');
    },
    'takes a name and a consent': async () => {
      const reader = {
        email: subject.newAddress(),
        name: 'Ana O’Farrell',
        consent: true,
        page,
      } as const;
      same((await send(reader)).status, subject.welcome, 'status');
    },
    'rejects where nobody answers, without the reader’s address in the message': async () => {
      const email = subject.newAddress();
      const error = await subject.send(subject.unreachable, { email, page }).then(
        ({ status }) => check(false, `it said “${status}”`),
        (reason: unknown) => reason,
      );
      check(!String(error).includes(email), 'the message has the reader’s address in it');
    },
  };
  if (refused)
    tests['says that an address is not taken'] = async () =>
      same((await send({ email: refused, page })).status, 'refused', 'status');
  return Object.entries(tests).map(([name, run]) => ({ name, run }));
}
