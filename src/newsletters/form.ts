import type { Newsletter, SentByBrowser } from './newsletter.js';

/** Any form: `email`, `name`, `consent`, and one `list` and `tag` for each. */
export const plainForm = ({ action, list, tags }: Newsletter): SentByBrowser => ({
  kind: 'browser',
  action,
  email: 'email',
  name: 'name',
  consent: 'consent',
  hidden: [
    ...list.map((id): [string, string] => ['list', id]),
    ...tags.map((tag): [string, string] => ['tag', tag]),
  ],
});
