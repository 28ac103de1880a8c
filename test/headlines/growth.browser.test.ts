import { expect } from '@open-wc/testing';
import '../../src/define/headlines.js';
import type { NrHeadlines } from '../../src/elements/headlines/headlines.js';
import { askAnew } from '../../src/net/ask-anew.js';
import { startWordPress, type BrowserSite } from '../browser-origin.js';
import { headlines, mount, parts, settled, theStage, until } from '../suites/mount.js';
import type { Widget } from '../suites/specimens.js';

type List = NrHeadlines & Widget;

async function list(site: BrowserSite, attributes: Record<string, string> = {}): Promise<List> {
  const widget = mount('nr-headlines', {
    source: site.url,
    'source-type': 'wordpress',
    limit: '2',
    more: '',
    ...attributes,
  });
  await settled(widget);
  return widget as List;
}

const more = (widget: List) => parts(widget, 'more')[0]!;
const isLoading = (widget: List) => more(widget).getAttribute('aria-disabled') === 'true';
const kickers = (widget: List) => parts(widget, 'kicker').map(({ innerText }) => innerText);

/** All that the live region says from now on. */
function listen(widget: List): string[] {
  const said: string[] = [];
  const region = widget.shadowRoot!.querySelector('[role=status]')!;
  new MutationObserver(() => said.push(region.textContent.trim())).observe(region, {
    childList: true,
    characterData: true,
    subtree: true,
  });
  return said;
}

afterEach(() => sessionStorage.clear());

describe('A remembered list', () => {
  for (const odd of ['{"articles":[{"headline":"Old"}]}', '[null]', '{"articles":[null]}'])
    it(`is none where it is not ours: ${odd}`, async () => {
      const site = await startWordPress();
      (await list(site)).remove();
      const key = Object.keys(sessionStorage).find((each) => each.includes('list:'))!;
      sessionStorage.setItem(key, odd);
      askAnew();
      expect(headlines(await list(site))).to.have.length(2);
    });

  it('is asked for again when it is put back, if it was taken off before its answer came', async () => {
    const site = await startWordPress();
    (await list(site)).remove();
    // As on the next page of the tab.
    askAnew();
    const newest = { ...site.posts[0]!, id: 2000, link: `${site.url}/newest/` };
    await site.route(/posts\?/, { json: [newest, site.posts[0]] });
    const release = await site.hold(/posts\?/);
    const widget = await list(site);
    const [remembered] = headlines(widget);
    widget.remove();
    await settled(widget);
    await release();
    theStage().append(widget);
    await until(() => widget.articles?.[0]?.id === '2000');
    expect(headlines(widget)).to.contain(remembered);
  });
});

