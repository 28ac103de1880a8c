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
