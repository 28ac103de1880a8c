import { expect } from '@open-wc/testing';
import { define } from '../../src/define/define.js';
import { startOrigin, startWordPress, type BrowserSite } from '../browser-origin.js';
import { headlines, isSeen, link, mount, parts, settled, theStage, until } from './mount.js';
import { forms, siteOptions, specimens, type Specimen } from './specimens.js';

const thrown: string[] = [];
window.addEventListener('error', ({ message }) => thrown.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));

afterEach(() => expect(thrown.splice(0), 'thrown into the page').to.be.empty);

for (const specimen of specimens) {
  const { tag } = specimen;
  describe(`<${tag}>`, () => {
    before(() => specimen.define());
    let site: BrowserSite;
    beforeEach(async () => {
      site = await startWordPress(siteOptions);
    });

    const shown = async () => {
      const widget = mount(tag, specimen.reads(site), link('Fallback'));
      await settled(widget);
      expect(specimen.texts(widget)).not.to.be.empty;
      return widget;
    };

    moves(specimen, shown, () => site);
    leaves(specimen, () => site);
    takesData(specimen, shown, () => site);
    isDefinedTwice(specimen, shown);
    livesWithoutStorage(shown);
    keepsFallback(specimen, () => site);
  });
}

for (const form of forms) {
  describe(`<${form.tag}>`, () => {
    before(() => form.define());

    const shown = async () => {
      const widget = mount(form.tag, form.attributes, link('Fallback'));
      await settled(widget);
      expect(parts(widget, 'form')).to.have.length(1);
      return widget;
    };

    isDefinedTwice(form, shown);
    livesWithoutStorage(shown);
    keepsTyping(shown);
  });
}

type Shown = () => Promise<ReturnType<typeof mount>>;

function moves({ tag, reads, texts, opens }: Specimen, shown: Shown, site: () => BrowserSite) {
  it('is moved by the page, and nothing starts anew', async () => {
    const widget = await shown();
    const before = [...widget.shadowRoot!.querySelectorAll('.root *')];
    const requests = (await site().dataRequests()).length;
    const elsewhere = document.createElement('section');
    theStage().append(elsewhere);
    elsewhere.append(widget);
    await settled(widget);
    expect([...widget.shadowRoot!.querySelectorAll('.root *')]).to.deep.equal(before);
    expect(await site().dataRequests()).to.have.length(requests);
  });

  it('still listens after a move: to the page’s language and to clicks', async () => {
    const widget = await shown();
    const elsewhere = document.createElement('section');
    elsewhere.lang = 'es';
    theStage().append(elsewhere);
    elsewhere.append(widget);
    const date = () => parts(widget, 'date')[0]!.textContent;
    await until(() => /oct/.test(date()));
    elsewhere.lang = 'pt';
    await until(() => / de /.test(date()));

    if (!opens) return;
    const opened: string[] = [];
    widget.addEventListener('nr-open', (event) => {
      event.preventDefault();
      opened.push(event.detail.article.headline);
    });
    opens(widget).click();
    expect(opened).to.deep.equal([headlines(widget)[0]]);
  });

  it('is moved while it waits for an answer, and gets it', async () => {
    const release = await site().hold('/wp-json*');
    const widget = mount(tag, reads(site()));
    await site().received('/wp-json*');
    const elsewhere = document.createElement('section');
    theStage().append(elsewhere);
    elsewhere.append(widget);
    await release();
    await settled(widget);
    expect(texts(widget)).not.to.be.empty;
    expect((await site().dataRequests()).filter(({ aborted }) => aborted)).to.be.empty;
  });
}

