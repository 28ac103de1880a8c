/**
 * Publishes an article in the demo's WordPress as its editor would: logs in, takes the nonce that belongs to the
 * session, and writes over REST.
 */
export async function publishArticle(
  url: string,
  article: { title: string; content?: string },
): Promise<{ id: number; link: string }> {
  const login = await fetch(`${url}/wp-login.php`, {
    method: 'POST',
    body: new URLSearchParams({ log: 'admin', pwd: 'password', testcookie: '1' }),
    headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    redirect: 'manual',
  });
  const cookie = login.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  const nonce = await fetch(`${url}/wp-admin/admin-ajax.php?action=rest-nonce`, {
    headers: { cookie },
  });
  const answer = await fetch(`${url}/wp-json/wp/v2/posts`, {
    method: 'POST',
    headers: {
      cookie,
      'content-type': 'application/json',
      'x-wp-nonce': await nonce.text(),
    },
    body: JSON.stringify({ status: 'publish', ...article }),
  });
  if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`);
  return (await answer.json()) as { id: number; link: string };
}
