import { send } from '../net/send.js';
import { outcomeOf } from './answer.js';
import type { Newsletter, Outcome, Reader } from './newsletter.js';

/**
 * listmonk's public API. `action` is its root or its own form; `list` has the lists' UUIDs. A known address is a success
 * like any other.
 */
export async function listmonk(
  { action, list }: Newsletter,
  { email, name, more }: Reader,
): Promise<Outcome> {
  const root = action.replace(/(\/api\/.*|\/subscription\/.*|\/*([?#].*)?)$/, '');
  const reply = await send(`${root}/api/public/subscription`, {
    ...more,
    email,
    name,
    list_uuids: list,
  });
  return outcomeOf(reply, `${root}/subscription/form`, (answer) => {
    const data = (answer as { data?: { has_optin?: unknown } | true } | undefined)?.data;
    if (data === true || data?.has_optin === false) return 'subscribed';
    return data?.has_optin === true ? 'confirm' : undefined;
  });
}
