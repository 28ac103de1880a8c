import { send } from '../net/send.js';
import { outcomeOf } from './answer.js';
import type { Newsletter, Outcome, Reader, SubscriptionStatus } from './newsletter.js';

const statuses: SubscriptionStatus[] = ['subscribed', 'confirm', 'already'];

/**
 * Any endpoint: JSON `{email, name?, list?, tags?, consent?, page}`, `list` as the attribute has it and `tags` an array,
 * answered by a 2xx, with `{status}` where it is not simply `subscribed`, else with nothing, “OK” or an object that tells of
 * no error; by 409, without a word or with one that says so, where the address is known; by a 4xx that speaks of the e-mail
 * where it is not accepted; by 429 after too many tries.
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
  // A conflict over something else says so.
  if (reply.status === 409 && (isWordless(reply.text) || /already|duplica/i.test(reply.text)))
    return { status: 'already' };
  return outcomeOf(reply, new URL('/', action).href, (data) => {
    // Of PHP an empty array is an empty object.
    if (isWordless(reply.text.replace(success, ''))) return 'subscribed';
    if (!data || typeof data !== 'object' || Array.isArray(data)) return undefined;
    const { status, error, errors, ...said } = data as Record<string, unknown>;
    if (status != null) return statuses.find((known) => known === status);
    const isRefusal =
      [said['success'], said['ok']].some((each) => /^(false|0)$/.test(`${each}`)) ||
      [error, errors].some((each) => each && !isWordless(JSON.stringify(each)));
    return isRefusal ? undefined : 'subscribed';
  });
}

/** What services answer that have no JSON to give. */
const success = /\b(ok|accepted|created|done|success|subscribed)\b/i;

/** Nothing, `{}`, `[]`: no letter and no digit of any language. */
const isWordless = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text);