describe('“More articles”', () => {
  it('brings nothing of a category that is not wanted any more, and goes on with the other', async () => {
    const site = await startWordPress();
    const widget = await list(site, { category: '1', show: 'kicker' });
    const [kicker] = kickers(widget);
    const release = await site.hold(/posts\?.*categories=1/);
    more(widget).click();
    await site.received(/[?&]page=2/);
    widget.category = '2';
    await widget.updateComplete;
    await settled(widget);
    expect(isLoading(widget), 'its button waits for the other').to.equal(false);
    more(widget).click();
    await until(() => headlines(widget).length === 4);
    await release();
    await until(() =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => name.startsWith(site.url) && /[?&]page=2&categories=1/.test(name)),
    );
    // By the time of the page after it the late one would have been taken, too.
    more(widget).click();
    await until(() => headlines(widget).length > 4 && !isLoading(widget));
    expect(kickers(widget)).to.have.length(6).and.not.to.contain(kicker);
  });

  it('stays when the answer to a remembered list comes later; what is new waits behind a button', async () => {
    const site = await startWordPress();
    (await list(site)).remove();
    // As on the next page of the tab.
    askAnew();
    const newest = { ...site.posts[0]!, id: 2000, link: `${site.url}/newest/` };
    await site.route(/posts\?per_page=2&_fields/, { json: [newest, site.posts[0]] });
    const release = await site.hold(/posts\?per_page=2&_fields/);
    const widget = mount('nr-headlines', {
      source: site.url,
      'source-type': 'wordpress',
      limit: '2',
      more: '',
    }) as List;
    await until(() => headlines(widget).length === 2);
    more(widget).click();
    await until(() => headlines(widget).length === 4);
    await release();
    await until(() => parts(widget, 'button').length === 2);
    expect(headlines(widget)).to.have.length(4);
    parts(widget, 'button')[0]!.click();
    await until(() => headlines(widget).length === 5);
  });

  it('goes on past a page that brought nothing new', async () => {
    const site = await startWordPress();
    const widget = await list(site);
    await site.route(/posts\?.*[?&]page=2/, { json: site.posts.slice(0, 2) });
    const said = listen(widget);
    more(widget).click();
    await until(() => headlines(widget).length === 4);
    expect(said.at(-1)).to.equal('2 more articles shown');
  });

  it('gives up a site that has the same on each of its pages', async () => {
    const site = await startWordPress();
    const widget = await list(site);
    await site.route(/posts\?.*[?&]page=/, {
      json: site.posts.slice(0, 2),
      headers: { 'X-WP-TotalPages': '50', 'Access-Control-Expose-Headers': 'X-WP-TotalPages' },
    });
    const said = listen(widget);
    more(widget).click();
    await until(() => said.length === 2);
    expect(said.at(-1)).to.equal('No more articles');
    const asked = (await site.requests()).filter(({ url }) => /[?&]page=/.test(url));
    expect(asked).to.have.length(3);
  });

  it('says each time how many came, and that they could not be reached', async () => {
    const site = await startWordPress();
    const widget = await list(site);
    const said = listen(widget);
    for (const length of [4, 6]) {
      more(widget).click();
      await until(() => headlines(widget).length === length && !isLoading(widget));
      await widget.updateComplete;
    }
    expect(said).to.deep.equal([
      'Loading',
      '2 more articles shown',
      'Loading',
      '2 more articles shown',
    ]);
    await site.route(/posts\?.*page=4/, { status: 404, json: { code: 'gone', message: 'Gone' } });
    more(widget).click();
    await until(() => said.length === 6);
    expect(said.at(-1)).to.equal('This content could not be reached.');
    await until(() => more(widget).innerText === 'Try again');
    expect(headlines(widget)).to.have.length(6);
    await site.route(/posts\?.*page=4/, { json: site.posts.slice(6, 8) });
    more(widget).click();
    await until(() => headlines(widget).length === 8);
    await until(() => more(widget).innerText === 'More articles');
  });

  it('that did not come for one category is no failure of the next', async () => {
    const site = await startWordPress();
    const widget = await list(site, { category: '1' });
    const said = listen(widget);
    await site.route(/[?&]page=2/, { status: 404, json: { code: 'gone', message: 'Gone' } });
    const release = await site.hold(/[?&]page=2/);
    const failure = new Promise((resolve) => widget.addEventListener('nr-error', resolve));
    more(widget).click();
    await site.received(/[?&]page=2/);
    widget.category = '2';
    await widget.updateComplete;
    await settled(widget);
    await release();
    await failure;
    await widget.updateComplete;
    expect(more(widget).innerText).to.equal('More articles');
    expect(said).not.to.include('This content could not be reached.');
  });

  it('says of a list that is gone nothing of the next one', async () => {
    const site = await startWordPress();
    const widget = await list(site, { category: '1' });
    const status = widget.shadowRoot!.querySelector('[role=status]')!;
    more(widget).click();
    await until(() => /more articles shown/.test(status.textContent));
    widget.category = '2';
    await widget.updateComplete;
    expect(status.textContent).to.equal('');
  });

  it('goes to the first that came, unless the reader has gone on elsewhere', async () => {
    const site = await startWordPress();
    const search = document.createElement('input');
    const widget = await list(site);
    theStage().append(search);
    const focused = () => widget.shadowRoot!.activeElement;
    more(widget).focus();
    more(widget).click();
    await until(() => headlines(widget).length === 4);
    await until(() => !!focused()?.closest('.item'));
    expect(focused()!.textContent.trim()).to.equal(headlines(widget)[2]);

    const release = await site.hold(/posts\?.*page=3/);
    more(widget).focus();
    more(widget).click();
    await site.received(/posts\?.*page=3/);
    search.focus();
    await release();
    await until(() => headlines(widget).length === 6 && !isLoading(widget));
    await widget.updateComplete;
    expect(document.activeElement?.localName).to.equal('input');
  });

  it('keeps the reader’s place where the last page brings nothing, and its button goes', async () => {
    const site = await startWordPress();
    const widget = await list(site);
    await site.route(/posts\?.*[?&]page=2/, { json: [] });
    const said = listen(widget);
    more(widget).focus();
    more(widget).click();
    await until(() => parts(widget, 'more').length === 0);
    await until(() => said.at(-1) === 'No more articles');
    expect(document.activeElement?.localName).to.equal('nr-headlines');
  });

  it('that brings nothing calls nobody back who has gone on elsewhere', async () => {
    const site = await startWordPress();
    const search = document.createElement('input');
    const widget = await list(site);
    theStage().append(search);
    await site.route(/[?&]page=2/, { json: [] });
    const said = listen(widget);
    const release = await site.hold(/[?&]page=2/);
    more(widget).focus();
    more(widget).click();
    await site.received(/[?&]page=2/);
    search.focus();
    await release();
    await until(() => said.at(-1) === 'No more articles');
    expect(document.activeElement?.localName).to.equal('input');
  });
});

