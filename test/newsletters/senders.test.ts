import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Newsletter, Provider, Reader } from '../../src/newsletters/newsletter.js';
import { senders } from '../../src/newsletters/senders.js';
import { startOrigin, type Answer, type Origin } from '../origin.js';
import { ghostAnswers, ghostRequest } from './ghost-exchanges.js';

let origin: Origin;
beforeEach(async () => {
  origin = await startOrigin();
});
afterEach(() => origin.close());

const email = 'subscriber@readers.example';
const page = 'https://partner.example/news?id=1';

const send = (
  provider: Provider,
  path: string,
  more: Partial<Newsletter> = {},
  reader: Partial<Reader> = {},
) =>
  senders[provider]!(
    { provider, action: origin.url + path, list: [], tags: [], ...more },
    { email, page, ...reader },
  );

const sent = (index = -1) => origin.requests.at(index)!;
const sentJson = () => JSON.parse(sent().body) as unknown;

const page404: Answer = { status: 404, body: '<!doctype html><h1>Not here</h1>' };
const captcha: Answer = { body: '\n<html><body>Are you a robot?</body></html>' };

describe('A JSON endpoint', () => {
  const json = (answer: Answer, more?: Partial<Newsletter>, reader?: Partial<Reader>) => {
    origin.route('/join', answer);
    return send('json', '/join', more, reader);
  };

  it('gets what the reader typed and ticked, and nothing that is not there', async () => {
    await json({ json: {} });
    assert.deepEqual(sentJson(), { email, page });
    assert.equal(sent().headers['content-type'], 'application/json');
    assert.equal(sent().headers.cookie, undefined);
    await json(
      { json: {} },
      { list: ['weekly', 'daily'], tags: ['partner'] },
      { name: 'Sub Scriber', consent: true, more: { token: '0x1' } },
    );
    assert.deepEqual(sentJson(), {
      email,
      page,
      name: 'Sub Scriber',
      list: 'weekly daily',
      tags: ['partner'],
      consent: true,
      token: '0x1',
    });
  });

  const outcomes: [what: string, answer: Answer, outcome: object][] = [
    ['its word', { json: { status: 'confirm' } }, { status: 'confirm' }],
    ['its word for a known address', { json: { status: 'already' } }, { status: 'already' }],
    ['a success without a word', { status: 204 }, { status: 'subscribed' }],
    ['a success in plain text', { body: 'OK' }, { status: 'subscribed' }],
    ['a success in one word', { body: 'Accepted' }, { status: 'subscribed' }],
    ['a success without errors', { json: { success: true, errors: {} } }, { status: 'subscribed' }],
    ['a success of an object that says nothing', { json: { id: 7 } }, { status: 'subscribed' }],
    ['a success of PHP’s empty object', { body: '[]' }, { status: 'subscribed' }],
    [
      'a success that lists no errors',
      { json: { success: true, error: false, errors: [] } },
      { status: 'subscribed' },
    ],
    ['a conflict', { status: 409, json: {} }, { status: 'already' }],
    ['a conflict without a body', { status: 409 }, { status: 'already' }],
    [
      'a conflict that says why',
      { status: 409, json: { message: 'This address is already on the list.' } },
      { status: 'already' },
    ],
    [
      'a refused address',
      { status: 400, json: { code: 'invalid_email', message: 'No.' } },
      { status: 'refused' },
    ],
    ['too many tries', { status: 429, json: {} }, { status: 'wait', minutes: undefined }],
    [
      'too many tries, and when to come back',
      { status: 429, json: {}, headers: { 'retry-after': '90' } },
      { status: 'wait', minutes: 2 },
    ],
  ];
  for (const [what, answer, outcome] of outcomes)
    it(`is understood: ${what}`, async () => {
      assert.deepEqual(await json(answer), outcome);
    });

  for (const [what, answer] of [
    ['a captcha', captcha],
    ['an error page', page404],
  ] as const)
    it(`answers with ${what} for people: its site is where they go on`, async () => {
      assert.deepEqual(await json(answer), { status: 'page', url: `${origin.url}/` });
    });

  const failures: [what: string, answer: Answer, error: object][] = [
    ['a word that is not known', { json: { status: 'error' } }, { code: 'bad-answer' }],
    ['JSON that was cut short', { body: '{"status":"conf' }, { code: 'bad-answer' }],
    ['a text that tells of trouble', { body: 'Error: database is down' }, { code: 'bad-answer' }],
    [
      'what WordPress’ wp_send_json_error says',
      { json: { success: false, data: 'Invalid nonce' } },
      { code: 'bad-answer' },
    ],
    ['ok: false', { json: { ok: false } }, { code: 'bad-answer' }],
    ['ok: false as text', { json: { ok: 'false' } }, { code: 'bad-answer' }],
    ['success: 0', { json: { success: 0 } }, { code: 'bad-answer' }],
    ['an ok with a but', { body: 'ok, нет' }, { code: 'bad-answer' }],
    [
      'a conflict in letters that are not Latin',
      { status: 409, body: 'Список закрыт' },
      { code: 'bad-answer' },
    ],
    [
      'a conflict over a list that exists no longer',
      { status: 409, json: { error: 'The list no longer exists' } },
      { code: 'bad-answer' },
    ],
    ['an error in an object', { json: { error: 'invalid token' } }, { code: 'bad-answer' }],
    ['errors in an object', { json: { errors: ['x'] } }, { code: 'bad-answer' }],
    ['a zero', { json: 0 }, { code: 'bad-answer' }],
    ['a “false”', { json: false }, { code: 'bad-answer' }],
    ['a list of something', { json: ['x'] }, { code: 'bad-answer' }],
    [
      'a conflict of another kind',
      { status: 409, json: { code: 'conflict', message: 'locked' } },
      { code: 'bad-answer' },
    ],
    ['a refusal of another kind', { status: 400, json: { code: 'x' } }, { code: 'bad-answer' }],
    [
      'a refusal of another kind that repeats the address',
      { status: 400, json: { message: 'Captcha failed', for: 'ana@gmail.com' } },
      { code: 'bad-answer' },
    ],
    ['no leave', { status: 403, json: { message: 'E-mail off' } }, { code: 'forbidden' }],
    ['nothing there', { status: 404, json: {} }, { code: 'not-found' }],
    ['a server in trouble', { status: 500, json: {} }, { code: 'bad-answer', retryable: true }],
    ['an answer cut short', { json: {}, reset: 'midway' }, { code: 'network' }],
    ['no answer', { reset: 'before' }, { code: 'network' }],
  ];
  for (const [what, answer, error] of failures)
    it(`is no success: ${what}`, async () => {
      await assert.rejects(json(answer), error);
      assert.equal(origin.requests.length, 1);
    });

  it('is never quoted, since it may repeat the address', async () => {
    await assert.rejects(json({ status: 400, json: { message: `${email}?` } }), (error: Error) => {
      return !`${error.message} ${String(error.cause)}`.includes(email);
    });
  });
});