function leaves({ tag, reads, needs, texts }: Specimen, site: () => BrowserSite) {
  it('leaves, and its request with it; comes back, and asks again', async () => {
    const release = await site().hold(needs);
    const widget = mount(tag, reads(site()));
    await site().received(needs);
    widget.remove();
    await until(async () =>
      (await site().dataRequests()).some(({ url, aborted }) => needs.test(url) && aborted),
    );
    await release();
    theStage().append(widget);
    await settled(widget);
    expect(texts(widget)).not.to.be.empty;
  });

  it('shows the answer to its last question only, however late others come', async () => {
    const first = await startWordPress({
      ...siteOptions,
      changes: { 0: { title: { rendered: 'Too late' } } },
      commentChanges: { 0: { content: { rendered: 'Too late' } } },
    });
    const release = await first.hold(needs);
    const widget = mount(tag, reads(first));
    await first.received(needs);
    for (const [name, value] of Object.entries(reads(site()))) widget.setAttribute(name, value);
    await widget.updateComplete;
    await settled(widget);
    await release();
    await until(async () => (await first.dataRequests()).some(({ aborted }) => aborted));
    expect(texts(widget)).not.to.be.empty;
    expect(widget.shadowRoot!.textContent).not.to.contain('Too late');
  });
}

function takesData({ given, says, texts }: Specimen, shown: Shown, site: () => BrowserSite) {
  it('is given the same data again by each rendering of a framework, and nothing starts anew', async () => {
    const widget = await shown();
    const requests = (await site().dataRequests()).length;
    const [name, data] = Object.entries(given)[0]!;
    let loads = 0;
    widget.addEventListener('nr-load', () => loads++);
    const give = async (value: unknown) => {
      Object.assign(widget, { [name]: value });
      await widget.updateComplete;
      await settled(widget);
    };
    for (const none of [undefined, null, '']) await give(none);
    expect(loads, 'none, as before').to.equal(0);
    expect(await site().dataRequests()).to.have.length(requests);
    for (const again of [data, data]) await give(again);
    expect(loads, 'twice the same').to.equal(1);
    expect(widget.shadowRoot!.textContent).to.contain(says);
    // Preact takes a property away so.
    await give('');
    expect(loads, 'none any more').to.equal(2);
    expect(texts(widget)).not.to.be.empty;
    expect(widget.shadowRoot!.textContent).not.to.contain(says);
  });
}

function isDefinedTwice({ tag }: Pick<Specimen, 'tag'>, shown: Shown) {
  it('is defined twice: the first definition serves, the console hears of it once', async () => {
    const widget = await shown();
    const warnings: string[] = [];
    const { warn } = console;
    const first = customElements.get(tag) as CustomElementConstructor & { version: string };
    const { version } = first;
    const other = () => class extends HTMLElement {};
    console.warn = (text: string) => warnings.push(text);
    try {
      define(tag, first);
      define(tag, other());
      expect(warnings, 'the same again, and the same version from another copy').to.be.empty;
      first.version = '0.0.1';
      define(tag, other());
      define(tag, other());
    } finally {
      first.version = version;
      console.warn = warn;
    }
    expect(warnings).to.have.length(1);
    expect(warnings[0]).to.contain(tag);
    expect(widget).to.be.instanceOf(customElements.get(tag));
  });
}

function keepsTyping(shown: Shown) {
  it('is moved by the page, and keeps what was typed', async () => {
    const widget = await shown();
    const field = parts(widget, 'field')[0] as HTMLInputElement;
    field.value = 'reader@readers.example';
    const elsewhere = document.createElement('section');
    elsewhere.lang = 'es';
    theStage().append(elsewhere);
    elsewhere.append(widget);
    await settled(widget);
    expect(parts(widget, 'field')[0]).to.equal(field);
    expect(field.value).to.equal('reader@readers.example');
    await until(() => /correo/i.test(parts(widget, 'label')[0]!.textContent));
  });
}

function livesWithoutStorage(shown: Shown) {
  for (const name of ['sessionStorage', 'localStorage'] as const)
    it(`does its work where ${name} is blocked`, async () => {
      const original = Object.getOwnPropertyDescriptor(window, name)!;
      Object.defineProperty(window, name, {
        configurable: true,
        get() {
          throw new DOMException('Access is denied', 'SecurityError');
        },
      });
      try {
        await shown();
      } finally {
        Object.defineProperty(window, name, original);
      }
    });

  it('does its work where storage is full', async () => {
    const { setItem } = Storage.prototype;
    Storage.prototype.setItem = () => {
      throw new DOMException('Full', 'QuotaExceededError');
    };
    try {
      await shown();
    } finally {
      Storage.prototype.setItem = setItem;
    }
  });
}

