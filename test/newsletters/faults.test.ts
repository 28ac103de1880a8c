import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { NewsrackError } from '../../src/model/error.js';
import type { Provider } from '../../src/newsletters/newsletter.js';
import { senders } from '../../src/newsletters/senders.js';
import { startOrigin, type Answer, type Origin } from '../origin.js';
import { ghostAnswers } from './ghost-exchanges.js';

/** Where each provider's form goes, and the path that takes the address. */
const places: [provider: Provider, action: string, path: string][] = [
  ['json', '/join', '/join'],
  ['ghost', '/', '/members/api/send-magic-link/'],
  ['listmonk', '/', '/api/public/subscription'],
  ['kit', '/forms/123/subscriptions', '/forms/123/subscriptions'],
];

const page: Answer = { body: '<!doctype html><title>Welcome</title><p>Hello' };
const text = (body: string): Answer => ({
  body,
  headers: { 'content-type': 'application/json' },
});

const faults: Record<string, Answer> = {
  'stalls for ever': { silent: true },
  'is reset before it answers': { reset: 'before' },
  'is reset in the middle of the body': { json: { status: 'success' }, reset: 'midway' },
  'lets no other site read it': { status: 403, body: 'Forbidden', cors: false },
  'answers 404': { ...page, status: 404 },
  'answers 429': { status: 429, body: '' },
  'answers 500': { ...page, status: 500 },
  'answers 502 in JSON': { status: 502, json: { status: 'success', data: true } },
  'answers 503': { status: 503, body: '' },
  'answers a page': page,
};
/** What an endpoint of one's own may say when all went well; the others have a word for it. */
const words: Record<string, Answer> = {
  'cuts its answer off': text('{"status":"succ'),
  'answers 100,000 levels deep': text('['.repeat(100_000) + ']'.repeat(100_000)),
  ...Object.fromEntries(
    [
      'null',
      '1',
      '[]',
      '{}',
      '[null,1,"a",[],{}]',
      '{"data":{}}',
      '{"data":null}',
      '{"status":["success"]}',
      '{"status":{"success":true}}',
      '{"__proto__":{"status":"success","data":true}}',
    ].map((body) => [`answers ${body}`, text(body)]),
  ),
};

describe('A newsletter’s back end that', () => {
  let origin: Origin;
  before(async () => {
    origin = await startOrigin();
    origin.route(/integrity-token/, ghostAnswers.token);
  });
  after(() => origin.close());

  async function outcome([provider, action, path]: (typeof places)[number], answer: Answer) {
    origin.route(path, answer);
    const newsletter = { provider, action: origin.url + action, list: ['weekly'], tags: [] };
    const reader = { email: 'subscriber@readers.example', page: 'https://partner.example/' };
    try {
      return (await senders[provider]!(newsletter, reader)).status;
    } catch (error) {
      assert.ok(error instanceof NewsrackError, `${provider}: ${String(error)}`);
      assert.ok(!error.message.includes(reader.email), `${provider}: ${error.message}`);
      return 'failed';
    }
  }

  const success = ['subscribed', 'confirm', 'already'];
  const never = (places: [Provider, string, string][], fault: string, answer: Answer) =>
    it(`${fault}: nobody is told that it worked`, async () => {
      const outcomes = await Promise.all(places.map((place) => outcome(place, answer)));
      const lies = outcomes.flatMap((status, place) =>
        success.includes(status) ? `${places[place]![0]}: ${status}` : [],
      );
      assert.deepEqual(lies, []);
    });
  for (const [fault, answer] of Object.entries(faults)) void never(places, fault, answer);
  for (const [fault, answer] of Object.entries(words)) void never(places.slice(1), fault, answer);
});
