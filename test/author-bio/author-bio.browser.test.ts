import { expect } from '@open-wc/testing';
import { configure } from '../../src/page/settings.js';
import '../../src/define/author-bio.js';
import type { NrAuthorBio } from '../../src/elements/author-bio/author-bio.js';
import { startOrigin, startWordPress, type BrowserSite } from '../browser-origin.js';
import { countHits, dangers, picturesSettled, provoke } from '../html/attack.js';
import { allVectors } from '../html/vectors.js';
import { mount, parts, settled, theStage, until } from '../suites/mount.js';

const bio = (attributes: Record<string, string>, ...inside: Node[]) =>
  mount('nr-author-bio', attributes, ...inside) as NrAuthorBio;

const texts = (widget: NrAuthorBio, part: string) =>
  parts(widget, part).map(({ textContent }) => textContent.trim());

const element = (markup: string) => {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.firstElementChild!;
};

/** A post by these authors, as WordPress embeds them. */
const postBy = (...authors: object[]) => ({ 0: { _embedded: { author: authors } } });

describe('<nr-author-bio> of a publisher', () => {
  let site: BrowserSite;
  beforeEach(async () => {
    site = await startWordPress();
  });

  it('shows an author with everything that is known', async () => {
    const widget = bio({ source: site.url, 'author-id': '1', 'utm-source': 'partner' });
    await settled(widget);
    expect(texts(widget, 'name')).to.deep.equal(['Ana Sofía Rojas']);
    expect(texts(widget, 'job-title')).to.deep.equal(['Reporter']);
    expect(parts(widget, 'bio')[0]!.querySelector('em')!.textContent).to.equal('work');
    const [name] = parts(widget, 'link') as HTMLAnchorElement[];
    expect(name!.href).to.equal(`${site.url}/author/1/?utm_source=partner`);
    const heading = parts(widget, 'name')[0]!;
    expect([heading.role, heading.ariaLevel]).to.deep.equal(['heading', '3']);
    expect(parts(widget, 'headline'), 'more articles, unless asked for').to.be.empty;
  });

  it('lists more articles by the author when asked to, and lets the page open them', async () => {
    const widget = bio({ source: site.url, 'article-id': '1000', show: 'articles' });
    await settled(widget);
    const list = texts(widget, 'headline');
    expect(list).to.have.length(3);
    expect(list[0], 'not the article itself').to.contain('Brazil');
    expect(texts(widget, 'heading')).to.deep.equal(['More from this author']);
    const opened: string[] = [];
    widget.addEventListener('nr-open', (event) => {
      event.preventDefault();
      opened.push(event.detail.article.headline);
    });
    parts(widget, 'headline')[0]!.querySelector('a')!.click();
    expect(opened).to.deep.equal([list[0]]);
  });

  it('stands below its portrait in a narrow column, and breaks no date', async () => {
    for (const [width, isNarrow] of [
      ['260px', true],
      ['600px', false],
    ] as const) {
      theStage().style.width = width;
      const widget = bio({ source: site.url, 'author-id': '1', show: 'portrait bio articles' });
      await settled(widget);
      const [portrait, name] = ['portrait', 'name'].map((part) =>
        parts(widget, part)[0]!.getBoundingClientRect(),
      );
      expect(portrait!.bottom <= name!.top, width).to.equal(isNarrow);
      for (const date of parts(widget, 'date')) expect(date.getClientRects()).to.have.length(1);
    }
  });

  it('shows all authors of an article, in order, and those of whom less is known', async () => {
    const authors = [
      { id: 3, name: 'João Peçanha', description: 'One.' },
      { id: 99, name: 'Nobody Knows', description: '' },
      { id: 1, name: 'Ana Sofía Rojas', description: 'Two.' },
    ];
    const changed = await startWordPress({ changes: postBy(...authors) });
    await changed.route(/users\/99/, { status: 401, json: { code: 'x', message: 'No.' } });
    const widget = bio({ src: `${changed.url}/chile-1000/` });
    await settled(widget);
    expect(texts(widget, 'name')).to.deep.equal(authors.map(({ name }) => name));
    expect(widget.authors!.map(({ jobTitle }) => jobTitle)).to.deep.equal([
      'Reporter',
      undefined,
      'Reporter',
    ]);
    expect(texts(widget, 'bio')).to.have.length(2);
  });

  it('asks for the publisher’s portraits, for others only when told to', async () => {
    const elsewhere = await startOrigin();
    const gravatar = `${elsewhere.url.replace('127.0.0.1', 'localhost')}/avatar/abc`;
    const author = { id: 9, name: 'Rosa Ibarra', avatar_urls: { 96: gravatar } };
    const changed = await startWordPress({
      changes: postBy({ ...author, link: 'http://127.0.0.1/author/9/' }),
    });
    const widget = bio({ source: changed.url, 'article-id': '1000' });
    await settled(widget);
    expect(texts(widget, 'portrait')).to.deep.equal(['RI']);
    expect(widget.shadowRoot!.querySelectorAll('img')).to.have.length(0);
    expect(await elsewhere.requests()).to.be.empty;
    widget.show = 'portrait';
    await elsewhere.received('/avatar/abc');

    const own = bio({ source: site.url, 'author-id': '1' });
    await site.received(/0-96x96/);
    await settled(own);
  });

  it('asks nobody else for the portrait of an author without an address either', async () => {
    const elsewhere = await startOrigin();
    const gravatar = `${elsewhere.url.replace('127.0.0.1', 'localhost')}/avatar/abc`;
    const author = { id: 9, name: 'Rosa Ibarra', avatar_urls: { 96: gravatar } };
    const changed = await startWordPress({ changes: postBy(author) });
    configure({ source: changed.url });
    try {
      const widget = bio({ 'article-id': '1000' });
      await settled(widget);
      expect(texts(widget, 'portrait')).to.deep.equal(['RI']);
      expect(widget.shadowRoot!.querySelectorAll('img')).to.have.length(0);
    } finally {
      configure({ source: undefined });
    }
  });

  it('shows the monogram again where the portrait does not come', async () => {
    await site.route(/0-96x96/, { status: 404, body: '' });
    const widget = bio({ source: site.url, 'author-id': '1' });
    await until(() => !!widget.shadowRoot?.querySelector('img[hidden]'));
    expect(texts(widget, 'portrait')).to.deep.equal(['AR']);
  });
});