function keepsFallback(specimen: Specimen, site: () => BrowserSite) {
  const { tag, reads, findsNothing, texts, needs } = specimen;
  it('keeps what its author put inside until there is something better', async () => {
    const release = await site().hold('/wp-json*');
    const fallback = link('Fallback');
    const widget = mount(tag, reads(site()), fallback);
    await site().received('/wp-json*');
    expect(isSeen(fallback), 'while it loads').to.be.true;
    await release();
    await settled(widget);
    expect(isSeen(fallback), 'when there is something better').to.be.false;
    expect(fallback.parentElement, 'it stays where it was').to.equal(widget);
  });

  it('keeps the place of a reader who was in it', async () => {
    const release = await site().hold('/wp-json*');
    const fallback = document.createElement('p');
    fallback.append(link('Fallback'));
    const widget = mount(tag, reads(site()), fallback);
    await site().received('/wp-json*');
    const inside = fallback.querySelector('a')!;
    inside.focus();
    // In a window that is not the reader's WebKit lets nothing have the focus.
    const place = inside.matches(':focus') ? tag : 'a';
    await release();
    await settled(widget);
    expect(document.activeElement?.localName).to.equal(place);
    widget.blur();
    expect(widget.hasAttribute('tabindex'), 'as its author made it').to.be.false;
  });

  it('shows it again on an error; “try again” works', async () => {
    const fallback = link('Fallback');
    await site().route(needs, { status: 404, json: { code: 'rest_no_route', message: 'No.' } });
    const widget = mount(tag, reads(site()), fallback);
    const codes: string[] = [];
    widget.addEventListener('nr-error', (event) => codes.push(event.detail.error.code));
    await settled(widget);
    expect(codes).to.have.length(1);
    expect(isSeen(fallback), 'the author’s content').to.be.true;
    expect(parts(widget, 'error')).to.have.length(1);

    const mended = await startWordPress(siteOptions);
    const answer = await (await fetch(specimen.answer(mended))).text();
    await site().route(needs, {
      body: answer,
      headers: { 'content-type': 'application/json', 'x-wp-totalpages': '1' },
    });
    parts(widget, 'button')[0]!.click();
    await until(() => texts(widget).length > 0);
    expect(isSeen(fallback)).to.be.false;
    expect(parts(widget, 'error')).to.be.empty;
  });

  it('shows it when the publisher has nothing', async () => {
    const fallback = link('Fallback');
    const widget = mount(tag, findsNothing(site()), fallback);
    await settled(widget);
    expect(texts(widget)).to.be.empty;
    expect(isSeen(fallback)).to.be.true;
  });

  it('asks for nothing before the reader does, with load="click"', async () => {
    const widget = mount(tag, { ...reads(site()), load: 'click' }, link('Fallback'));
    await settled(widget);
    expect(await site().requests()).to.be.empty;
    const [button] = parts(widget, 'button');
    expect(button!.textContent, 'says whom it will ask').to.contain('127.0.0.1');
    button!.click();
    await until(() => texts(widget).length > 0);
  });

  it('asks when its page has got leave, and says so by the attribute', async () => {
    const widget = mount(tag, { ...reads(site()), load: 'click' });
    await settled(widget);
    widget.lang = 'es';
    await widget.updateComplete;
    await settled(widget);
    expect(await site().requests(), 'of another change').to.be.empty;
    widget.setAttribute('load', 'near');
    await until(() => texts(widget).length > 0);
  });

  it('shows what it is to show when it comes back, though it was off the page before', async () => {
    const widget = mount(tag, reads(site()));
    widget.remove();
    await widget.updateComplete;
    theStage().append(widget);
    await until(() => texts(widget).length > 0);
    widget.remove();
    const broken = await startOrigin();
    widget.setAttribute('source', broken.url);
    await widget.updateComplete;
    theStage().append(widget);
    await until(() => parts(widget, 'error').length > 0);
  });

  it('has a live region that stays the same node in every state', async () => {
    const release = await site().hold('/wp-json*');
    const widget = mount(tag, reads(site()));
    await site().received('/wp-json*');
    const region = widget.shadowRoot!.querySelector('[role="status"]');
    expect(region).to.exist;
    await release();
    await settled(widget);
    expect(widget.shadowRoot!.querySelector('[role="status"]')).to.equal(region);
    const broken = await startOrigin();
    widget.setAttribute('source', broken.url);
    await until(() => parts(widget, 'error').length > 0);
    expect(widget.shadowRoot!.querySelector('[role="status"]')).to.equal(region);
  });
}

