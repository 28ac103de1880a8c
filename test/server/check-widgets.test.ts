import assert from 'node:assert/strict';
import { it } from 'node:test';
import type { Findings } from '../../src/server/check/finding.js';
import type { KnownAttribute, KnownElements } from '../../src/server/check/known-elements.js';
import { readPage } from '../../src/server/check/page.js';
import { widgetsOf } from '../../src/server/check/widgets.js';

const known: KnownElements = new Map([
  ['nr-headlines', new Map([['source', { name: 'source', isOpen: false }]])],
]);

function problemsOf(page: string, source: string) {
  const findings: Findings = { found: [], needs: [] };
  const html = `<nr-headlines source="${source}"></nr-headlines>`;
  const widgets = widgetsOf(readPage(html, page), known, {}, findings);
  return {
    source: widgets[0]!.source?.url,
    found: findings.found.map(({ code, paste }) => ({ code, paste })),
  };
}

it('An address without https is a problem on a page that has it, but for the reader’s own machine', () => {
  const { found } = problemsOf('https://partner.example/', 'http://publisher.example/');
  assert.deepEqual(found, [
    { code: 'mixed-content', paste: 'source="https://publisher.example/"' },
  ]);
  assert.deepEqual(problemsOf('https://partner.example/', 'http://127.0.0.1:8081').found, []);
  assert.deepEqual(problemsOf('http://partner.example/', 'http://publisher.example').found, []);
});

it('An address without a scheme is taken for a page’s own file only where it looks like one', () => {
  const page = 'https://partner.example/a/';
  assert.equal(problemsOf(page, 'news.json').source, 'https://partner.example/a/news.json');
  assert.deepEqual(problemsOf(page, 'news.json').found, []);
  for (const source of ['publisher.example', 'www.publisher.example/feed.xml', 'a.example:8080/b'])
    assert.deepEqual(
      [problemsOf(page, source).source, problemsOf(page, source).found.length],
      [undefined, 1],
    );
});

it('A widget that it knows from the manifest alone is said nothing wrong of, and read if it has a source', () => {
  const elements: KnownElements = new Map([
    ['nr-press-review', known.get('nr-headlines')!],
    ['nr-weather', new Map<string, KnownAttribute>()],
  ]);
  const findings: Findings = { found: [], needs: [] };
  const html = `<nr-press-review source="https://publisher.example/"></nr-press-review><nr-weather></nr-weather>`;
  const widgets = widgetsOf(readPage(html, 'https://partner.example/'), elements, {}, findings);
  assert.deepEqual(findings.found, []);
  assert.deepEqual(
    widgets.map(({ source }) => source?.url),
    ['https://publisher.example/', undefined],
  );
});

it('A widget whose script stands in the head is told to be seen by nobody', () => {
  const findings: Findings = { found: [], needs: [] };
  const script = (line: string) =>
    `<script async src="/newsrack.js" data-nr="headlines" data-nr-source="https://${line}.example/"></script>`;
  const html = `<!doctype html>\n<head>\n${script('head')}\n</head>\n<body>\n${script('body')}\n</body>`;
  widgetsOf(readPage(html, 'https://partner.example/'), known, {}, findings);
  const [finding, ...others] = findings.found;
  assert.deepEqual(others, []);
  assert.equal(finding!.line, 3);
  assert.match(finding!.message, /head, where nothing is shown/);
});

const attribute = (name: string, words?: string[]): [string, KnownAttribute] => [
  name,
  { name, words, isOpen: false },
];

function boxOf(attributes: string, defaults = {}) {
  const names = ['source', 'src', 'article-id', 'store', 'store-url', 'site-id'];
  const elements = new Map([['nr-comment-box', new Map(names.map((name) => attribute(name)))]]);
  const findings: Findings = { found: [], needs: [] };
  const page = readPage(
    `<nr-comment-box ${attributes}></nr-comment-box>`,
    'https://partner.example/',
  );
  const [box] = widgetsOf(page, elements, defaults, findings);
  return {
    read: [box!.source?.url, box!.article],
    problems: findings.found.map(({ message }) => message),
  };
}

it('A comment box whose store is not the publisher’s system reads nothing of the publisher’s', () => {
  for (const store of [
    'store="isso" store-url="https://isso.example/"',
    'store="cusdis" site-id="abc"',
    'store="x-gazette" store-url="https://gazette.example/"',
  ])
    for (const article of [
      'article-id="41"',
      'src="https://publisher.example/a/"',
      // Only what the thread is called: no browser asks for it.
      'src="http://publisher.example/a/"',
      'src="/a/" source="https://publisher.example/"',
    ])
      for (const defaults of [{}, { source: 'https://publisher.example/' }])
        assert.deepEqual(
          boxOf(`${store} ${article}`, defaults),
          { read: [undefined, undefined], problems: [] },
          `${store} ${article}`,
        );
});

it('A comment box in the publisher’s system has to say where that is, also where its store is misspelt', () => {
  for (const store of ['', 'store="wordpress"', 'store="ghost"', 'store="issoo"']) {
    assert.match(boxOf(`${store} article-id="41"`).problems.join(), /does not say where to read/);
    const article = 'https://publisher.example/a/';
    assert.deepEqual(boxOf(`${store} src="${article}"`).read, [article, article]);
  }
});

it('A store that needs more to be found is missed what it lacks', () => {
  const problemOf = (attributes: string) => boxOf(attributes).problems.join();
  assert.match(problemOf('store="isso" article-id="41"'), /store="isso" needs store-url/);
  assert.match(
    problemOf('store="cusdis" store-url="https://cusdis.example/" src="/a/"'),
    /store="cusdis" needs site-id/,
  );
  assert.match(problemOf('store="cusdis" site-id="abc"'), /give it src or article-id/);
});

it('What a widget shows in any case may be named in “show”, as the widget itself takes it', () => {
  const problemsOfShow = (tag: string, show: string) => {
    const elements = new Map([[tag, new Map([attribute('name'), attribute('show', ['bio'])])]]);
    const findings: Findings = { found: [], needs: [] };
    const html = `<${tag} src="/a/" source="/" show="${show}"></${tag}>`;
    widgetsOf(readPage(html, 'https://partner.example/'), elements, {}, findings);
    return findings.found.map(({ message }) => message).filter((each) => each.includes('none of'));
  };
  for (const tag of ['nr-headlines', 'nr-article-card', 'nr-article']) {
    assert.deepEqual(problemsOfShow(tag, 'bio headline'), []);
    assert.equal(problemsOfShow(tag, 'bio name').length, 1);
  }
  assert.deepEqual(problemsOfShow('nr-author-bio', 'name bio'), []);
  assert.equal(problemsOfShow('nr-author-bio', 'headline bio').length, 1);
});
