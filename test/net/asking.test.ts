import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, it, type TestContext } from 'node:test';
import v8 from 'node:v8';
import type { NewsrackError } from '../../src/model/error.js';
import { requestDocument } from '../../src/net/document.js';
import { request, type RequestOptions } from '../../src/net/http.js';
import { startOrigin, type Origin } from '../origin.js';

let origin: Origin;
afterEach(() => origin?.close());

const ask = (path: string, options?: RequestOptions) =>
  request(`${origin.url}${path}`, options).then(
    ({ data }) => data,
    (error: NewsrackError) => error.code,
  );

const numbers = (count: number) => [...Array(count).keys()];
const askAll = (count: number, path = '/things/', options?: RequestOptions) =>
  Promise.all(numbers(count).map((number) => ask(`${path}${number}`, options)));

describe('A server that is asked for many things', () => {
  it('at once, and fails: six times in all, of whatever it knows nothing yet', async () => {
    origin = await startOrigin();
    origin.route('/*', { status: 500, json: {} });
    const told = await askAll(30);
    assert.deepEqual([...new Set(told)], ['bad-answer']);
    assert.equal(origin.requests.length, 6);
    await askAll(30, '/others/');
    assert.equal(origin.requests.length, 6, 'later');
  });

  it('gives all of them, six at a time', async () => {
    origin = await startOrigin();
    let most = 0;
    let now = 0;
    origin.route('/*', async ({ path }) => {
      most = Math.max(most, ++now);
      await new Promise(setImmediate);
      now--;
      return { json: path };
    });
    assert.deepEqual(
      await askAll(30),
      numbers(30).map((number) => `/things/${number}`),
    );
    assert.ok(most <= 6, `${most} at once`);
  });

  it('gives them though one of them failed', async () => {
    origin = await startOrigin();
    origin.route('/*', { json: 'good' });
    origin.route('/things/0', { status: 404, body: 'no' });
    assert.deepEqual(await askAll(12), ['not-found', ...numbers(11).map(() => 'good')]);
  });

  it('is not asked for what fails because of what does not', async () => {
    origin = await startOrigin();
    origin.route('/articles/*', { json: 'good' });
    origin.route(/^\/comments/, { status: 500, json: {} });
    for (const number of numbers(10)) {
      assert.equal(await ask(`/articles/${number}`), 'good');
      await ask(`/comments?post=${number}`, { background: true });
    }
    assert.equal(origin.requests.filter(({ path }) => path === '/comments').length, 6);
  });

  it('is asked once for each time that a reader wants it, however often it failed', async () => {
    origin = await startOrigin();
    origin.route('/*', { status: 500, json: {} });
    await askAll(8);
    assert.equal(origin.requests.length, 6);
    await ask('/things/1', { fresh: true });
    assert.equal(origin.requests.length, 7);
    origin.route('/*', { json: 'healed' });
    assert.equal(await ask('/things/1', { fresh: true }), 'healed');
    assert.equal(await ask('/things/2'), 'healed');
  });

  it('says that others are not there, to who only looks: that is no failure', async () => {
    origin = await startOrigin();
    origin.route('/*', { body: '<p>A page', status: 200 });
    origin.route('/no/*', { body: '<p>No', status: 404 });
    origin.route('/good', { json: 'good' });
    await askAll(8, '/no/', { probe: true });
    await askAll(8, '/page/', { probe: true });
    assert.equal(origin.requests.length, 16);
    assert.equal(await ask('/good'), 'good');
  });

  it('has lost a file that was said to be there: that is a failure', async () => {
    origin = await startOrigin();
    const read = (number: number) => requestDocument(`${origin.url}/feeds/${number}`);
    await Promise.allSettled(numbers(12).map(read));
    assert.equal(origin.requests.length, 6);
  });

  it('fails those who only look, too: six times', async () => {
    origin = await startOrigin();
    origin.route('/*', { status: 503, body: 'busy' });
    await askAll(8, '/things/', { probe: true, background: true });
    assert.equal(origin.requests.length, 6);
  });

  it('answers something else: that is a failure, too', async () => {
    origin = await startOrigin();
    origin.route('/*', { json: { of: 'another request' } });
    const told = await askAll(30, '/things/', { fits: Array.isArray });
    assert.deepEqual([...new Set(told)], ['bad-answer']);
    assert.equal(origin.requests.length, 6);
  });
});

describe('Requests that had to wait for others', () => {
  /** What is still there when all garbage has been collected. */
  const promises = () => v8.queryObjects(Promise, { format: 'count' });

  it('leave nothing behind', async () => {
    origin = await startOrigin();
    origin.route('/*', { json: 'good' });
    // A page remembers so many answers.
    await askAll(60, '/first/');
    const before = promises();
    await askAll(120);
    assert.ok(promises() < before + 60, `${before} promises, then ${promises()}`);
  });
});

