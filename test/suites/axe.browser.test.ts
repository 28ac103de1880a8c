import { expect } from '@open-wc/testing';
import { startWordPress, type BrowserSite } from '../browser-origin.js';
import { link, mount, parts, settled, theStage, until } from './mount.js';
import { siteOptions, specimens } from './specimens.js';

/** Both colour schemes, on a page that has them. */
const schemes = { light: ['#fff', '#222'], dark: ['#111', '#eee'] } as const;

for (const { tag, define, reads, findsNothing, texts, needs, looks } of specimens)
  for (const [scheme, [background, colour]] of Object.entries(schemes))
    describe(`axe finds nothing in <${tag}>, ${scheme}`, () => {
      before(define);
      let site: BrowserSite;
      beforeEach(async () => {
        site = await startWordPress(siteOptions);
        const { style } = theStage();
        style.colorScheme = scheme;
        style.background = background;
        style.color = colour;
      });

      for (const look of looks)
        it(`with content, ${Object.values(look).join(' ') || 'as it is'}`, async () => {
          const widget = mount(tag, { ...reads(site), ...look });
          await settled(widget);
          expect(texts(widget)).not.to.be.empty;
          await expect(widget).to.be.accessible();
        });

      for (const inside of [[], [link('Our archive')]]) {
        const how = inside.length ? 'with' : 'without';
        it(`while it loads, ${how} fallback`, async () => {
          await site.hold('/wp-json*');
          const widget = mount(tag, reads(site), ...inside);
          await site.received('/wp-json*');
          await expect(widget).to.be.accessible();
        });

        it(`with nothing to show, ${how} fallback`, async () => {
          const widget = mount(tag, findsNothing(site), ...inside);
          await settled(widget);
          await expect(widget).to.be.accessible();
        });

        it(`with an error, ${how} fallback`, async () => {
          await site.route(needs, { body: '<h1>Maintenance</h1>' });
          const widget = mount(tag, reads(site), ...inside);
          await until(() => parts(widget, 'error').length > 0);
          await expect(widget).to.be.accessible();
        });

        it(`waiting for a click, ${how} fallback`, async () => {
          const widget = mount(tag, { ...reads(site), load: 'click' }, ...inside);
          await settled(widget);
          expect(parts(widget, 'button')).to.have.length(1);
          await expect(widget).to.be.accessible();
        });
      }

      it('in Arabic, from the right', async () => {
        theStage().dir = 'rtl';
        const widget = mount(tag, { ...reads(site), lang: 'ar' });
        await settled(widget);
        await expect(widget).to.be.accessible();
      });
    });
