import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import type { Report } from '../../src/server/check/check.js';
import { startOrigin, type Answer, type Origin } from '../origin.js';
import { startWordPress, type Site } from '../wordpress-api.js';

const dist = join(import.meta.dirname, '../../dist');

/** Runs the command as a person's terminal that is none would. */
const run = (...words: string[]) => runIn([], ...words);

async function runIn(settings: string[], ...words: string[]) {
  const command = [...settings, join(dist, 'server/command.js'), 'check', ...words];
  const child = spawn(process.execPath, command);
  let output = '';
  let complaint = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output, complaint };
}

async function look(...words: string[]) {
  const { code, output, complaint } = await run(...words, '--json');
  assert.equal(complaint, '');
  const report = JSON.parse(output) as Report;
  const all = [...report.findings, ...report.sources.flatMap(({ findings }) => findings)];
  const told = (level: string) =>
    all
      .filter((each) => each.level === level)
      .map(({ code, line, message, paste }) => [code, line, message, paste].join(' | '));
  assert.equal(code, told('problem').length ? 1 : 0);
  return { report, problems: told('problem'), advice: told('advice') };
}

let site: Site;
let partner: Origin;
let cdn: Origin;
let loader: string;
let styles: string;

beforeEach(async () => {
  [site, partner, cdn] = await Promise.all([startWordPress(), startOrigin(), startOrigin()]);
  loader = `${cdn.otherUrl}/n/newsrack.js`;
  styles = `${cdn.otherUrl}/n/newsrack.css`;
  cdn.route('/n/*', async ({ path }): Promise<Answer> => {
    const type = path.endsWith('.css') ? 'text/css' : 'text/javascript';
    const file = join(dist, 'cdn', path.slice(3));
    return { body: await readFile(file), headers: { 'content-type': type } };
  });
});
afterEach(() => Promise.all([site.close(), partner.close(), cdn.close()]));

/** A page whose head has a good loader and style sheet, unless told otherwise. */
function show(
  body: string,
  {
    head = `<link rel="stylesheet" href="${styles}"><script async src="${loader}"></script>`,
    headers = {},
  }: { head?: string; headers?: Record<string, string> } = {},
): string {
  partner.route('/', { headers, body: `<!doctype html><html><head>${head}</head>\n${body}` });
  return partner.url;
}

const headlines = (attributes = '') =>
  `<nr-headlines source="${site.url}" ${attributes}></nr-headlines>`;

describe('newsrack check of an address', () => {
  it('that leads to another site looks at what is there', async () => {
    const elsewhere = show(headlines());
    cdn.route('/', { status: 301, headers: { location: `${elsewhere}/` } });
    const { report } = await look(cdn.url);
    assert.deepEqual(report.widgets, [{ widget: 'headlines', line: 2 }]);
  });

  it('fails and says so where nothing ever comes of it', async () => {
    const silent = 'data:text/javascript,globalThis.fetch=()=>new Promise(()=>{})';
    const { code, complaint } = await runIn(['--import', silent], site.url);
    assert.equal(code, 1);
    assert.match(complaint, /^newsrack: .+\.\n$/);
  });
});