describe('<nr-author-bio> written out', () => {
  it('takes the biography from its slot', async () => {
    const widget = bio(
      { name: 'Lívia Sampaio', 'job-title': 'Repórter', href: '/livia', 'heading-level': '5' },
      element('<p slot="bio">Writes of <b>soy</b>.</p>'),
    );
    await settled(widget);
    expect(texts(widget, 'name')).to.deep.equal(['Lívia Sampaio']);
    expect(texts(widget, 'portrait')).to.deep.equal(['LS']);
    const slot = parts(widget, 'bio')[0]!.querySelector('slot')!;
    expect(slot.assignedElements()[0]!.textContent).to.equal('Writes of soy.');
    expect(parts(widget, 'name')[0]!.ariaLevel).to.equal('5');
  });

  it('asks for the portrait that its author names', async () => {
    const elsewhere = await startOrigin();
    const image = `${elsewhere.url.replace('127.0.0.1', 'localhost')}/me.jpg`;
    bio({ name: 'A', image });
    await elsewhere.received('/me.jpg');
  });

  it('links to what is theirs, and says so', async () => {
    const widget = bio({});
    widget.authors = [
      {
        name: 'A',
        links: [
          { url: 'https://a.example/', label: 'a.example' },
          { url: 'https://b.example/', label: 'b.example', rel: 'me nofollow' },
          { url: 'javascript:hit()', label: 'never' },
        ],
      },
    ];
    await settled(widget);
    const links = [...widget.shadowRoot!.querySelectorAll<HTMLAnchorElement>('.links a')];
    expect(links.map(({ href, rel }) => [href, rel])).to.deep.equal([
      ['https://a.example/', 'me'],
      ['https://b.example/', 'me nofollow'],
    ]);
  });

  it('leaves out what show does not name', async () => {
    const widget = bio({ name: 'A B', 'job-title': 'C', show: 'job-title' });
    await settled(widget);
    expect(texts(widget, 'job-title')).to.deep.equal(['C']);
    expect(parts(widget, 'portrait')).to.be.empty;
  });
});

describe('<nr-author-bio> under attack', () => {
  it('executes nothing, whatever stands in an author’s data', async () => {
    countHits();
    const widget = bio({ show: 'portrait job-title bio links articles' });
    const url = (markup: string) => /"(.*?)"/.exec(markup)?.[1] ?? 'javascript:hit()';
    widget.authors = allVectors.map(([, markup]) => ({
      name: markup,
      jobTitle: markup,
      bio: markup,
      url: url(markup),
      image: { url: url(markup), alt: markup },
      links: [{ url: url(markup), label: markup, rel: markup }],
    }));
    await settled(widget);
    const root = widget.shadowRoot!;
    expect(parts(widget, 'bio')).to.have.length.above(300);
    for (const each of parts(widget, 'bio')) expect(dangers(each)).to.deep.equal([]);
    provoke(root);
    await picturesSettled(root);
    expect(countHits()).to.equal(0);
  });
});
