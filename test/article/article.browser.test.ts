import { expect } from '@open-wc/testing';
import '../../src/define/article.js';
import type { NrArticle } from '../../src/elements/article/article.js';
import type { NrHeadlines } from '../../src/elements/headlines/headlines.js';
import type { Article } from '../../src/model/article.js';
import { startWordPress, type BrowserSite } from '../browser-origin.js';
import { countHits, dangers, picturesSettled, provoke } from '../html/attack.js';
import { allVectors } from '../html/vectors.js';
import { isSeen, link, mount, parts, settled, theStage } from '../suites/mount.js';

const article = (attributes: Record<string, string>, ...inside: Node[]) =>
  mount('nr-article', attributes, ...inside) as NrArticle;

const texts = (widget: NrArticle, part: string) =>
  parts(widget, part).map(({ textContent }) => textContent.trim());

const body = (widget: NrArticle) => parts(widget, 'body')[0]!;

const given: Article = {
  id: '7',
  url: 'https://publisher.example/story/',
  headline: 'Ports & people',
  body: '<p>One.</p><p>Two.</p><p>Three.</p>',
  authors: [],
  published: '2026-10-30T08:00:00Z',
};

async function shown(more: Partial<Article>, attributes = {}, ...inside: Node[]) {
  const widget = article(attributes, ...inside);
  widget.article = { ...given, ...more };
  await settled(widget);
  return widget;
}

function inSlot(name: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.slot = name;
  element.textContent = text;
  return element;
}

describe('<nr-article> of a publisher', () => {
  let site: BrowserSite;
  beforeEach(async () => {
    site = await startWordPress();
  });

  it('shows the whole article and the way back to the original', async () => {
    const widget = article({ source: site.url, 'article-id': '1000', 'utm-source': 'partner' });
    await settled(widget);
    expect(texts(widget, 'headline')).to.deep.equal(['Chile Opens Its Grid to Data Centers']);
    expect(texts(widget, 'kicker')).to.deep.equal(['Technology & Startups']);
    expect(texts(widget, 'byline')).to.deep.equal(['By Ana Sofía Rojas']);
    expect(texts(widget, 'date')).to.have.length(1);
    const origin = parts(widget, 'link')[0] as HTMLAnchorElement;
    expect(origin.textContent.trim()).to.contain('Originally published by 127.0.0.1');
    expect(origin.href).to.equal(`${site.url}/chile-1000/?utm_source=partner`);
    const picture = parts(widget, 'image')[0] as HTMLImageElement;
    expect(picture.srcset).to.contain('300w');
    expect(picture.alt).to.equal('Office towers in Chile');

    const root = body(widget);
    expect(root.querySelector('strong')!.textContent).to.equal('8.4%');
    expect(root.querySelector('a')!.href).to.equal(`${site.url}/report/`);
    expect(root.querySelector('h2')!.ariaLevel).to.equal('3');
    expect(root.querySelector('figcaption')!.textContent).to.equal('Exports by year');
    expect(texts(widget, 'name')).to.deep.equal(['Ana Sofía Rojas']);
    expect(texts(widget, 'job-title'), 'which posts do not say').to.deep.equal(['Reporter']);
    expect(parts(widget, 'bio')[0]!.querySelector('em')).to.exist;
  });

  it('finds it by its address and shows what show names', async () => {
    const widget = article({ src: `${site.url}/chile-1000/`, show: 'body reading-time' });
    await settled(widget);
    expect(widget.article!.headline).to.contain('Chile');
    expect(widget.shadowRoot!.textContent).to.contain('1 min read');
    for (const part of ['kicker', 'byline', 'date', 'image', 'name'])
      expect(parts(widget, part), part).to.be.empty;
  });

  it('speaks the reader’s language', async () => {
    const widget = article({ source: site.url, 'article-id': '1000', lang: 'es' });
    await settled(widget);
    expect(widget.shadowRoot!.textContent).to.contain('Publicado originalmente por');
    expect(widget.shadowRoot!.textContent).to.contain('Mostrar contenido de www.youtube');
  });
});