describe('newsrack check of a page', () => {
  it('finds nothing wrong with one that is right, and asks as a browser there would', async () => {
    const { report, problems, advice } = await look(show(headlines('limit="5" class="a"')));
    assert.deepEqual(problems, []);
    assert.deepEqual(
      advice.map((each) => each.split(' | ')[0]),
      ['cache'],
    );
    assert.deepEqual(report.widgets, [{ widget: 'headlines', line: 2 }]);
    assert.equal(report.loader!.url, loader);
    const [source] = report.sources;
    assert.deepEqual(
      [source!.type, source!.readable, source!.articles, source!.total, source!.sized],
      ['wordpress', true, 20, 30, 20],
    );
    assert.ok(site.requests.every(({ headers }) => headers.origin === partner.url));
    assert.equal(site.preflights.length, 0);
  });

  it('misses everything where an editor has taken it out, or where there is no such page', async () => {
    const stripped = await look(show('<p>News</p>', { head: '<title>Partner</title>' }));
    assert.match(stripped.problems[0]!, /neither the loader nor a widget/);
    partner.route('/gone', {
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><body><h1>Not found</h1></body></html>',
    });
    const gone = await look(`${partner.url}/gone`);
    assert.match(gone.problems[0]!, /answered with 404/);
    // A publisher may be a partner, too.
    site.route('/gone/', {
      status: 404,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><html><body><h1>Not found</h1></body></html>',
    });
    const own = await look(`${site.url}/gone/`);
    assert.match(own.problems[0]!, /answered with 404/);
    assert.equal(own.report.sources[0]!.type, 'wordpress');
    const empty = await look(show('<p>News</p>'));
    assert.deepEqual(empty.problems, []);
    assert.match(empty.advice.join(), /no widget on this page/);
  });

  it('misses the loader, and knows that a bundle may be in its place', async () => {
    const { problems } = await look(show(headlines(), { head: '' }));
    assert.match(problems.join(), /loader.*There is no script tag/);
    const head = '<script type="module" src="/app.js"></script>';
    const other = await look(show(headlines(), { head }));
    assert.deepEqual(other.problems, []);
    assert.match(other.advice.join(), /one of the page’s modules/);
  });

  it('says what is wrong with the loader', async () => {
    const of = async (attributes: string) => {
      const { problems, advice } = await look(
        show(headlines(), { head: `<script ${attributes}></script>` }),
      );
      return [...problems, ...advice].join('\n');
    };
    assert.match(await of(`src="${loader}"`), /has no async.*<script async src=/);
    assert.match(await of(`async src="${cdn.otherUrl}/newsrack.js"`), /answered 404/);
    assert.match(await of(`async src="http://127.0.0.1:1/newsrack.js"`), /could not be reached/);
    assert.match(await of(`async src="${loader}" data-nr-sorce="x"`), /data-nr-sorce.*source”\?/);
    const all = `${cdn.otherUrl}/n/newsrack.all.js`;
    assert.match(await of(`async src="${all}"`), /type="module"/);
    cdn.route('/n/newsrack.js', {
      body: 'const v = `0.0.9`;',
      headers: { 'content-type': 'text/javascript' },
    });
    assert.match(await of(`async src="${loader}"`), /version 0\.0\.9/);
    cdn.route('/n/newsrack.js', { body: '<h1>Not here</h1>' });
    assert.match(await of(`async src="${loader}"`), /text\/html.*no script/);
  });

  it('says what is wrong with the folder behind the loader', async () => {
    cdn.route(/core-/, { status: 404 });
    assert.match((await look(show(headlines()))).problems.join(), /not of one build/);
    cdn.route(/core-/, { cors: false, headers: { 'content-type': 'text/javascript' } });
    const { problems } = await look(show(headlines()));
    assert.match(problems.join(), /cors.*modules want it.*Access-Control-Allow-Origin: \*/);
  });

  it('compares integrity with the file', async () => {
    const hash = createHash('sha384')
      .update(await readFile(join(dist, 'cdn/newsrack.js')))
      .digest('base64');
    const tag = (more: string) => ({ head: `<script async src="${loader}" ${more}></script>` });
    const right = `integrity="sha384-${hash}"`;
    assert.deepEqual((await look(show('', tag(`${right} crossorigin`)))).problems, []);
    const { problems } = await look(show('', tag(right)));
    assert.match(problems.join(), /without crossorigin/);
    const wrong = await look(show('', tag('integrity="sha384-AAAA" crossorigin')));
    assert.equal(wrong.problems.length, 1);
    assert.ok(wrong.problems[0]!.includes(right));
  });

  it('misses the style sheet, and notices one of another version', async () => {
    const head = `<script async src="${loader}"></script>`;
    assert.match(
      (await look(show(headlines(), { head }))).advice.join(),
      /newsrack\.css is not there/,
    );
    cdn.route('/n/newsrack.css', {
      body: 'nr-headlines{}',
      headers: { 'content-type': 'text/css' },
    });
    assert.match((await look(show(headlines()))).advice.join(), /not of the same version/);
  });

  it('knows the widgets, their attributes and what those may be', async () => {
    const url = show(`${headlines('limt="5"')}
${headlines('layout="rwo" limit="0" show="image headline dat"')}
<nr-headline></nr-headline>
${headlines('source-type="wordpres"')}
<div data-nr="headlines" data-nr-source="${site.url}" data-nr-layuot="row"></div>
<nr-headlines source="publisher.example"></nr-headlines>
<nr-article></nr-article>
<nr-author-bio name="A" x-data="1" data-a="2" onclick="f()" aria-label="A"></nr-author-bio>
<nr-article-card headline="A" href="/a"/>`);
    const { problems } = await look(url);
    const expected = [
      /attribute \| 2 .*“limt”.*“limit”\?/,
      /3 .*layout="rwo" is none of .*“row”\?/,
      /3 .*limit="0" is not a whole number from 1 to 100/,
      /3 .*show="dat" is none of .*“date”\?/,
      /widget \| 4 .*“nr-headline”.*“nr-headlines”\?/,
      /5 .*source-type="wordpres".*“wordpress”\?/,
      /6 .*“data-nr-layuot”.*“layout”\?/,
      /7 .*write https:\/\/publisher\.example/,
      /8 .*has nothing to show: give it src or article-id/,
      /10 .*has no end tag/,
    ];
    for (const each of expected)
      assert.ok(
        problems.some((text) => each.test(text)),
        `${each}\n${problems.join('\n')}`,
      );
    // The unknown type is told of the source, too.
    assert.equal(problems.length, expected.length + 1);
  });

  it('writes out what a Content Security Policy lacks', async () => {
    const url = show(headlines(), {
      headers: {
        'content-security-policy': `default-src 'self'; require-trusted-types-for 'script'; trusted-types newsrack`,
      },
    });
    const { problems } = await look(url);
    const pastes = problems.map((each) => each.split(' | ')[3]);
    assert.deepEqual(pastes, [
      `script-src 'self' ${cdn.otherUrl}`,
      `style-src 'self' ${cdn.otherUrl}`,
      `connect-src 'self' ${site.url.replace(/\/$/, '')}`,
      `img-src 'self' ${site.url.replace(/\/$/, '')}`,
      'trusted-types newsrack newsrack-lit',
    ]);
    const policy = [...pastes, "default-src 'self'", "require-trusted-types-for 'script'"].join(
      ';',
    );
    const mended = show(headlines(), { headers: { 'content-security-policy': policy } });
    assert.deepEqual((await look(mended)).problems, []);
  });

  it('asks a policy to allow a comment box the host of its store, and reads no article for one apart', async () => {
    const policy = `script-src *; style-src *; connect-src ${cdn.otherUrl}`;
    const of = async (attributes: string) => {
      const url = show(`<nr-comment-box src="${site.url}/a/" ${attributes}></nr-comment-box>`, {
        headers: { 'content-security-policy': policy },
      });
      const { report, problems } = await look(url);
      assert.deepEqual(report.sources, []);
      return problems.map((each) => each.split(' | ')[3]);
    };
    const allowing = (host: string) => [`connect-src ${cdn.otherUrl} ${host}`];
    for (const [store, host] of [
      ['store="isso" store-url="https://isso.example/isso"', 'https://isso.example'],
      ['store="cusdis" site-id="abc"', 'https://cusdis.com'],
      ['store="cusdis" site-id="abc" store-url="https://cusdis.example"', 'https://cusdis.example'],
      ['store="x-gazette" store-url="https://gazette.example"', 'https://gazette.example'],
    ])
      assert.deepEqual(await of(store!), allowing(host!));
    assert.deepEqual(site.requests, []);
  });

  it('looks at frames: whether they may be there, and show what they are to show', async () => {
    const frame = (more = '') =>
      show(
        `<iframe title="News" src="${cdn.otherUrl}/n/frame.html?widget=headlines&amp;source=${site.url}${more}"></iframe>`,
        { head: '' },
      );
    cdn.route('/n/frame.json', { status: 404 });
    assert.match((await look(frame())).problems.join(), /frame\.json answered 404/);
    cdn.route('/n/frame.json', { json: { sources: ['https://other.example'] } });
    assert.match((await look(frame())).problems.join(), /frame\.json does not allow it/);
    cdn.route('/n/frame.json', { json: { sources: [site.url] } });
    const { problems, report } = await look(frame('&amp;limit=5&amp;--nr-accent=red'));
    assert.deepEqual(problems, []);
    assert.equal(report.widgets[0]!.framed, true);
    assert.equal(site.requests.at(-1)!.headers.origin, cdn.otherUrl);
    assert.match((await look(frame('&amp;limit=many'))).problems.join(), /limit="many"/);
    cdn.route('/n/frame.html', { headers: { 'x-frame-options': 'DENY' } });
    assert.match((await look(frame())).problems.join(), /X-Frame-Options: DENY/);
  });
});

