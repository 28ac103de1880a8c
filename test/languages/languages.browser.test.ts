import { expect } from '@open-wc/testing';
import { registerLocale } from '../../src/languages.js';
import { startOrigin, startWordPress } from '../browser-origin.js';
import { mount, parts, settled, theStage, until } from '../suites/mount.js';

const text = (element?: HTMLElement) => element?.textContent.trim();

describe('a language of the page’s own', () => {
  before(() =>
    Promise.all([
      import('../../src/define/headlines.js'),
      import('../../src/define/article.js'),
      import('../../src/define/comment-box.js'),
    ]),
  );

  it('reaches widgets that are on the page already', async () => {
    const site = await startWordPress();
    const list = mount('nr-headlines', { source: site.url, limit: '1', more: '', lang: 'ca' });
    await settled(list);
    expect(text(parts(list, 'more')[0])).to.equal('More articles');
    registerLocale('ca', { common: { more: 'Més articles' } });
    await settled(list);
    expect(text(parts(list, 'more')[0])).to.equal('Més articles');
  });

  it('is added to, and says in English what it leaves out', async () => {
    const site = await startWordPress();
    registerLocale('fi', { common: { more: 'Lisää', by: (names) => `Teksti: ${names}` } });
    registerLocale('fi', { common: { more: 'Lisää juttuja' } });
    const list = mount('nr-headlines', {
      source: site.url,
      limit: '1',
      more: '',
      show: 'byline',
      lang: 'fi',
    });
    await settled(list);
    expect(text(parts(list, 'more')[0])).to.equal('Lisää juttuja');
    expect(text(parts(list, 'byline')[0])).to.match(/^Teksti: /);
    const empty = mount('nr-headlines', { source: site.url, search: 'nobody', lang: 'fi' });
    await settled(empty);
    expect(text(parts(empty, 'empty')[0])).to.equal('No articles yet.');
  });

  it('has other words for one widget than for the others', async () => {
    registerLocale('es', {
      common: { empty: 'Nada por aquí.' },
      'comment-box': { write: 'Opina' },
    });
    const site = await startWordPress({ comments: [0] });
    const box = mount('nr-comment-box', {
      source: site.url,
      'article-id': String(site.posts[1]!.id),
      lang: 'es-MX',
    });
    await settled(box);
    expect(box.shadowRoot!.textContent).to.contain('Opina');
    expect(box.shadowRoot!.textContent, 'the comment box’s own sentence').to.contain(
      'Todavía no hay comentarios.',
    );
    const list = mount('nr-headlines', { source: site.url, search: 'nobody', lang: 'es' });
    await settled(list);
    expect(text(parts(list, 'empty')[0])).to.equal('Nada por aquí.');
  });

  it('may have words for one widget only', async () => {
    registerLocale('pt', { headlines: { empty: 'Ainda não há notícias.' } });
    const site = await startWordPress();
    const list = mount('nr-headlines', { source: site.url, search: 'nobody', lang: 'pt' });
    await settled(list);
    expect(text(parts(list, 'empty')[0])).to.equal('Ainda não há notícias.');
  });

  it('has the words for one widget in a tag of the page’s own, too', async () => {
    const { NrHeadlines } = await import('../../src/index.js');
    customElements.define('my-list', class extends NrHeadlines {});
    registerLocale('gl', { headlines: { empty: 'Aínda non hai novas.' } });
    const site = await startWordPress();
    const list = mount('my-list', { source: site.url, search: 'nobody', lang: 'gl' });
    await settled(list);
    expect(text(parts(list, 'empty')[0])).to.equal('Aínda non hai novas.');
  });

  it('keeps its full stop behind on a page that runs the other way', async () => {
    registerLocale('he', { common: { empty: 'עדיין אין כתבות.' } });
    const site = await startWordPress();
    theStage().dir = 'ltr';
    const list = mount('nr-headlines', { source: site.url, search: 'nobody', lang: 'he' });
    await settled(list);
    const [note] = parts(list, 'empty');
    const words = [...note!.childNodes].find(
      (node) => node.nodeType === Node.TEXT_NODE && node.textContent!.trim(),
    ) as Text;
    const place = (index: number) => {
      const range = document.createRange();
      range.setStart(words, index);
      range.setEnd(words, index + 1);
      return range.getBoundingClientRect().left;
    };
    const first = words.data.search(/\S/);
    const last = words.data.lastIndexOf('.');
    expect(place(last)).to.be.below(place(first));
  });
});

