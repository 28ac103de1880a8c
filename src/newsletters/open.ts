import { NewsrackError } from '../model/error.js';
import { beehiiv } from './beehiiv.js';
import { buttondown } from './buttondown.js';
import { plainForm } from './form.js';
import { mailchimp } from './mailchimp.js';
import type { Newsletter, Provider, SentByScript, Way } from './newsletter.js';
import { substack } from './substack.js';

/** Comes when the reader turns to the form: a page that is only read does without. */
const loadSenders = () => import('./senders.js');

const byScript = (newsletter: Newsletter): SentByScript => ({
  kind: 'script',
  prepare: () => void loadSenders().catch(() => {}),
  async subscribe(reader) {
    const { senders } = await loadSenders().catch((cause: unknown) => {
      throw new NewsrackError('network', 'A part of Newsrack could not be loaded.', { cause });
    });
    return senders[newsletter.provider]!(newsletter, reader);
  },
});

const ways: Record<Provider, (newsletter: Newsletter) => Way> = {
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

export const providers = Object.keys(ways) as Provider[];

/** How a reader gets on this newsletter's list. Asks nothing of its back end yet. */
export const openNewsletter = (newsletter: Newsletter): Way =>
  ways[newsletter.provider](newsletter);
