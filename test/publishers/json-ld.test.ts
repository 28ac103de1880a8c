import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { NewsrackError } from '../../src/model/error.js';
import { open } from '../../src/publishers/json-ld.js';
import { openPublisher } from '../../src/publishers/open.js';
import { html, startOrigin, type Origin } from '../origin.js';

let origin: Origin;
before(async () => {
  origin = await startOrigin();
});
after(() => origin.close());

let pages = 0;

/** A page at an address of its own. */
function serve(page: string | ((address: string) => string)) {
  const path = `/2024/page-${++pages}/`;
  const address = origin.url + path;
  origin.route(path, html(typeof page === 'string' ? page : page(address)));
  return address;
}
const script = (thing: unknown) =>
  `<script type="application/ld+json">${typeof thing === 'string' ? thing : JSON.stringify(thing)}</script>`;
const read = (url: string) => open({ url }).article({ url }, { body: true });
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error as NewsrackError).code,
  );

describe('A page with JSON-LD', () => {
  it('gives its article with all that it says', async () => {
    const url = serve(
      `<!doctype html><html lang="en"><title>x</title>${script({
        '@type': 'NewsArticle',
        headline: 'Rain &amp; wind',
        description: 'In  short.',
        articleBody: 'First <b>.\n\nSecond.',
        articleSection: ['Weather', 'Coast'],
        image: [
          { '@type': 'ImageObject', url: '/rain.jpg', width: '1200', height: { value: 800 } },
        ],
        author: [{ name: 'Ana Núñez', url: '/ana', jobTitle: 'Reporter' }, 'Ben'],
        datePublished: '2024-03-01T10:00:00+01:00',
        dateModified: '2024-03-02T10:00:00Z',
        inLanguage: 'en-GB',
        publisher: { '@type': 'Organization', name: 'The Daily', url: 'https://daily.example/' },
        isAccessibleForFree: 'False',
      })}`,
    );
    const ana = `${origin.url}/ana`;
    assert.deepEqual(plain(await read(url)), {
      id: url,
      url,
      headline: 'Rain & wind',
      excerpt: 'In short.',
      body: '<p>First &lt;b>.<p>Second.',
      image: { url: `${origin.url}/rain.jpg`, alt: '', width: 1200, height: 800 },
      kicker: 'Weather',
      tags: ['Weather'],
      authors: [
        { id: ana, name: 'Ana Núñez', url: ana, jobTitle: 'Reporter' },
        { id: 'Ben', name: 'Ben' },
      ],
      published: '2024-03-01T09:00:00Z',
      updated: '2024-03-02T10:00:00Z',
      language: 'en-GB',
      publisher: { name: 'The Daily', url: 'https://daily.example/' },
      access: 'members',
    });
  });

  const rain = { headline: 'Rain', author: 'Ana' };
  const forms: [what: string, page: (url: string) => string][] = [
    [
      'in a graph, whose parts name each other',
      (url) =>
        script({
          '@graph': [
            { '@type': 'WebPage', '@id': url },
            {
              '@type': ['Article', 'BlogPosting'],
              headline: 'Rain',
              mainEntityOfPage: { '@id': url },
              author: { '@id': '#ana' },
            },
            { '@type': 'Person', '@id': '#ana', name: 'Ana' },
          ],
        }),
    ],
    [
      'in a list',
      (url) => script([{ '@type': 'BreadcrumbList' }, { '@type': 'BlogPosting', ...rain, url }]),
    ],
    [
      'of a page',
      (url) =>
        script({
          '@type': 'WebPage',
          mainEntity: { '@type': 'ReportageNewsArticle', name: 'Rain', url, author: rain.author },
        }),
    ],
    [
      'beside others',
      (url) =>
        script({ '@type': 'Article', headline: 'Another', url: 'https://daily.example/another' }) +
        script({ '@type': 'http://schema.org/Article', ...rain, url: `${url}?utm_source=x` }),
    ],
    [
      'with line breaks in its texts, beside a broken one',
      (url) =>
        `${script('{"@type": ')}${script(`\n//<![CDATA[\n{"@type":"Article","headline":"Rain\n","url":"${url}","author":"Ana"}\n//]]>\n`)}`,
    ],
    [
      'at the address that the page says is its own',
      () =>
        `<link rel="canonical" href="https://daily.example/rain">${script({ '@type': 'Article', ...rain, url: 'https://daily.example/rain' })}`,
    ],
  ];
  for (const [what, page] of forms)
    it(`may have it ${what}`, async () => {
      const { headline, authors } = await read(serve(page));
      assert.deepEqual([headline, authors.map(({ name }) => name)], ['Rain', ['Ana']]);
    });

  it('that has only another article is not taken for its own', async () => {
    const url = serve(
      script({ '@type': 'Article', headline: 'A', url: 'https://daily.example/a' }),
    );
    assert.equal(await codeOf(read(url)), 'not-found');
  });

  it('is a source of the articles that it lists', async () => {
    const url = serve(
      script({
        '@type': 'ItemList',
        itemListElement: [1, 2, 3].map((n) => ({
          '@type': 'ListItem',
          item: { '@type': 'NewsArticle', headline: `Story ${n}`, url: `/${n}`, author: 'Ana' },
        })),
      }),
    );
    const publisher = open({ url });
    const { articles, next } = await publisher.articles({ limit: 2 });
    assert.deepEqual(
      articles.map(({ headline }) => headline),
      ['Story 1', 'Story 2'],
    );
    const rest = await publisher.articles({ limit: 2, cursor: next });
    assert.deepEqual([rest.articles[0]!.headline, rest.next], ['Story 3', undefined]);
    assert.equal((await publisher.author('Ana')).name, 'Ana');
  });

  it('has its body as readers may see it, also where that is markup', async () => {
    const bodies = [
      [
        '<p>One &amp; two.</p>\n<p><b>Three</b>.</p>',
        '<p>One &amp; two.</p>\n<p><b>Three</b>.</p>',
      ],
      ['It&#8217;s &quot;so&quot;.\nYes', '<p>It&#8217;s &quot;so&quot;.<p>Yes'],
      ['A <b>bold</b> claim.\nYes', '<p>A <b>bold</b> claim.<p>Yes'],
      ['1 < 2 & 3', '<p>1 &lt; 2 &amp; 3'],
    ];
    for (const [articleBody, body] of bodies)
      assert.equal(
        (await read(serve(script({ '@type': 'Article', ...rain, articleBody })))).body,
        body,
      );
  });

  it('names its authors in other ways, too', async () => {
    const people: object[] = [
      { author: { '@type': 'Person', name: ['Ana', 'Ben'] } },
      { creator: ['Ana', 'By Ben'] },
      { author: [{ name: 'By Ana' }, 'by Ben'] },
    ];
    for (const each of people) {
      const url = serve(script({ '@type': 'Article', headline: 'Rain', ...each }));
      const { authors } = await read(url);
      assert.deepEqual(
        authors.map(({ name }) => name),
        ['Ana', 'Ben'],
      );
    }
  });

  it('has the picture that Open Graph has for its page, and no other article has', async () => {
    const tag = '<meta property="og:image" content="/rain.jpg">';
    const url = serve((url) => tag + script({ '@type': 'Article', ...rain, url }));
    assert.equal((await read(url)).image?.url, `${origin.url}/rain.jpg`);
    const list = serve(tag + script({ '@type': 'Article', ...rain, url: '/other' }));
    assert.equal((await open({ url: list }).articles({ limit: 1 })).articles[0]!.image, undefined);
  });

  for (const [what, part] of Object.entries({
    tags: '<script <link <meta <html ',
    comments: '<!--',
    scripts: '<script>',
  }))
    it(`takes no longer than it is long: a megabyte of ${what} that nothing closes`, async () => {
      const page = script({ '@type': 'Article', ...rain }) + part.repeat(1e6 / part.length);
      const start = process.cpuUsage();
      assert.ok((await read(serve(page))).headline);
      const { user, system } = process.cpuUsage(start);
      assert.ok((user + system) / 1000 < 3000, `${(user + system) / 1000} ms`);
    });

  it('survives values of any shape', async () => {
    const fields =
      'description image author publisher datePublished articleSection inLanguage mainEntityOfPage articleBody @id itemListElement';
    for (const garbage of [null, 5, true, '', [], {}, [null], [[]], { name: {} }]) {
      const broken = Object.fromEntries(fields.split(' ').map((field) => [field, garbage]));
      const url = serve(script({ '@type': 'Article', headline: 'Rain', ...broken }));
      assert.equal((await read(url)).headline, 'Rain');
    }
  });
});

