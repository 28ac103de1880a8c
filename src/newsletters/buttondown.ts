import { plainForm } from './form.js';
import type { Newsletter, SentByBrowser } from './newsletter.js';

/** Buttondown. `action` is what its form posts to, or the newsletter's page. */
export function buttondown(newsletter: Newsletter): SentByBrowser {
  const [user] = /[^/]*$/.exec(new URL(newsletter.action).pathname.replace(/\/+$/, ''))!;
  const form = plainForm({ ...newsletter, list: [] });
  return {
    ...form,
    action: new URL(`/api/emails/embed-subscribe/${user}`, newsletter.action).href,
    name: 'metadata__name',
    consent: 'metadata__consent',
    hidden: [['embed', '1'], ...form.hidden],
  };
}