describe('<nr-article> and its body', () => {
  it('places what the page gives between its paragraphs', async () => {
    const second = inSlot('after-paragraph-2', 'Second');
    const late = inSlot('after-paragraph-9', 'Late');
    const widget = await shown({}, {}, late, second, link('Fallback'));
    const [, two, three] = body(widget).querySelectorAll('p');
    expect(isSeen(second)).to.be.true;
    expect(isSeen(late)).to.be.true;
    const top = (element: Element) => element.getBoundingClientRect().top;
    expect(top(second)).to.be.within(top(two!), top(three!));
    expect(top(late), 'at the end, since there is no ninth').to.be.above(top(three!));
  });

  it('places what the page gives in a body of thousands of paragraphs, too, and has no slot for each of them', async () => {
    const given = inSlot('after-paragraph-900', 'Given');
    const widget = await shown({ body: '<p>Line</p>'.repeat(3000) }, {}, given);
    const root = body(widget);
    const paragraphs = root.querySelectorAll('p');
    const top = (element: Element) => element.getBoundingClientRect().top;
    expect(top(given)).to.be.within(top(paragraphs[899]!), top(paragraphs[900]!));
    expect(root.querySelectorAll('slot')).to.have.length.below(300);
  });

  it('keeps everything in its column, and lets tables and code scroll by themselves', async () => {
    theStage().style.width = '300px';
    const cells = '<td>Considerable</td>'.repeat(12);
    const widget = await shown({
      body: `<p>${'Donaudampfschiff'.repeat(8)}</p><table><caption>Ships</caption><tr>${cells}</tr></table><table><tr><td>1</td></tr></table><figure><table><tr><td>2</td></tr></table><figcaption>Crews</figcaption></figure><pre>${'x'.repeat(400)}</pre><img width="2000" height="1000" src="https://127.0.0.1:9/a.png"><a href="https://x.example/">${'https://x.example/'.repeat(9)}</a>`,
    });
    const root = body(widget);
    expect(root.scrollWidth).to.be.at.most(root.clientWidth);
    expect(root.querySelector('img')!.getBoundingClientRect().width).to.be.at.most(300);
    const boxes = [...root.querySelectorAll<HTMLElement>('[role="region"]')];
    const [ships] = boxes;
    expect(boxes.map(({ ariaLabel }) => ariaLabel)).to.deep.equal(['Ships', 'Table', 'Crews']);
    expect(ships!.scrollWidth).to.be.above(ships!.clientWidth);
    ships!.focus();
    expect(widget.shadowRoot!.activeElement).to.equal(ships);
    expect(root.querySelector('pre')!.tabIndex).to.equal(0);
    await expect(widget).to.be.accessible();
  });

  it('loads a frame when its reader asks for it, not before', async () => {
    const widget = await shown({
      body: '<iframe src="https://www.youtube.com/embed/abc" title="A film"></iframe>',
    });
    expect(window.frames.length).to.equal(0);
    const button = body(widget).querySelector('button')!;
    expect(button.textContent).to.equal('Show content from www.youtube-nocookie.com');
    button.click();
    const frame = body(widget).querySelector('iframe')!;
    expect(frame.src).to.equal('https://www.youtube-nocookie.com/embed/abc');
    expect(frame.title).to.equal('A film');
    expect(frame.sandbox.contains('allow-top-navigation')).to.be.false;
    expect(widget.shadowRoot!.activeElement).to.equal(frame);
    // What the reader opened stays open when the widget paints again.
    widget.theme = 'dark';
    await settled(widget);
    expect(body(widget).querySelector('iframe')).to.equal(frame);
  });

  it('says why there is no body, and where it is', async () => {
    for (const [access, why] of [
      ['protected', 'protected by a password'],
      ['members', 'for members'],
    ] as const) {
      const widget = await shown({ access, body: undefined });
      const [message] = parts(widget, 'message');
      expect(message!.textContent).to.contain(why);
      expect(message!.querySelector('a')!.href).to.equal(given.url);
      expect(parts(widget, 'body')).to.be.empty;
      await expect(widget).to.be.accessible();
      widget.remove();
    }
  });

  it('has the article’s language and direction, and its own for the rest', async () => {
    const widget = await shown({ language: 'ar', headline: 'الليمون', body: '<p>نص</p>' });
    for (const part of ['headline', 'body']) {
      const [each] = parts(widget, part);
      expect([each!.lang, each!.dir], part).to.deep.equal(['ar', 'rtl']);
    }
    expect(getComputedStyle(parts(widget, 'link')[0]!).direction).to.equal('ltr');
  });

  for (const [text, direction] of [
    ['<p>نص</p>', 'rtl'],
    ['<h2>2026: &laquo;<em>עברית</em>&raquo;</h2><p>Text</p>', 'rtl'],
    ['<figure><img alt="نص" src="/1.jpg"></figure><p>Text نص</p>', 'ltr'],
    [`<p>${'&nbsp;'.repeat(100)}</p><p>نص</p>`, 'rtl'],
    ['<p>2026</p>', 'ltr'],
    ['<p>⚠️ Text</p>', 'ltr'],
    ['<p>٢٠٢٦ Text</p>', 'ltr'],
    ['<p>&#1506;&#x5D1;</p><p>Text</p>', 'rtl'],
    ['<style>#gallery-1 { margin: auto }</style><!-- Text --><p>نص</p>', 'rtl'],
    [
      `<p><img alt="a > b" src="/1.jpg" srcset="${'/1.jpg 100w, '.repeat(300)}"></p><p>نص</p>`,
      'rtl',
    ],
  ] as const)
    it(`runs ${direction} where its language is unknown and its body is ${text.slice(0, 40)}`, async () => {
      const widget = await shown({ body: text });
      expect(getComputedStyle(body(widget)).direction).to.equal(direction);
    });

  it('gives the date of a later change, not of a correction right after', async () => {
    const later = await shown({ updated: '2026-10-31T08:00:00Z' });
    expect(texts(later, 'date')[1]).to.contain('Updated');
    const soon = await shown({ updated: '2026-10-30T08:20:00Z' });
    expect(texts(soon, 'date')).to.have.length(1);
  });

  it('takes a plain caption and one with markup', async () => {
    const widget = await shown({
      image: { url: 'https://127.0.0.1:9/a.jpg', alt: '', caption: 'By <b>hand</b>', credit: 'AP' },
    });
    const caption = widget.shadowRoot!.querySelector('figcaption')!;
    expect(caption.textContent.replace(/\s+/g, ' ').trim()).to.equal('By hand AP');
    expect(caption.querySelector('b')).to.exist;
  });
});

