import { webUrl } from '../model/url.js';
import { send } from '../net/send.js';
import { outcomeOf } from './answer.js';
import type { Newsletter, Outcome, Reader } from './newsletter.js';

/**
 * Kit (ConvertKit). `action` is what its form posts to, or the form's own address; `tags` are ids. Kit does not say whether it asks for a
 * confirmation; it does unless that was switched off.
 */
export async function kit(
  { action, tags }: Newsletter,
  { email, name, more }: Reader,
): Promise<Outcome> {
  const fields = new URLSearchParams({ ...more, email_address: email });
  if (name) fields.set('fields[first_name]', name);
  for (const tag of tags) fields.append('tags[]', tag);
  const form = action.replace(/\/(subscriptions\b.*)?$/, '');
  const reply = await send(`${form}/subscriptions`, fields);
  const { status, url } = (reply.data ?? {}) as { status?: string; url?: string };
  const guard = status !== 'success' && webUrl(url);
  if (guard) return { status: 'page', url: guard };
  return outcomeOf(reply, form, () => (status === 'success' ? 'confirm' : undefined));
}