describe('Ghost', () => {
  const ghost = (answer: Answer, token: Answer = ghostAnswers.token, path = '/') => {
    origin.route(/integrity-token/, token);
    origin.route(/send-magic-link/, answer);
    return send('ghost', path, { tags: ['partner'] }, { name: 'Sub Scriber' });
  };

  it('gets a token, and what was recorded; a mail follows', async () => {
    assert.deepEqual(await ghost(ghostAnswers.created), { status: 'confirm' });
    assert.deepEqual(
      origin.requests.map(({ method, url }) => `${method} ${url}`),
      ['GET /members/api/integrity-token/', 'POST /members/api/send-magic-link/'],
    );
    assert.deepEqual(sentJson(), ghostRequest);
    assert.equal(sent(0).headers['content-type'], undefined, 'no preflight for the token');
  });

  for (const [path, site] of [
    ['', ''],
    ['/blog', '/blog'],
    ['/blog/#/portal/signup', '/blog'],
    ['/members/api/send-magic-link/', ''],
  ] as const)
    it(`is found by “${path}”`, async () => {
      await ghost(ghostAnswers.created, ghostAnswers.token, path);
      assert.equal(sent().path, `${site}/members/api/send-magic-link/`);
    });

  it('of before the token gets none', async () => {
    assert.deepEqual(await ghost(ghostAnswers.created, page404), { status: 'confirm' });
    assert.equal('integrityToken' in (sentJson() as object), false);
  });

  it('says what it does not take, and when to come back', async () => {
    assert.deepEqual(await ghost(ghostAnswers.badAddress), { status: 'refused' });
    assert.deepEqual(await ghost(ghostAnswers.tooMany), { status: 'wait', minutes: 10 });
    await assert.rejects(ghost(ghostAnswers.wrongToken), { code: 'bad-answer' });
    assert.deepEqual(await ghost(captcha), {
      status: 'page',
      url: `${origin.url}/#/portal/signup`,
    });
  });
});

