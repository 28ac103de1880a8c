import type { Newsletter, SentByBrowser } from './newsletter.js';

/**
 * Mailchimp. `action` is what its form posts to, with `u` and `id` in its query; `tags` are ids. Its JSONP is not used: it would run
 * a script from there.
 */
export function mailchimp({ action, tags }: Newsletter): SentByBrowser {
  const url = new URL(action);
  const { searchParams } = url;
  // The page's address, and that of the JSONP, differ from the form's by their path alone.
  url.pathname = url.pathname.replace(/\/subscribe(\/post-json)?\/?$/, '/subscribe/post');
  return {
    kind: 'browser',
    action: url.href,
    email: 'EMAIL',
    name: 'FNAME',
    consent: 'CONSENT',
    trap: `b_${searchParams.get('u')}_${searchParams.get('id')}`,
    hidden: tags.length ? [['tags', tags.join()]] : [],
  };
}
