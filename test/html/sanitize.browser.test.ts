import { expect } from '@open-wc/testing';
import createPurifier from 'dompurify';
import { hasSanitizer } from '../../src/html/open.js';
import { filter as own } from '../../src/html/own-sanitizer.js';
import { filter as purify, filterIn } from '../../src/html/purify.js';
import { sanitizerWith, type Profile, type Sanitize } from '../../src/html/sanitize.js';
import { tally } from '../browser-tally.js';
import { until } from '../suites/mount.js';
import { countHits, dangers, picturesSettled, provoke } from './attack.js';
import { allVectors, vectors } from './vectors.js';

/** What makes markup safe: the browser itself where it can, else DOMPurify. */
const ways: [name: string, Sanitize][] = [['DOMPurify', sanitizerWith(purify)]];
if (hasSanitizer()) ways.push(['the browser’s own sanitizer', sanitizerWith(own)]);
let sanitize: Sanitize;

const profiles: Profile[] = ['article', 'bio', 'comment'];
const base = 'https://publisher.example/2026/10/story/';

let stage: HTMLElement;
beforeEach(() => {
  stage = document.createElement('main');
  document.body.append(stage);
  countHits();
});
afterEach(() => stage.remove());

/** The markup as it stands on the page, in a shadow tree. */
function shown(markup: string, profile: Profile = 'article', more = {}): ShadowRoot {
  const host = document.createElement('div');
  stage.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.append(sanitize(markup, { profile, base, ...more }));
  return root;
}

const asMarkup = (root: ShadowRoot) => root.innerHTML;

describe('Attacks', () => {
  it('are more than 300, and many of them succeed where nothing stops them', async () => {
    expect(allVectors).to.have.length.above(300);
    let hits = 0;
    // Not the kinds that would take the page away.
    for (const kind of ['event handlers', 'foreign namespaces', 'mutation on the second parse']) {
      const frame = document.createElement('iframe');
      stage.append(frame);
      Object.assign(frame.contentWindow!, { hit: () => hits++ });
      const page = frame.contentDocument!;
      // Some put their own things in the place of the page's.
      const { body } = page;
      const create = page.createElement.bind(page);
      for (const markup of vectors[kind]!) {
        const place = create('div');
        body.append(place);
        place.innerHTML = markup;
      }
      provoke(body);
    }
    await until(() => hits > 150);
  });
});

