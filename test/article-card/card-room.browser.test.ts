import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { define } from '../../src/define/define.js';
import { NrArticleCard } from '../../src/elements/article-card/article-card.js';
import { settled, theStage } from '../suites/mount.js';

const words = 'Shippers had counted on the new quay for the coffee season, and the crane is late.';

async function cardWith(attributes: Partial<NrArticleCard>) {
  const card = Object.assign(document.createElement('nr-article-card'), {
    headline: words,
    href: 'https://publisher.example/quay/',
    image: '/no-picture.png',
    kicker: 'Trade',
    excerpt: words,
    byline: 'Valeria Quintana',
    published: '2026-01-01T08:00:00Z',
    ...attributes,
  });
  card.style.inlineSize = '25em';
  theStage().append(card);
  await settled(card);
  const part = (selector: string) => card.renderRoot.querySelector<HTMLElement>(selector)!;
  return { card, part };
}

describe('The room of a card', () => {
  before(() => define('nr-article-card', NrArticleCard));
  beforeEach(() => scrollTo(0, 0));

  for (const layout of ['stacked', 'row', 'compact', 'hero'] as const)
    for (const dir of ['ltr', 'rtl'] as const)
      it(`layout ${layout}, ${dir}: the text keeps off the picture, and the link covers both`, async () => {
        const { card, part } = await cardWith({ layout, dir, show: 'image kicker date' });
        const picture = part('.media').getBoundingClientRect();
        const headline = part('.headline').getBoundingClientRect();
        if (layout === 'stacked' || layout === 'hero')
          expect(headline.top).to.be.at.least(picture.bottom);
        else if (dir === 'ltr') expect(headline.left).to.be.at.least(picture.right);
        else expect(headline.right).to.be.at.most(picture.left);
        expect(part('img').getBoundingClientRect().height).to.be.closeTo(picture.height, 0.1);
        const { bottom, left, right } = part('.card').getBoundingClientRect();
        for (const [x, y] of [
          [picture.left + picture.width / 2, picture.top + picture.height / 2],
          [dir === 'ltr' ? right - 2 : left + 2, bottom - 2],
        ] as const)
          expect(card.shadowRoot!.elementFromPoint(x, y)?.localName, `${x}, ${y}`).to.equal('a');
      });

  it('shows where the keyboard is around all of it, the picture too', async () => {
    const { card, part } = await cardWith({});
    await sendKeys({ press: 'Tab' });
    const link = part('a');
    expect(card.shadowRoot!.activeElement).to.equal(link);
    const { outlineStyle, inlineSize, blockSize } = getComputedStyle(link, '::after');
    const { width, height } = part('.card').getBoundingClientRect();
    // WebKit's driver gives the page no focus: nothing in it is `:focus`.
    if (document.hasFocus()) expect(outlineStyle).to.equal('solid');
    expect(parseFloat(inlineSize)).to.be.closeTo(width, 0.1);
    expect(parseFloat(blockSize)).to.be.closeTo(height, 0.1);
  });

  it('looks as if it could be clicked where there is a link, and not otherwise', async () => {
    const linked = await cardWith({});
    const plain = await cardWith({ href: undefined });
    expect(getComputedStyle(linked.part('.excerpt')).cursor).to.equal('pointer');
    expect(getComputedStyle(plain.part('.excerpt')).cursor).to.equal('auto');
  });

  it('keeps its picture and the reader’s place when the page changes its theme', async () => {
    const { card, part } = await cardWith({ theme: 'light' });
    const [picture, link] = [part('img'), part('a')];
    link.focus();
    card.theme = 'dark';
    await card.updateComplete;
    expect(part('.dark')).to.exist;
    expect(part('img')).to.equal(picture);
    expect(card.shadowRoot!.activeElement).to.equal(link);
  });
});
