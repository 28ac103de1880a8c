import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'node:test';
import { requestDocument } from '../../src/net/document.js';
import { startOrigin, type Origin } from '../origin.js';

let origin: Origin | undefined;
afterEach(() => origin?.close());

async function textOf(body: Uint8Array, type = 'application/xml') {
  origin = await startOrigin();
  origin.route('/feed', { body, headers: { 'content-type': type } });
  return (await requestDocument(`${origin.url}/feed`)).text;
}

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(
    parts.map((part) =>
      typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part),
    ),
  );
const wide = (text: string, swap = false) => {
  const buffer = Buffer.from(text, 'utf16le');
  return swap ? buffer.swap16() : buffer;
};

describe('A document is read', () => {
  const cases: [how: string, body: Uint8Array, type: string, text: RegExp][] = [
    ['as UTF-8', Buffer.from('<a>é…</a>'), 'text/xml', /é…/],
    [
      'as UTF-8, whatever its server says',
      Buffer.from('<a>é</a>'),
      'text/xml; charset=latin1',
      />é</,
    ],
    [
      'as UTF-8, whatever its first line says',
      Buffer.from('<?xml version="1.0" encoding="iso-8859-1"?><a>é</a>'),
      'text/xml',
      />é</,
    ],
    [
      'as its first line says',
      bytes('<?xml version="1.0" encoding="windows-1251"?><a>', [0xe9], '</a>'),
      'text/xml; charset=utf-8',
      />й</,
    ],
    ['as its server says', bytes('<a>', [0xe9], '</a>'), 'text/xml; charset="ISO-8859-1"', />é</],
    [
      'as the page itself says',
      bytes('<!doctype html><html><head><meta charset="windows-1251"><p>', [0xe9], '</p>'),
      'text/html',
      />й</,
    ],
    [
      'as an old page itself says',
      bytes(
        '<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"><p>',
        [0xe9],
        '</p>',
      ),
      'text/html',
      />é</,
    ],
    ['with what is no character', bytes('<a>', [0xe9], 'x</a>'), 'text/xml', />\ufffdx</],
    [
      'though nobody knows its encoding',
      bytes('<a>', [0xe9], '</a>'),
      'a/b; charset=x-yz',
      />\ufffd</,
    ],
    ['after a mark of UTF-8', bytes([0xef, 0xbb, 0xbf], '<a/>'), 'text/xml', /^<a/],
    ['after a mark of UTF-16', bytes([0xff, 0xfe], [...wide('<a>é')]), 'text/xml', /^<a>é/],
    ['as UTF-16 without a mark', wide('<a>é', true), 'text/xml', /^<a>é/],
    [
      'as Japanese in seven bits',
      bytes('<?xml version="1.0" encoding="ISO-2022-JP"?><a>', [27], '$B$"', [27], '(B</a>'),
      'text/xml',
      />あ</,
    ],
  ];
  for (const [how, body, type, text] of cases)
    it(how, async () => {
      assert.match(await textOf(body, type), text);
    });

  it('from where it was found in the end', async () => {
    origin = await startOrigin();
    origin.route('/feed', { status: 301, headers: { location: '/news/feed.xml' } });
    origin.route('/news/feed.xml', { body: '<rss/>' });
    const { url } = await requestDocument(`${origin.url}/feed`);
    assert.equal(url, `${origin.url}/news/feed.xml`);
  });

  it('once for all who ask within a minute', async () => {
    origin = await startOrigin();
    origin.route('/feed', { body: 'x' });
    const url = `${origin.url}/feed`;
    const [one, two] = await Promise.all([requestDocument(url), requestDocument(url)]);
    assert.equal(one, two);
    assert.equal(await requestDocument(url), one);
    assert.equal(origin.requests.length, 1);
  });
});
