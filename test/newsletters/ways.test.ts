import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Newsletter, SentByBrowser } from '../../src/newsletters/newsletter.js';
import { providerOf } from '../../src/newsletters/provider.js';
import { providers, wayOf } from '../../src/newsletters/ways.js';

const way = (newsletter: Partial<Newsletter> & Pick<Newsletter, 'provider' | 'action'>) =>
  wayOf({ list: [], tags: [], ...newsletter });

describe('The provider', () => {
  const known: [action: string, provider: string][] = [
    ['https://acme.us1.list-manage.com/subscribe/post?u=1&id=2', 'mailchimp'],
    ['https://buttondown.com/api/emails/embed-subscribe/acme', 'buttondown'],
    ['https://buttondown.email/acme', 'buttondown'],
    ['https://app.kit.com/forms/1/subscriptions', 'kit'],
    ['https://app.convertkit.com/forms/1/subscriptions', 'kit'],
    ['https://embeds.beehiiv.com/1-2-3', 'beehiiv'],
    ['https://acme.substack.com/', 'substack'],
    ['https://acme.ghost.io/', 'ghost'],
    ['https://publisher.example/wp-json/newsrack/v1/newsletter', 'json'],
    ['https://notkit.com/forms', 'json'],
    ['https://kit.com.evil.example/', 'json'],
    ['https://publisher.example/list-manage.com', 'json'],
  ];
  for (const [action, provider] of known)
    it(`of ${action} is ${provider}`, () => {
      assert.equal(providerOf(action), provider);
    });

  it('may be any of nine', () => {
    assert.deepEqual([...providers].sort(), [
      'beehiiv',
      'buttondown',
      'form',
      'ghost',
      'json',
      'kit',
      'listmonk',
      'mailchimp',
      'substack',
    ]);
  });
});

describe('A form that the browser posts', () => {
  it('of Mailchimp has its query, its empty field, and its tags in one', () => {
    const action = 'https://acme.us1.list-manage.com/subscribe/post?u=aa&id=bb&f_id=cc';
    const form: SentByBrowser = {
      kind: 'browser',
      action,
      email: 'EMAIL',
      name: 'FNAME',
      consent: 'CONSENT',
      trap: 'b_aa_bb',
      hidden: [['tags', '11,12']],
    };
    assert.deepEqual(way({ provider: 'mailchimp', action, tags: ['11', '12'] }), form);
    for (const other of ['/subscribe?', '/subscribe/post-json?', '/subscribe/?'])
      assert.deepEqual(
        way({ provider: 'mailchimp', action: action.replace('/subscribe/post?', other) }),
        { ...form, hidden: [] },
      );
  });

  it('of Buttondown says that it is embedded, and has a field for each tag', () => {
    for (const path of ['api/emails/embed-subscribe/acme', 'acme', 'acme/'])
      assert.deepEqual(
        way({ provider: 'buttondown', action: `https://buttondown.com/${path}`, tags: ['a', 'b'] }),
        {
          kind: 'browser',
          action: 'https://buttondown.com/api/emails/embed-subscribe/acme',
          email: 'email',
          name: 'metadata__name',
          consent: 'metadata__consent',
          hidden: [
            ['embed', '1'],
            ['tag', 'a'],
            ['tag', 'b'],
          ],
        },
      );
  });

  it('of anybody has plain names', () => {
    const action = 'https://publisher.example/join?from=here';
    assert.deepEqual(way({ provider: 'form', action, list: ['1', '2'], tags: ['a'] }), {
      kind: 'browser',
      action,
      email: 'email',
      name: 'name',
      consent: 'consent',
      hidden: [
        ['list', '1'],
        ['list', '2'],
        ['tag', 'a'],
      ],
    });
  });
});

describe('A page that is framed', () => {
  it('is beehiiv’s own, and Substack’s for any address of the publication', () => {
    assert.deepEqual(way({ provider: 'beehiiv', action: 'https://embeds.beehiiv.com/1-2-3' }), {
      kind: 'frame',
      url: 'https://embeds.beehiiv.com/1-2-3',
    });
    for (const path of ['', 'embed', 'p/a-letter?utm=1'])
      assert.deepEqual(way({ provider: 'substack', action: `https://acme.substack.com/${path}` }), {
        kind: 'frame',
        url: 'https://acme.substack.com/embed',
      });
  });
});
