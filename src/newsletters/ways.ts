import { beehiiv } from './beehiiv.js';
import { buttondown } from './buttondown.js';
import { plainForm } from './form.js';
import { mailchimp } from './mailchimp.js';
import type { Newsletter, SentByScript, Way } from './newsletter.js';
import { substack } from './substack.js';

/** What is sent, and what the answer means, is in senders.ts, which comes when the reader turns to the form. */
const byScript = (): SentByScript => ({ kind: 'script' });

const ways: Record<string, (newsletter: Newsletter) => Way> = {
  json: byScript,
  form: plainForm,
  ghost: byScript,
  listmonk: byScript,
  kit: byScript,
  mailchimp,
  buttondown,
  beehiiv,
  substack,
};

export const providers = Object.keys(ways);

/** How a reader gets on this newsletter's list. Asks nothing of its back end. */
export const wayOf = (newsletter: Newsletter): Way =>
  (ways[newsletter.provider] ?? byScript)(newsletter);
