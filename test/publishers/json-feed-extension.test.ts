import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Article } from '../../src/model/article.js';
import { extended, noteOf } from '../../src/publishers/feed/json-feed-extension.js';

const article: Article = {
  id: '1',
  url: 'https://publisher.example/1',
  headline: 'One',
  excerpt: 'Guessed from the body',
  body: 'Text',
  kicker: 'First tag',
  image: { url: 'https://publisher.example/1.jpg', alt: '' },
  authors: [{ name: 'Ana' }, { name: 'Tom', url: 'https://publisher.example/tom' }],
  publisher: { name: 'The feed', url: 'https://publisher.example/' },
};

describe('What a snapshot adds to a JSON Feed', () => {
  it('is nothing in a feed of somebody else', () => {
    assert.equal(extended(article, {}), article);
    assert.equal(extended(article, null), article);
  });

  it('takes the place of what was guessed', () => {
    const { excerpt, body, kicker, publisher } = extended(article, { _newsrack: {} });
    assert.deepEqual([excerpt, body, kicker, publisher], new Array(4).fill(undefined));
  });

  it('belongs to the authors in their order', () => {
    const authors = [{ id: '7', jobTitle: 'Editor' }, { bio: '<b>Writes</b>' }];
    const [ana, tom] = extended(article, { _newsrack: { authors } }).authors;
    assert.deepEqual([ana!.name, ana!.id, ana!.jobTitle], ['Ana', '7', 'Editor']);
    assert.deepEqual(
      [tom!.name, tom!.url, tom!.bio],
      ['Tom', article.authors[1]!.url, authors[1]!.bio],
    );
  });

  it('is used as far as it has its shape', () => {
    const odd = { toString: null };
    for (const value of [
      null,
      0,
      7,
      'text',
      [],
      [null],
      [[]],
      odd,
      [odd],
      { url: odd, name: odd },
    ]) {
      const own = {
        kicker: value,
        publisher: value,
        access: value,
        commentsOpen: value,
        image: { alt: value, width: value, height: value, caption: value, sources: value },
        authors: [{ id: value, jobTitle: value, bio: value, links: value, image: value }],
      };
      for (const _newsrack of [own, { ...own, image: value, authors: value }]) {
        const { kicker, publisher, access, image, authors } = extended(article, { _newsrack });
        assert.match(typeof kicker, /^(string|undefined)$/);
        assert.match(typeof image!.alt, /^string$/);
        assert.match(typeof image!.width, /^(number|undefined)$/);
        assert.equal(publisher, undefined);
        assert.equal(access, undefined);
        assert.deepEqual(image!.sources ?? [], []);
        assert.deepEqual(
          authors.map(({ name }) => name),
          ['Ana', 'Tom'],
        );
        for (const { bio, links } of authors) {
          assert.match(typeof bio, /^(string|undefined)$/);
          assert.deepEqual(links ?? [], []);
        }
      }
    }
  });

  it('tells when it was made once it is older than it may be', () => {
    const made = '2026-11-24T12:00:00.000Z';
    const later = (seconds: number) => Date.parse(made) + seconds * 1000;
    const feed = { _newsrack: { made, maxAge: 60 } };
    assert.equal(noteOf(feed, later(59)), undefined);
    const note = noteOf(feed, later(61))!;
    for (const [language, words] of [
      ['en', /^Last updated: Nov 2\d, 2026, /],
      ['es', /^Última actualización: 2\d nov 2026, /],
      ['pt', /^Última atualização: 2\d de nov\. de 2026, /],
    ] as const)
      assert.match(note[language]!, words);
    assert.equal(noteOf({ _newsrack: { made } }, later(1e6)), undefined);
    for (const odd of [null, {}, { _newsrack: { made: 'once', maxAge: 1 } }, { _newsrack: 1 }])
      assert.equal(noteOf(odd, later(1e6)), undefined);
  });
});