describe('An answer', () => {
  it('of more JSON than a page could bear is refused, asked for once, and says how much would do', async () => {
    origin = await startOrigin();
    const headers = { 'content-type': 'application/json' };
    origin.route('/much', { body: `["${'x'.repeat(1e7)}"]`, headers });
    origin.route('/enough', { body: `["${'x'.repeat(1e7 - 4)}"]`, headers });
    await assert.rejects(request(`${origin.url}/much`), {
      code: 'bad-answer',
      message: /more than 10 MB of JSON/,
    });
    assert.equal(origin.requests.length, 1);
    await request(`${origin.url}/enough`);
  });
});

describe('An answer in which its server has written around the JSON', () => {
  const things = JSON.stringify([{ id: 1, text: '<!-- more --> {"' }]);
  const hasId = (data: unknown) => (data as { id?: number }[])[0]?.id;
  const read = async (body: string, type = 'application/json; charset=UTF-8') => {
    origin = await startOrigin();
    origin.route('/things', { body, headers: { 'content-type': type } });
    const told = await ask('/things', { fits: hasId });
    return [told, origin.requests.length];
  };
  const forms = {
    'warnings before it': `<br />\n<b>Deprecated</b>: x[] in <b>/x.php</b> on line <b>3</b><br />\n${things}`,
    'comments behind it': `${things}\n<!-- Page generated in 0.3 s [1] -->\n<!-- Cached -->\n`,
    'marks of byte order before it': `\n\ufeff\ufeff${things}`,
  };
  for (const [what, body] of Object.entries(forms))
    it(`is read for all that, and asked for once: ${what}`, async () => {
      assert.deepEqual(await read(body), [JSON.parse(things), 1]);
    });

  it('is none where it is a page with JSON in it, is cut off, or is another', async () => {
    assert.equal((await read(`<script>${things}`, 'text/html'))[0], 'bad-answer');
    await origin.close();
    assert.equal((await read(`notice ${things.slice(0, -9)}`))[0], 'bad-answer');
    await origin.close();
    assert.equal((await read('notice [{"code": 1}]'))[0], 'bad-answer');
  });
});

describe('An answer that comes slowly', () => {
  /** A server that has begun to answer, as far as the client knows; `finish` sends the rest. */
  async function begun(t: TestContext, options?: RequestOptions) {
    let finish!: () => void;
    const server = createServer((_request, response) => {
      response.write('["slow');
      finish = () => response.end('"]');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    t.after(() => {
      server.closeAllConnections();
      server.close();
    });
    const { port } = server.address() as AddressInfo;
    let known!: () => void;
    const headers = new Promise<void>((resolve) => (known = resolve));
    const answer = request(`http://127.0.0.1:${port}/`, {
      ...options,
      read: (response) => {
        known();
        return response.json();
      },
    }).then(
      ({ data }) => data,
      ({ code, message }: NewsrackError) => [code, message],
    );
    await headers;
    // Its headers are known to whoever waits for them.
    await new Promise(setImmediate);
    return { answer, finish };
  }

  it('is waited for beyond ten seconds once it has begun, but not for ever', async (t) => {
    t.mock.timers.enable({ apis: ['setTimeout'] });
    const [steady, silent, impatient] = await Promise.all([
      begun(t),
      begun(t),
      begun(t, { timeout: 1000 }),
    ]);
    t.mock.timers.tick(2000);
    assert.equal(((await impatient.answer) as string[])[0], 'timeout');
    t.mock.timers.tick(13_000);
    steady.finish();
    assert.deepEqual(await steady.answer, ['slow']);
    t.mock.timers.tick(5000);
    const [code, message] = (await silent.answer) as string[];
    assert.equal(code, 'timeout');
    assert.match(message!, /did not finish/);
  });
});

describe('The clock', () => {
  it('is there though a page calls something else “performance”', async () => {
    origin = await startOrigin();
    origin.route('/*', { status: 500, json: {} });
    const original = Object.getOwnPropertyDescriptor(globalThis, 'performance')!;
    Object.defineProperty(globalThis, 'performance', { configurable: true, value: { a: 1 } });
    try {
      assert.equal(await ask('/a', { background: true }), 'bad-answer');
    } finally {
      Object.defineProperty(globalThis, 'performance', original);
    }
  });

  it('that is set back by years keeps no answer for years', async (t) => {
    origin = await startOrigin();
    origin.route('/*', { json: 1 }, { json: 2 });
    assert.equal(await ask('/a'), 1);
    assert.equal(await ask('/a'), 1);
    t.mock.timers.enable({ apis: ['Date'], now: 0 });
    assert.equal(await ask('/a'), 2);
  });

  it('that is set on by years does not end the hour in which nobody asks', async (t) => {
    origin = await startOrigin();
    origin.route('/*', { status: 500, json: {} });
    await askAll(8);
    t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 1e11 });
    await askAll(8);
    assert.equal(origin.requests.length, 6);
  });
});
