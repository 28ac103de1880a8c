import { expect } from '@open-wc/testing';
import { startWordPress, type BrowserSite } from '../browser-origin.js';
import { mount, parts, settled, theStage } from './mount.js';
import { siteOptions, specimens } from './specimens.js';

/** Where a character of an element's text is painted. */
function left(element: Element, character: string): number {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const place = (walker.currentNode as Text).data.indexOf(character);
    if (place < 0) continue;
    const range = document.createRange();
    range.setStart(walker.currentNode, place);
    range.setEnd(walker.currentNode, place + 1);
    return range.getBoundingClientRect().left;
  }
  throw new Error(`“${character}” is not in “${element.textContent}”`);
}

/** Two hours ago on a page in Arabic, of which we speak no word. */
describe('English sentences on a page that runs from right to left', () => {
  let site: BrowserSite;

  before(() => Promise.all(specimens.map(({ define }) => define())));
  beforeEach(async () => {
    const date = new Date(Date.now() - 2 * 3_600_000).toISOString().slice(0, 19);
    site = await startWordPress({ ...siteOptions, changes: { 0: { date_gmt: date } } });
  });

  it('keep their number in front: the date of a card', async () => {
    theStage().dir = 'rtl';
    const widget = mount('nr-headlines', { source: site.url, limit: '1', lang: 'en' });
    await settled(widget);
    const [date] = parts(widget, 'date');
    expect(date!.textContent).to.contain('2 hours ago');
    expect(left(date!, '2')).to.be.below(left(date!, 'h'));
  });

  it('keep their number in front and their full stop behind: a thread and its form', async () => {
    theStage().dir = 'rtl';
    const widget = mount('nr-comment-box', {
      source: site.url,
      'article-id': String(site.posts[0]!.id),
      lang: 'en',
    });
    await settled(widget);
    const [heading] = parts(widget, 'heading');
    expect(heading!.textContent).to.match(/4\s+comments/);
    expect(left(heading!, '4')).to.be.below(left(heading!, 'c'));
    const note = widget.shadowRoot!.querySelector('.note')!;
    expect(left(note, 'I')).to.be.below(left(note, '.'));
    expect(getComputedStyle(heading!).textAlign, 'at the page’s own edge').to.equal('right');
  });

  it('keep their full stop behind: an error', async () => {
    theStage().dir = 'rtl';
    const widget = mount('nr-article', { source: site.url, 'article-id': '999999', lang: 'en' });
    await settled(widget);
    const sentence = widget.shadowRoot!.querySelector('[role=alert]')!;
    expect(left(sentence, 'T')).to.be.below(left(sentence, '.'));
  });
});