describe('A list that looks for new articles', () => {
  /** Looks at once, as if its time had come. */
  function clock() {
    const later = window.setTimeout;
    const due: (() => void)[] = [];
    window.setTimeout = ((run: () => void, ms?: number) =>
      ms === 30_000 ? due.push(run) : later(run, ms)) as typeof setTimeout;
    return {
      look: () => due.pop()!(),
      waits: () => due.length > 0,
      stop: () => (window.setTimeout = later),
    };
  }

  it('shows them where it was empty', async () => {
    const time = clock();
    try {
      const site = await startWordPress();
      await site.route(/search=none/, { json: [] }, { json: site.posts.slice(0, 2) });
      const widget = await list(site, { search: 'none', refresh: '30' });
      expect(headlines(widget)).to.be.empty;
      await until(time.waits);
      time.look();
      await until(() => headlines(widget).length === 2);
    } finally {
      time.stop();
    }
  });

  it('has no button for them above articles of the page’s own', async () => {
    const time = clock();
    try {
      const site = await startWordPress();
      const widget = await list(site, { refresh: '30', more: 'false' });
      const newest = { ...site.posts[0]!, id: 2000, link: `${site.url}/newest/` };
      await site.route(/posts\?/, { json: [newest, site.posts[0]] });
      await until(time.waits);
      time.look();
      await until(() => parts(widget, 'button').length === 1);
      widget.articles = [{ id: '1', url: 'https://own.example/', headline: 'Own', authors: [] }];
      await until(() => headlines(widget).length === 1);
      expect(parts(widget, 'button')).to.be.empty;
    } finally {
      time.stop();
    }
  });

  it('has no button above another category for what waited in the one before', async () => {
    const time = clock();
    try {
      const site = await startWordPress();
      const widget = await list(site, { category: '1', refresh: '30', more: 'false' });
      const newest = { ...site.posts[0]!, id: 2000, link: `${site.url}/newest/` };
      await site.route(/categories=1&/, { json: [newest, site.posts[0]] });
      await until(time.waits);
      time.look();
      await until(() => parts(widget, 'button').length === 1);
      widget.category = '2';
      await widget.updateComplete;
      await settled(widget);
      expect(headlines(widget)).to.have.length(2);
      expect(parts(widget, 'button')).to.have.length(0);
    } finally {
      time.stop();
    }
  });

  it('takes nothing from a category that is not wanted any more', async () => {
    const time = clock();
    try {
      const site = await startWordPress();
      await site.route(/categories=1&/, { json: [] }, { json: site.posts.slice(0, 2) });
      await site.route(/categories=2&/, { json: [] });
      const widget = await list(site, { category: '1', refresh: '30', more: 'false' });
      await until(time.waits);
      const release = await site.hold(/categories=1&/);
      time.look();
      await until(
        async () =>
          (await site.requests()).filter(({ url }) => /categories=1&/.test(url)).length === 2,
      );
      widget.category = '2';
      await widget.updateComplete;
      await settled(widget);
      await release();
      // It has looked, and waits for the next time.
      await until(time.waits);
      await widget.updateComplete;
      expect(headlines(widget)).to.be.empty;
    } finally {
      time.stop();
    }
  });
});
