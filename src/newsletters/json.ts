import { send } from '../net/send.js';
import { outcomeOf } from './answer.js';
import type { Newsletter, Outcome, Reader, SubscriptionStatus } from './newsletter.js';

const statuses: unknown[] = ['subscribed', 'confirm', 'already'] satisfies SubscriptionStatus[];

/**
 * Any endpoint: JSON `{email, name?, list?, tags?, consent?, page}`, answered by a 2xx, with `{status}` where it is not
 * simply `subscribed`; by a 4xx that speaks of the e-mail where it is not accepted; by 429 after too many tries.
 */
export async function json(
  { action, list, tags }: Newsletter,
  { email, name, consent, page, more }: Reader,
): Promise<Outcome> {
  const reply = await send(action, {
    ...more,
    email,
    name,
    list: list.length ? list.join(' ') : undefined,
    tags: tags.length ? tags : undefined,
    consent,
    page,
  });
  if (reply.status === 409) return { status: 'already' };
  return outcomeOf(reply, new URL('/', action).href, (data) => {
    const status = (data as { status?: unknown } | undefined)?.status ?? 'subscribed';
    return statuses.includes(status) ? (status as SubscriptionStatus) : undefined;
  });
}