describe('newsrack check of a source', () => {
  it('says what it is and has', async () => {
    const { report } = await look(site.url);
    const [source] = report.sources;
    assert.equal(report.kind, 'source');
    assert.deepEqual(
      report.findings.filter(({ level }) => level === 'problem'),
      [],
    );
    assert.deepEqual([source!.type, source!.total, source!.requests], ['wordpress', 30, 1]);
    assert.equal(site.requests.at(-1)!.headers.origin, 'https://partner.example');
  });

  it('says that browsers may not read it, what it is all the same, and what helps', async () => {
    const item = (n: number, more = '') =>
      `<item><title>T${n}</title><link>https://daily.example/${n}</link>${more}</item>`;
    const date = '<pubDate>Fri, 01 Mar 2024 10:00:00 GMT</pubDate>';
    const body = `<rss version="2.0"><channel><title>D</title><language>es</language>${item(1, date)}${item(2)}<item><title>No link</title></item><item><guid>x</guid></item></channel></rss>`;
    partner.route('/feed.xml', { body, cors: false, headers: { 'content-type': 'text/xml' } });
    const { report, problems, advice } = await look(`${partner.url}/feed.xml`);
    const [source] = report.sources;
    assert.deepEqual(
      [source!.type, source!.readable, source!.articles, source!.missing.date],
      ['rss', false, 3, 2],
    );
    assert.deepEqual([source!.missing.link, source!.leftOut], [1, 1]);
    assert.deepEqual(source!.languages, { es: 3 });
    assert.equal(problems.length, 1);
    assert.match(problems[0]!, /no Access-Control-Allow-Origin.*newsrack snapshot/);
    assert.match(
      advice.join(),
      /2 of 3 articles have no date.*1 of 3 articles have no address.*Items left out: 1/s,
    );
  });

  it('knows that leave is given to one site only, and lost on the way from one to another', async () => {
    const feed = { json: { version: 'https://jsonfeed.org/version/1.1', items: [] }, cors: false };
    const allow = (origin: string) => ({ 'access-control-allow-origin': origin });
    partner.route('/a.json', { ...feed, headers: allow('https://one.example') });
    const of = async (path: string, from: string) =>
      (await look(`${partner.url}${path}`, '--from', from)).problems.join();
    assert.equal(await of('/a.json', 'https://one.example'), '');
    assert.match(await of('/a.json', 'https://two.example'), /is https:\/\/one\.example/);
    const moved = {
      status: 302,
      cors: false,
      headers: { location: `${cdn.url}/a.json`, ...allow('*') },
    };
    partner.route('/moved.json', moved);
    cdn.route('/a.json', { ...feed, headers: allow('https://one.example') });
    assert.match(await of('/moved.json', 'https://one.example'), /only “\*” helps/);
  });

  it('notices a snapshot that is no longer made', async () => {
    const made = '2024-03-01T10:00:00Z';
    const feed = {
      version: 'https://jsonfeed.org/version/1.1',
      items: [],
      _newsrack: { made, maxAge: 60 },
    };
    partner.route('/s.json', { json: feed });
    assert.match((await look(`${partner.url}/s.json`)).problems.join(), /was made 2024-03-01/);
  });
});

describe('newsrack check', () => {
  it('tells people in plain text where there is no terminal', async () => {
    const { code, output } = await run(show(headlines('limt="5"')));
    assert.equal(code, 1);
    assert.match(output, /Problem, line 2: <nr-headlines>.*“limit”\?\n/);
    assert.match(output, /is +WordPress\n/);
    assert.match(output, /\n1 problem\.\n$/);
    assert.ok(!output.includes('\u001b'));
  });

  it('exits with 2 when there is nothing to look at, or when it is told wrongly', async () => {
    const { code, complaint } = await run('http://127.0.0.1:1/');
    assert.equal(code, 2);
    assert.match(complaint, /could not be reached/);
    for (const words of [[], ['partner'], ['https://a.example', 'more'], ['--unknown']])
      assert.equal((await run(...words)).code, 2, words.join());
    assert.match((await run('--help')).output, /Exit codes:/);
  });
});