describe('listmonk', () => {
  const listmonk = (answer: Answer, path = '') => {
    origin.route(/public\/subscription/, answer);
    return send('listmonk', path, { list: ['uuid-1', 'uuid-2'] }, { name: 'Sub' });
  };

  for (const path of ['', '/', '/subscription/form', '/api/public/subscription', '/?x=1'])
    it(`gets the lists, its root found by “${path}”`, async () => {
      await listmonk({ json: { data: { has_optin: true } } }, path);
      assert.equal(sent().url, '/api/public/subscription');
      assert.deepEqual(sentJson(), { email, name: 'Sub', list_uuids: ['uuid-1', 'uuid-2'] });
    });

  it('says whether there is something to confirm', async () => {
    assert.deepEqual(await listmonk({ json: { data: { has_optin: true } } }), {
      status: 'confirm',
    });
    assert.deepEqual(await listmonk({ json: { data: { has_optin: false } } }), {
      status: 'subscribed',
    });
    assert.deepEqual(await listmonk({ json: { data: true } }), { status: 'subscribed' });
  });

  it('does not say that it worked', async () => {
    await assert.rejects(listmonk({ json: {} }), { code: 'bad-answer' });
    await assert.rejects(listmonk({ status: 400, json: { message: 'Invalid list' } }), {
      code: 'bad-answer',
    });
    assert.deepEqual(await listmonk({ status: 400, json: { message: 'Invalid email' } }), {
      status: 'refused',
    });
    assert.deepEqual(await listmonk(captcha), {
      status: 'page',
      url: `${origin.url}/subscription/form`,
    });
  });
});

describe('Kit', () => {
  const kit = (answer: Answer, path = '/forms/123/subscriptions') => {
    origin.route('/forms/123/subscriptions', answer);
    return send('kit', path, { tags: ['7', '8'] }, { name: 'Sub' });
  };

  for (const path of ['/forms/123/subscriptions', '/forms/123', '/forms/123/'])
    it(`gets a form that needs no preflight, from “${path}”`, async () => {
      assert.deepEqual(await kit({ json: { status: 'success' } }, path), { status: 'confirm' });
      assert.equal(sent().path, '/forms/123/subscriptions');
      assert.match(sent().headers['content-type']!, /^application\/x-www-form-urlencoded/);
      assert.equal(sent().headers.accept, 'application/json');
      assert.deepEqual(
        [...new URLSearchParams(sent().body)],
        [
          ['email_address', email],
          ['fields[first_name]', 'Sub'],
          ['tags[]', '7'],
          ['tags[]', '8'],
        ],
      );
    });

  it('does not say that it worked', async () => {
    await assert.rejects(kit({ json: { status: 'failed' } }), { code: 'bad-answer' });
    assert.deepEqual(await kit({ json: { status: 'quarantined', url: 'https://app.kit.com/g' } }), {
      status: 'page',
      url: 'https://app.kit.com/g',
    });
    await assert.rejects(kit({ json: { status: 'quarantined', url: 'javascript:x' } }), {
      code: 'bad-answer',
    });
    assert.deepEqual(await kit(captcha), { status: 'page', url: `${origin.url}/forms/123` });
  });
});