describe('A page with Open Graph', () => {
  it('gives its article', async () => {
    const url = serve(
      (
        url,
      ) => `<!doctype html><html lang="pt"><head><!-- <meta property="og:title" content="No"> -->
        <meta property="og:type" content="article"><meta content="Rain &amp; wind > sun" property='og:title'>
        <meta property="og:url" content="${url}"><meta name="description" content="Wet">
        <meta property="og:image" content="/r.jpg?a=1&amp;b=2"><meta property="og:image:width" content="1200">
        <meta property="og:site_name" content="The Daily"><meta property="og:locale" content="pt_BR">
        <meta property="article:published_time" content="2024-03-01T10:00:00Z"><meta name="author" content="Ana">`,
    );
    const { headline, excerpt, image, authors, published, language, publisher } = await read(url);
    assert.deepEqual(
      [headline, excerpt, published, language],
      ['Rain & wind > sun', 'Wet', '2024-03-01T10:00:00Z', 'pt-BR'],
    );
    assert.equal(image!.url, `${origin.url}/r.jpg?a=1&b=2`);
    assert.deepEqual([authors[0]!.name, publisher!.name], ['Ana', 'The Daily']);
  });

  it('that is no article’s, or says nothing, is an error', async () => {
    const home =
      '<meta property="og:type" content="website"><meta property="og:title" content="The Daily">';
    for (const page of [home, '<title>x</title>', ''])
      assert.equal(await codeOf(read(serve(page))), 'bad-answer');
  });
});

it('A page of an article is found out to be one', async () => {
  const url = serve((url) =>
    script({ '@context': 'https://schema.org', '@type': 'NewsArticle', headline: 'Rain', url }),
  );
  const publisher = await openPublisher({ url });
  assert.equal((await publisher.article({ url })).headline, 'Rain');
});