for (const [way, sanitizer] of ways)
  describe(`By ${way}`, () => {
    before(() => {
      sanitize = sanitizer;
    });

    describe('attacks', () => {
      for (const profile of profiles)
        for (const [kind, list] of Object.entries(vectors))
          it(`execute nothing: ${kind}, as ${profile}`, async () => {
            for (const markup of new Set(list)) {
              const root = shown(markup, profile);
              expect(dangers(root), markup).to.deep.equal([]);
              // In the page's own tree, too, where names and handlers reach further.
              const place = document.createElement('div');
              place.append(sanitize(markup, { profile, base }));
              stage.append(place);
              // And as a second parser sees what was sanitized.
              const again = document.createElement('div');
              const holder = document.createElement('div');
              holder.append(sanitizerWith(filterIn(window))(markup, { profile, base }));
              again.innerHTML = holder.innerHTML;
              stage.append(again);
              expect(dangers(again), `${markup} as text`).to.deep.equal([]);
              provoke(root);
              provoke(place);
              provoke(again);
            }
            await picturesSettled(stage);
            const hits = countHits();
            await tally('vector', new Set(list).size);
            await tally('executed vector', hits);
            expect(hits).to.equal(0);
          });

      it('that write frames ask for nothing and name no window', () => {
        for (const markup of vectors['frames']!) {
          const root = shown(markup);
          expect(root.querySelector('iframe'), markup).to.equal(null);
        }
        expect(window.frames.length, 'windows in this window').to.equal(0);
      });
    });

    describe('An article’s markup', () => {
      it('keeps figures, captions, lists, quotes, code and tables', () => {
        const markup =
          '<h2>Part</h2><p>A <strong>bold</strong>, <em>soft</em> claim<sup>1</sup>.</p><figure><img src="https://publisher.example/a.jpg" alt="A port" width="640" height="480"><figcaption>The <b>port</b></figcaption></figure><ul><li>One<ol start="3" reversed=""><li>Three</li></ol></li></ul><blockquote cite="https://publisher.example/"><p>Said</p></blockquote><pre><code>if (a &lt; b) {}</code></pre><table><caption>Exports</caption><thead><tr><th scope="col" colspan="2">Year</th></tr></thead><tbody><tr><td rowspan="2">2026</td></tr></tbody></table><dl><dt>Term</dt><dd>What it means</dd></dl><details open=""><summary>More</summary>Text</details><hr>';
        const root = shown(markup);
        const picture = root.querySelector('img')!;
        expect(picture.loading).to.equal('lazy');
        picture.removeAttribute('loading');
        picture.removeAttribute('decoding');
        expect(asMarkup(root)).to.equal(markup);
      });

      it('keeps a picture in all its sizes, with addresses resolved against the article', () => {
        const root = shown(
          '<picture><source srcset="/a.avif 1x, /b,c.avif 2x" media="(width > 40em)"><img src="../a.jpg" srcset="../a.jpg 300w,\n b.jpg 600w, javascript:hit() 900w" sizes="(max-width: 40em) 100vw, 40em"></picture>',
        );
        expect(root.querySelector('source')!.getAttribute('srcset')).to.equal(
          'https://publisher.example/a.avif 1x, https://publisher.example/b,c.avif 2x',
        );
        const picture = root.querySelector('img')!;
        expect(picture.getAttribute('src')).to.equal('https://publisher.example/2026/10/a.jpg');
        expect(picture.getAttribute('srcset')).to.equal(
          'https://publisher.example/2026/10/a.jpg 300w, https://publisher.example/2026/10/story/b.jpg 600w',
        );
        expect(picture.sizes).to.equal('(max-width: 40em) 100vw, 40em');
        expect(picture.alt, 'decoration, unless its author says what it shows').to.equal('');
      });

      it('keeps links to the web, to mail and to the telephone, resolved against the article', () => {
        const root = shown(
          '<a href="../other/">a</a><a href="//x.example/y?a=1&amp;b=2">b</a><a href="mailto:desk@publisher.example">c</a><a href="tel:+56%202">d</a><a href="#note">e</a><a href="https://x.example/" rel="sponsored nofollow opener me">f</a>',
        );
        const links = [...root.querySelectorAll('a')];
        expect(links.map((each) => each.getAttribute('href'))).to.deep.equal([
          'https://publisher.example/2026/10/other/',
          'https://x.example/y?a=1&b=2',
          'mailto:desk@publisher.example',
          'tel:+56%202',
          `${base}#note`,
          'https://x.example/',
        ]);
        expect(links.map((each) => each.rel).slice(4)).to.deep.equal([
          'noopener',
          'noopener sponsored nofollow',
        ]);
      });

      it('drops names, classes and styles, keeps language and direction', () => {
        const root = shown(
          '<p id="a" class="b" style="color:red" lang="ar" dir="rtl" data-x="y">x</p>',
        );
        expect(asMarkup(root)).to.equal('<p lang="ar" dir="rtl">x</p>');
      });

      it('keeps what stood in elements that it drops, unless it was no text', () => {
        const root = shown(
          '<center><font color=red>Text</font></center><style>p{}</style><form>a</form>',
        );
        expect(asMarkup(root)).to.equal('Texta');
        const odd =
          '<X-Box a=">">One</X-Box><Unheard.Of>Two<br></unheard.of><image src=/a.png alt=Three>';
        expect(shown(odd, 'comment').textContent).to.equal('OneTwo');
      });

      it('keeps what tables and objects hold where they may not stand, and what odd names hold', () => {
        const kept: [string, string][] = [
          ['<table><tr><th>2019</th><td>Joined</td></tr></table>', '2019Joined'],
          ['<object data=a.swf><param name=b><p>Instead</p></object>tail', 'Insteadtail'],
          ['<object data=a.swf><a href=/v>Watch it</a> and the rest', 'Watch it and the rest'],
          ['<font\u00a0color="red">pasted</font> rest', 'pasted rest'],
          ['<FONT\u3000SIZE=2>pasted</FONT\u3000SIZE=2> rest', 'pasted rest'],
        ];
        for (const [markup, text] of kept)
          expect(shown(markup, 'bio').textContent, markup).to.equal(text);
      });

      it('shows a picture that waits for a script', () => {
        const root = shown(
          '<p>a</p><img src="data:image/gif;base64,R0" data-src="/a.jpg"><noscript><img src="/a.jpg"></noscript>',
        );
        const pictures = [...root.querySelectorAll('img')].map(({ src }) => src);
        expect(pictures).to.deep.equal(['https://publisher.example/a.jpg']);
      });

      it('leaves nothing but elements and text', () => {
        const root = shown('a<?start name="m"?><!-- b -->c<?xml:namespace prefix=o />d');
        expect([...root.childNodes].every(({ nodeType }) => nodeType === Node.TEXT_NODE)).to.equal(
          true,
        );
        expect(root.textContent).to.equal('acd');
      });

      it('is not slowed down by a page with thousands of names, nor by a long srcset', () => {
        const names = [...Array(5000).keys()].map((each) => `<x-${each}>a</x-${each}>`).join('');
        expect(shown(names, 'comment').textContent).to.have.length(5000);
        const start = performance.now();
        for (let count = 0; count < 100; count++) shown('<p>a</p>', 'comment');
        const root = shown(
          `<img src="/a.jpg" srcset="${'a'.repeat(40_000)} b c, /b.jpg 300w 200h">`,
        );
        expect(performance.now() - start, 'milliseconds').to.be.below(1000);
        expect(root.querySelector('img')!.srcset).to.equal('https://publisher.example/b.jpg 300w');
      });

      it('makes no shadow tree beside a frame', () => {
        const root = shown(
          '<iframe src="https://player.vimeo.com/video/7"></iframe><div><template shadowrootmode="open"><a href="javascript:hit()">a</a><iframe src="javascript:hit()"></iframe></template>light</div>',
        );
        expect([...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot)).to.equal(
          false,
        );
        expect(root.textContent).to.contain('light');
      });

      it('puts headings below the article’s own in the outline', () => {
        const root = shown('<h1>a</h1><h2>b</h2><h3>c</h3><h6>d</h6>', 'article', {
          headingLevel: 4,
        });
        const levels = [...root.querySelectorAll('h1,h2,h3,h6')].map((each) => each.ariaLevel);
        expect(levels).to.deep.equal(['4', '4', '5', '6']);
      });

      it('has a button for a frame of a known host, and nothing for others', () => {
        const frameLabel = (host: string) => `Show ${host}`;
        const root = shown(
          '<iframe src="//www.youtube.com/embed/abc?start=3" title="A film"></iframe><iframe src="https://evil.example/"></iframe>',
          'article',
          { frameLabel },
        );
        const [button, ...others] = root.querySelectorAll('button');
        expect(others).to.be.empty;
        expect(button!.textContent).to.equal('Show www.youtube-nocookie.com');
        expect(button!.title).to.equal('A film');
        expect(button!.dataset['frame']).to.equal(
          'https://www.youtube-nocookie.com/embed/abc?start=3',
        );
        expect(
          asMarkup(shown('<iframe src="https://player.vimeo.com/video/7" title="V"></iframe>')),
        ).to.equal(
          '<div class="frame"><a href="https://player.vimeo.com/video/7" rel="noopener">V</a></div>',
        );
      });
    });

    describe('A reader’s comment', () => {
      it('keeps a handful of inline elements, quotes, code and lists', () => {
        const markup =
          '<p>I <em>do</em> <strong>not</strong> <code>agree</code>.<br>No</p><blockquote>Said</blockquote><pre>x</pre><ul><li>a</li></ul>';
        expect(asMarkup(shown(markup, 'comment'))).to.equal(markup);
      });

      it('may begin with a word that is a tag’s name elsewhere', () => {
        for (const text of ['template', 'Object lessons', 'iframe'])
          expect(shown(text, 'comment').textContent).to.equal(text);
      });

      it('keeps neither pictures nor frames nor headings, and says that links are a reader’s', () => {
        const root = shown(
          '<h2>a</h2><img src="https://x.example/a.png"><iframe src="https://www.youtube.com/embed/abc"></iframe><a href="https://x.example/" rel="dofollow">b</a>',
          'comment',
        );
        expect(asMarkup(root)).to.equal(
          'a<a href="https://x.example/" rel="noopener ugc nofollow">b</a>',
        );
      });
    });
  });