describe('The age of what a snapshot shows', () => {
  before(() => import('../../src/define/headlines.js'));

  it('is told in English where the language is the page’s own', async () => {
    registerLocale('sv', { common: { more: 'Fler artiklar' } });
    const site = await startOrigin();
    await site.route('/snapshot.json', {
      json: {
        version: 'https://jsonfeed.org/version/1.1',
        title: 'Puertos',
        items: [{ id: '1', url: 'https://publisher.example/1/', title: 'Puertos', _newsrack: {} }],
        _newsrack: { made: '2020-01-01T00:00:00Z', maxAge: 60 },
      },
      headers: { 'access-control-allow-origin': '*' },
    });
    const list = mount('nr-headlines', { source: `${site.url}/snapshot.json`, lang: 'sv' });
    await settled(list);
    expect(text(parts(list, 'button')[0])).to.match(/^Last updated: /);
  });
});

describe('A language', () => {
  before(() => import('../../src/define/article-card.js'));

  it('is known by the name that some systems write with a low line, dates included', async () => {
    const card = mount('nr-article-card', {
      headline: 'Puertos',
      published: '2020-03-05T12:00:00Z',
      lang: 'es_AR',
    });
    await settled(card);
    expect(text(parts(card, 'date')[0])).to.match(/^5 mar 2020$/);
  });
});

describe('the language of a page', () => {
  before(() => import('../../src/define/headlines.js'));

  it('is followed by widgets in a shadow tree of the page’s own', async () => {
    const site = await startWordPress();
    const outer = document.createElement('div');
    const inner = document.createElement('div');
    const list = document.createElement('nr-headlines');
    Object.assign(list, { source: site.url, limit: 1, more: true });
    theStage().append(outer);
    outer.attachShadow({ mode: 'open' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(list);
    await settled(list);
    const more = () => text(parts(list, 'more')[0]);
    expect(more()).to.equal('More articles');
    outer.lang = 'es';
    await until(() => more() === 'Más artículos');
    inner.lang = 'pt';
    await until(() => more() !== 'Más artículos');
    inner.removeAttribute('lang');
    await until(() => more() === 'Más artículos');
    outer.removeAttribute('lang');
    await until(() => more() === 'More articles');
  });
});

describe('sentences on a page in a language that they are not in', () => {
  before(() =>
    Promise.all([
      import('../../src/define/headlines.js'),
      import('../../src/define/comment-box.js'),
      import('../../src/define/newsletter-form.js'),
    ]),
  );

  const language = (element: Element | null) => element!.closest('[lang]')?.getAttribute('lang');

  it('say so where nothing is shown, and where nothing came', async () => {
    const site = await startWordPress();
    const empty = mount('nr-headlines', { source: site.url, search: 'nobody', lang: 'fr' });
    await settled(empty);
    expect(language(parts(empty, 'empty')[0]!)).to.equal('en');
    const other = await startOrigin();
    const failed = mount('nr-headlines', { source: `${other.url}/nothing/`, lang: 'fr' });
    await settled(failed);
    expect(language(parts(failed, 'error')[0]!)).to.equal('en');
  });

  it('say so in forms, and to screen readers; what others wrote is left to them', async () => {
    const site = await startWordPress({ comments: [0] });
    const box = mount('nr-comment-box', {
      source: site.url,
      'article-id': String(site.posts[0]!.id),
      lang: 'fr',
    });
    await settled(box);
    expect(language(parts(box, 'heading')[0]!)).to.equal('en');
    expect(language(parts(box, 'body')[0]!)).to.equal(undefined);
    expect(language(parts(box, 'field')[0]!), 'what the reader writes').to.equal(undefined);
    const send = parts(box, 'form')[0]!.querySelector('button')!;
    expect(language(send)).to.equal('en');
    send.click();
    await settled(box);
    expect(language(parts(box, 'error')[0]!)).to.equal('en');
    const status = box.shadowRoot!.querySelector('[role=status]')!;
    expect(status.textContent).to.contain('Write your comment first');
    expect(language(status)).to.equal('en');

    const form = mount('nr-newsletter-form', {
      action: `${site.url}/list`,
      lang: 'fr',
      'consent-text': 'J’accepte.',
    });
    await settled(form);
    const [email, consent] = parts(form, 'label');
    expect(language(email!)).to.equal('en');
    expect(language(consent!)).to.equal(undefined);
    expect(language(parts(form, 'button')[0]!)).to.equal('en');
  });
});