describe('With load="click"', () => {
  for (const tag of ['nr-article-card', 'nr-article', 'nr-author-bio', 'nr-comment-box'])
    it(`<${tag}> says whom it will ask where only the article’s address tells`, async () => {
      const widget = mount(tag, { src: 'https://publisher.example/a/', load: 'click' });
      await settled(widget);
      const [button] = parts(widget, 'button');
      expect(button!.textContent).to.equal('Show content from publisher.example');
    });
});

describe('A framework that sets text where there is a property', () => {
  before(() => Promise.all([...specimens, ...forms].map(({ define }) => define())));

  it('is understood as an attribute is', async () => {
    const site = await startWordPress(siteOptions);
    const list = document.createElement('nr-headlines');
    Object.assign(list, {
      source: site.url,
      limit: '2',
      columns: '1',
      headingLevel: '4',
      more: '',
    });
    const box = document.createElement('nr-comment-box');
    Object.assign(box, { comments: [], readonly: '' });
    const form = document.createElement('nr-newsletter-form');
    Object.assign(form, { action: '/list', nameField: '' });
    theStage().append(list, box, form);
    for (const widget of [list, box, form]) await settled(widget);
    expect(headlines(list)).to.have.length(2);
    expect(parts(list, 'more'), 'more').to.have.length(1);
    expect(list.shadowRoot!.querySelector('[aria-level="4"]'), 'heading-level').to.exist;
    expect(parts(box, 'form'), 'readonly').to.be.empty;
    expect(form.shadowRoot!.textContent, 'name-field').to.contain('Name (optional)');
    Object.assign(list, { more: 'false' });
    await list.updateComplete;
    expect(parts(list, 'more'), 'more="false"').to.be.empty;
  });

  it('may leave each attribute empty, as a template does that has nothing to fill in', async () => {
    const site = await startWordPress(siteOptions);
    const told: string[] = [];
    theStage().addEventListener('nr-error', ({ detail }) => told.push(detail.error.message));
    for (const tag of ['nr-headlines', 'nr-article-card'] as const) {
      const id = String(site.posts[0]!.id);
      const given: Record<string, string> = { source: site.url, 'article-id': id };
      const { observedAttributes } = customElements.get(tag) as typeof HTMLElement & {
        observedAttributes: string[];
      };
      for (const name of observedAttributes) given[name] ??= '';
      // No part at all is what an empty list says.
      delete given.show;
      const widget = mount(tag, given);
      await settled(widget);
      expect(headlines(widget), tag).to.have.length(tag === 'nr-headlines' ? 5 : 1);
      expect(parts(widget, 'image'), tag).not.to.be.empty;
    }
    expect(told).to.be.empty;
  });

  it('may take numbers away by the empty string or 0; what an attribute says wrongly is told as written', async () => {
    const site = await startWordPress(siteOptions);
    const told: string[] = [];
    theStage().addEventListener('nr-error', ({ detail }) => told.push(detail.error.message));
    const numbers = ['limit', 'columns', 'refresh', 'heading-level'];
    const list = mount('nr-headlines', { source: site.url, layout: 'row' });
    // As Preact and Vue do.
    for (const none of ['', 0]) {
      Object.assign(list, { limit: none, columns: none, refresh: none, headingLevel: none });
      await list.updateComplete;
      await settled(list);
    }
    for (const name of numbers) list.setAttribute(name, '');
    await list.updateComplete;
    expect(told).to.be.empty;
    expect(headlines(list)).to.have.length(5);
    for (const wrong of ['five', '0'])
      for (const name of numbers) {
        list.setAttribute(name, wrong);
        await list.updateComplete;
        await settled(list);
        expect(told.pop()).to.contain(`${name}="${wrong}": expected`);
      }
    expect(told).to.be.empty;
  });
});
