import { readFile } from 'node:fs/promises';

const SLUG = 'on-other-pages';

/**
 * Writes a page with widgets in WordPress, as its editor would: logs in, takes the nonce of the session, and writes over
 * REST; over the page of the last time, if there is one.
 *
 * @param {{ publisher: string, author: number, newsrack: string }} addresses of WordPress and of the folder with
 *   newsrack.js, and the number of an author
 * @returns {Promise<string>} the page's address
 */
export async function writePage({ publisher, author, newsrack }) {
  const markup = await readFile(new URL('page.html', import.meta.url), 'utf8');
  const content = markup
    .replaceAll('{{publisher}}', publisher)
    .replaceAll('{{author}}', String(author))
    .replaceAll('{{newsrack}}', newsrack);

  const login = await fetch(`${publisher}/wp-login.php`, {
    method: 'POST',
    body: new URLSearchParams({ log: 'admin', pwd: 'password', testcookie: '1' }),
    headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    redirect: 'manual',
  });
  const cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const nonce = await fetch(`${publisher}/wp-admin/admin-ajax.php?action=rest-nonce`, {
    headers: { cookie },
  });
  const pages = `${publisher}/wp-json/wp/v2/pages`;
  const [old] = await (await fetch(`${pages}?slug=${SLUG}`)).json();
  const answer = await fetch(old ? `${pages}/${old.id}` : pages, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', 'x-wp-nonce': await nonce.text() },
    body: JSON.stringify({ status: 'publish', slug: SLUG, title: 'On other pages', content }),
  });
  if (!answer.ok) throw new Error(`WordPress answered ${answer.status} ${await answer.text()}`);
  return (await answer.json()).link;
}
