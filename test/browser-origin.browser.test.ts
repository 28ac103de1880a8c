import { expect } from '@open-wc/testing';
import { startOrigin, startWordPress } from './browser-origin.js';

describe('origins for tests in the browser', () => {
  it('answer in turn, and tell what was asked', async () => {
    const origin = await startOrigin();
    await origin.route('/a', { json: { first: true } }, { status: 503 });
    expect(await (await fetch(`${origin.url}/a?b=1`)).json()).to.deep.equal({ first: true });
    expect((await fetch(`${origin.url}/a`)).status).to.equal(503);
    expect((await fetch(`${origin.url}/a`)).status).to.equal(503);
    const [request] = await origin.requests();
    expect(request!.query.get('b')).to.equal('1');
    expect(request!.headers.origin).to.equal(location.origin);
  });

  it('hold an answer until they are told, and see that nobody waits any more', async () => {
    const origin = await startOrigin();
    await origin.route('/a', { json: 1 });
    const release = await origin.hold('/a');
    const answer = fetch(`${origin.url}/a`);
    await origin.received('/a');
    await release();
    expect(await (await answer).json()).to.equal(1);

    const leaving = new AbortController();
    await origin.hold('/b');
    const left = fetch(`${origin.url}/b`, { signal: leaving.signal }).catch(() => 'left');
    await origin.received('/b');
    leaving.abort();
    expect(await left).to.equal('left');
  });

  it('cut, stay silent and forbid reading', async () => {
    const origin = await startOrigin();
    await origin.route('/before', { reset: 'before' });
    await origin.route('/midway', { json: { long: 'x'.repeat(1e5) }, reset: 'midway' });
    await origin.route('/unreadable', { json: 1, cors: false });
    for (const path of ['/before', '/midway', '/unreadable']) {
      const outcome = await fetch(origin.url + path)
        .then((response) => response.text())
        .catch((error: unknown) => error);
      // Firefox calls a body that is cut aborted, though nobody did abort.
      const { name } = outcome as Error;
      expect(name, path).to.match(path === '/midway' ? /^(TypeError|AbortError)$/ : /^TypeError$/);
    }
  });

  it('include a WordPress that pages, filters and trims as the real one', async () => {
    const site = await startWordPress({ posts: 12 });
    const posts = `${site.url}/wp-json/wp/v2/posts`;
    const page = await fetch(`${posts}?per_page=5&page=3&_fields=id,title`);
    expect(page.headers.get('X-WP-TotalPages')).to.equal('3');
    const items = (await page.json()) as object[];
    expect(items).to.have.length(2);
    expect(Object.keys(items[0]!)).to.deep.equal(['id', 'title']);
    const tooFar = await fetch(`${posts}?per_page=5&page=4`);
    expect(((await tooFar.json()) as { code: string }).code).to.equal(
      'rest_post_invalid_page_number',
    );
    expect(await site.dataRequests()).to.have.length(2);
  });
});
