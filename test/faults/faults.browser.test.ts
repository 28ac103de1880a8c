import { expect } from '@open-wc/testing';
import type { Answer } from '../browser-origin.js';
import { startOrigin, startWordPress } from '../browser-origin.js';
import { tally } from '../browser-tally.js';
import { isSeen, link, mount, settled, theStage } from '../suites/mount.js';
import { siteOptions, specimens } from '../suites/specimens.js';

const thrown: string[] = [];
window.addEventListener('error', ({ message }) => thrown.push(message));
window.addEventListener('unhandledrejection', ({ reason }) => thrown.push(String(reason)));
afterEach(() => expect(thrown.splice(0), 'thrown into the page').to.be.empty);

const json = (body: string): Answer => ({ body, headers: { 'content-type': 'application/json' } });
const deep = 100_000;

/** What a source may answer; made from a good answer. */
const faults: Record<string, (good: string) => Answer> = {
  'JSON that is cut off': (good) => json(good.slice(0, good.length / 2)),
  'JSON that is nested 100,000 levels deep': () => json('['.repeat(deep) + ']'.repeat(deep)),
  'the data of another request': () => json('{"namespaces":["wp/v2"],"routes":{}}'),
  null: () => json('null'),
  'a list of nothing': () => json('[null,1,"a",[],{}]'),
  'keys of prototypes': (good) =>
    json(good.replaceAll('"title":', '"__proto__":{"polluted":true},"constructor":{},"title":')),
  'a date in the year 275760, and one before year 0': (good) =>
    json(good.replace(/"date(_gmt)?":"[^"]+"/g, '"date$1":"+275760-09-13T00:00:00"')),
  'a date before year 0': (good) =>
    json(good.replace(/"date(_gmt)?":"[^"]+"/g, '"date$1":"-000044-03-15T00:00:00"')),
  'lone surrogates': (good) => json(good.replace(/"rendered":"/g, '"rendered":"\\ud800 ')),
  'a word of a megabyte': (good) =>
    json(good.replace(/"rendered":"/, `"rendered":"${'x'.repeat(2 ** 20)}`)),
};

for (const { tag, define, reads, needs, answer } of specimens)
  describe(`<${tag}> that gets`, () => {
    before(() => define());

    for (const [name, fault] of Object.entries(faults))
      it(`${name}: it shows something honest, and the page is spared`, async () => {
        const site = await startWordPress(siteOptions);
        const good = await (await fetch(answer(site))).text();
        await site.route(needs, fault(good));
        const own = document.createElement('p');
        own.textContent = 'The page’s own';
        theStage().append(own);
        const { x, height } = own.getBoundingClientRect();
        const fallback = link('Fallback');
        const errors: string[] = [];
        const widget = mount(tag, reads(site), fallback);
        widget.addEventListener('nr-error', (event) => errors.push(event.detail.error.code));
        await settled(widget);
        // Content, or its author's: never nothing.
        const shown = widget.shadowRoot!.querySelector<HTMLElement>('.root')!;
        expect(isSeen(fallback) || isSeen(shown)).to.be.true;
        if (errors.length) expect(isSeen(fallback), errors.join()).to.be.true;
        expect(shown.textContent).not.to.match(/Invalid Date|NaN|undefined|\[object/);
        const now = own.getBoundingClientRect();
        expect([now.x, now.height], 'the page’s own').to.deep.equal([x, height]);
        expect(({} as { polluted?: boolean }).polluted).to.be.undefined;
        await tally('fault');
      });
  });

describe('A source that is broken', () => {
  before(() => Promise.all(specimens.map(({ define }) => define())));

  it('is asked at most six times, however many widgets want it; a reader may ask again', async () => {
    const origin = await startOrigin();
    await origin.route('/*', { status: 500, json: {} });
    const site = { url: origin.url, posts: [{ id: 1 }, { id: 2 }] };
    const all = specimens.flatMap(({ tag, reads }) =>
      [1, 2, 3].map(() =>
        mount(tag, { ...reads(site), 'source-type': 'wordpress', load: 'eager' }, link('Fallback')),
      ),
    );
    await Promise.all(all.map(settled));
    const asked = (await origin.requests()).length;
    expect(asked).to.be.within(1, 6);
    for (const { tag, reads } of specimens)
      await settled(mount(tag, { ...reads(site), 'source-type': 'wordpress', load: 'eager' }));
    expect(await origin.requests(), 'widgets that come later').to.have.length(asked);
    all[0]!.shadowRoot!.querySelector<HTMLElement>('[part~=button]')!.click();
    await origin.received(/./, asked + 1);
  });
});