describe('<nr-article> and comments', () => {
  const box = (widget: NrArticle) => widget.querySelector('nr-comment-box');

  it('places a comment box of the same article when asked to, once', async () => {
    const site = await startWordPress();
    const widget = article({ source: site.url, 'article-id': '1000', show: 'body comments' });
    await settled(widget);
    widget.theme = 'dark';
    await settled(widget);
    expect(widget.querySelectorAll('nr-comment-box')).to.have.length(1);
    expect(box(widget)!.getAttribute('article-id')).to.equal('1000');
    expect(box(widget)!.getAttribute('source')).to.equal(site.url);
    expect(box(widget)!.assignedSlot!.name).to.equal('comments');
  });

  it('hands its campaign on to the comment box, and takes it away again', async () => {
    const campaign = { 'utm-source': 'partner', 'utm-medium': 'widget', 'utm-campaign': 'launch' };
    const widget = await shown({}, { show: 'body comments', ...campaign });
    const handed = () => Object.keys(campaign).map((name) => box(widget)!.getAttribute(name));
    expect(handed()).to.deep.equal(Object.values(campaign));
    widget.utmMedium = undefined;
    await settled(widget);
    expect(handed()).to.deep.equal(['partner', null, 'launch']);
  });

  it('lets the comment box follow the article', async () => {
    const widget = await shown({}, { show: 'body comments' });
    expect(box(widget)!.getAttribute('src')).to.equal(given.url);
    widget.article = { ...given, url: 'https://publisher.example/next/' };
    await settled(widget);
    expect(widget.querySelectorAll('nr-comment-box')).to.have.length(1);
    expect(box(widget)!.getAttribute('src')).to.equal('https://publisher.example/next/');
  });

  it('leaves the place to what the page puts there', async () => {
    const own = inSlot('comments', 'Our own');
    const widget = await shown({}, { show: 'body comments' }, own);
    expect(box(widget)).to.equal(null);
    expect(isSeen(own)).to.be.true;
  });

  it('places none unless asked to', async () => {
    expect(box(await shown({}))).to.equal(null);
  });
});

describe('<nr-article> under attack', () => {
  it('executes nothing, whatever stands in an article', async function () {
    this.timeout(60_000);
    countHits();
    const widget = article({});
    for (const [, markup] of allVectors) {
      const url = /"(.*?)"/.exec(markup)?.[1] ?? 'javascript:hit()';
      widget.article = {
        id: markup,
        url: 'https://publisher.example/story/',
        headline: markup,
        kicker: markup,
        body: markup,
        language: markup,
        image: { url, alt: markup, caption: markup, credit: markup },
        authors: [{ name: markup, bio: markup, url, links: [{ url, label: markup }] }],
      };
      await settled(widget);
      const root = widget.shadowRoot!;
      for (const part of ['body', 'bio'])
        for (const each of parts(widget, part)) expect(dangers(each), markup).to.deep.equal([]);
      for (const each of root.querySelectorAll('figcaption'))
        expect(dangers(each), markup).to.deep.equal([]);
      provoke(root);
      await picturesSettled(root);
    }
    expect(countHits()).to.equal(0);
  });
});

describe('An article without the names of its authors, set by a page', () => {
  before(() => import('../../src/define/headlines.js'));

  it('is shown, and so are the others of its list', async () => {
    const nameless: Partial<Article> = { ...given };
    delete nameless.authors;
    const widget = await shown({}, { show: 'byline date body authors' });
    widget.article = nameless as Article;
    await settled(widget);
    expect(texts(widget, 'headline')).to.deep.equal(['Ports & people']);
    expect(texts(widget, 'date')).to.have.length(1);
    const list = mount('nr-headlines', { show: 'byline' }) as NrHeadlines;
    list.articles = [given, { ...nameless, id: '8', headline: 'Rain' } as Article];
    await settled(list);
    expect(parts(list, 'headline').map(({ textContent }) => textContent.trim())).to.deep.equal([
      'Ports & people',
      'Rain',
    ]);
  });
});
