import { send } from '../net/send.js';
import { outcomeOf } from './answer.js';
import type { Newsletter, Outcome, Reader } from './newsletter.js';

/**
 * Ghost's members API. `action` is the site's address. Everybody gets a mail, known or not, and is on the list when
 * its link has been followed; `tags` become labels.
 */
export async function ghost(
  { action, tags }: Newsletter,
  { email, name }: Reader,
): Promise<Outcome> {
  // A site may lie below a path; the address of its API or its sign-up page tells where.
  const site = action.replace(/(members\/.*|#.*|\?.*)$/, '').replace(/\/*$/, '/');
  const api = `${site}members/api/`;
  const token = await send(`${api}integrity-token/`);
  const reply = await send(`${api}send-magic-link/`, {
    email,
    name,
    emailType: 'subscribe',
    labels: tags,
    // Sites of before the token neither have nor want one.
    integrityToken: token.status === 200 ? token.text : undefined,
  });
  const minutes = /in (\d+) minutes/.exec(reply.text)?.[1];
  return outcomeOf(
    { ...reply, retryAfter: minutes ? Number(minutes) * 60 : reply.retryAfter },
    `${site}#/portal/signup`,
    // Whatever else answers in its place has not heard of the reader.
    () => (reply.status === 201 ? 'confirm' : undefined),
  );
}
