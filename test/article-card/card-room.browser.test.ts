import { expect } from '@open-wc/testing';
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
});