describe('The sanitizer and the page', () => {
  /** What comes of it on a page with this policy. */
  function under(
    policy: string,
    filter = 'purify',
    profile = 'comment',
  ): Promise<{ shown?: string; code?: string; message?: string }> {
    const page = document.createElement('iframe');
    page.srcdoc = `<meta http-equiv="Content-Security-Policy" content="require-trusted-types-for 'script'; ${policy}">
      <script type="module">
        import { filter } from '/src/html/${filter}.ts';
        import { sanitizerWith } from '/src/html/sanitize.ts';
        const sanitize = sanitizerWith(filter);
        const box = document.createElement('div');
        try {
          for (const markup of ['<b onclick=x>a</b>', '<i>b</i><iframe src=x></iframe>'])
            box.append(sanitize(markup, { profile: '${profile}' }));
          parent.postMessage({ shown: box.innerHTML });
        } catch ({ code, message }) {
          parent.postMessage({ code, message });
        }
      </script>`;
    stage.append(page);
    return new Promise((resolve) =>
      addEventListener('message', ({ data }) => resolve(data as object), { once: true }),
    );
  }

  it('works under Trusted Types, with a policy of its own', async () => {
    const { shown } = await under('trusted-types newsrack');
    expect(shown).to.equal('<b>a</b><i>b</i>');
  });

  it('says what to do where the page forbids its policy', async () => {
    const { code, message } = await under('trusted-types other');
    expect(code).to.equal('unsupported');
    expect(message).to.contain('add “newsrack” to its trusted-types');
  });

  // Browsers without have the test above.
  if (hasSanitizer())
    it('needs no policy where the browser has a sanitizer of its own', async () => {
      const forbidding = 'trusted-types other';
      const { shown } = await under(forbidding, 'own-sanitizer');
      expect(shown).to.equal('<b>a</b><i>b</i>');
      const article = await under(forbidding, 'own-sanitizer', 'article');
      expect(article.shown).to.equal('<b>a</b><i>b</i>');
    });

  it('leaves the page’s own DOMPurify and its hooks alone', () => {
    const hook = () => {
      throw new Error('The page’s hook was called.');
    };
    createPurifier.addHook('beforeSanitizeElements', hook);
    try {
      sanitize = sanitizerWith(purify);
      expect(asMarkup(shown('<p>a</p>'))).to.equal('<p>a</p>');
    } finally {
      createPurifier.removeAllHooks();
    }
    expect(createPurifier.sanitize('<p id="a" class="b">c</p>')).to.equal(
      '<p id="a" class="b">c</p>',
    );
  });
});
