import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from './browser.js';
import { headlinesOf, leadsTo, newest } from './headlines-markup.js';
import { usePartner } from './partner.js';
import { usePublisher } from './publisher.js';

const browser = useBrowser();
const publisher = usePublisher();
const partner = usePartner(browser);

const { address, headlines } = headlinesOf(publisher);

describe('Headlines of a real WordPress', () => {
  it('are the newest, with what a reader needs to choose', async () => {
    const { page, heard } = await partner.show(
      headlines('limit="4" layout="row" show="image kicker excerpt byline date"'),
    );
    assert.deepEqual(await leadsTo(page), newest.map(address));
    const first = page.locator('[part~=card]').first();
    assert.equal(
      (await first.locator('[part~=headline]').innerText()).trim(),
      'A Smaller Port Learns to Move Like a Large One',
    );
    assert.equal(await first.locator('[part~=kicker]').innerText(), 'Ports');
    assert.match(await first.locator('[part~=excerpt]').innerText(), /^Puerto Laurel has one new/);
    assert.equal(await first.locator('[part~=byline]').innerText(), 'By Valeria Quiñones Roa');
    assert.match(await first.locator('[part~=date]').innerText(), /minutes ago|hours? ago/);
    const image = first.locator('img');
    assert.ok(await image.evaluate((img) => (img as HTMLImageElement).naturalWidth > 0));
    assert.ok(await image.getAttribute('alt'));
    assert.equal(await page.getByText('All headlines').isVisible(), false);
    assert.deepEqual(await heard(), [
      { type: 'nr-load', detail: { widget: 'headlines', count: 4 } },
    ]);
  });

  describe('are found from', () => {
    const places: [what: string, source: () => string][] = [
      ['the home page', () => `${publisher.url}/`],
      ['the address of an article', () => address('shade-price')],
      ['the root of the REST API', () => `${publisher.url}/wp-json/`],
      ['the REST API without pretty addresses', () => `${publisher.url}/?rest_route=/`],
      ['a category’s page', () => publisher.ids['categories']!['ports']!.url],
    ];
    for (const [what, source] of places)
      it(what, async () => {
        const { page, asked } = await partner.show(headlines('limit="2"', source()));
        assert.deepEqual(await leadsTo(page), newest.slice(0, 2).map(address));
        assert.ok(asked.length <= 4, asked.join('\n'));
      });
  });

  describe('are chosen by', () => {
    const filters: [what: string, attributes: () => string, articles: string[]][] = [
      ['a category’s slug', () => 'category="labor" limit="2"', ['fewer-than-ten', 'teares-serra']],
      [
        'a category’s id',
        () => `category="${publisher.ids['categories']!['labor']!.id}" limit="1"`,
        ['fewer-than-ten'],
      ],
      ['a tag', () => 'tag="cooperatives"', ['shade-price', 'honda-cooperative']],
      [
        'two tags and a category',
        () => 'tag="cooperatives notes" category="ports"',
        ['port-notes-second', 'port-notes-first'],
      ],
      [
        'an author',
        () => `author-id="${publisher.ids['authors']!['livia']!.id}" limit="2"`,
        ['soja-trem', 'vento-excedente'],
      ],
      ['words', () => 'search="guamo roaster"', ['shade-price']],
      [
        'leaving out the article that is being read',
        () => `exclude="${address('second-berth')}" limit="3"`,
        ['tren-encina', 'thirsty-servers', 'soja-trem'],
      ],
      [
        'leaving out by id and by address',
        () =>
          `exclude="${publisher.ids['articles']!['tren-encina']!.id} ${address('second-berth')}?utm_source=x#top" limit="2"`,
        ['thirsty-servers', 'soja-trem'],
      ],
    ];
    for (const [what, attributes, articles] of filters)
      it(what, async () => {
        const { page } = await partner.show(headlines(`layout="headline" ${attributes()}`));
        assert.deepEqual(await leadsTo(page), articles.map(address));
      });

    it('a category that does not exist: an error, not the whole site', async () => {
      const { page, heard } = await partner.show(headlines('category="labor astrology"'));
      const [{ detail }] = (await heard()) as [Awaited<ReturnType<typeof heard>>[number]];
      assert.equal(detail.error!.code, 'not-found');
      assert.match(detail.error!.message, /astrology/);
      assert.equal(await page.getByText('All headlines').isVisible(), true);
    });

    it('words that are nowhere: nothing is shown, and no error', async () => {
      const { page, heard } = await partner.show(headlines('search="xylophonists"'));
      assert.deepEqual(await heard(), [
        { type: 'nr-load', detail: { widget: 'headlines', count: 0 } },
      ]);
      assert.equal(await page.getByText('All headlines').isVisible(), true);
    });
  });

  describe('speak the language of the page', () => {
    const languages = [
      {
        lang: 'es',
        category: 'en-espanol',
        by: /^Por Tomás/,
        ago: /^hace \d+ /,
        more: 'Más artículos',
        shown: 'Se muestran 2 artículos más',
      },
      {
        lang: 'pt-BR',
        category: 'em-portugues',
        by: /^Por Lívia/,
        ago: /^há \d+ /,
        more: 'Mais artigos',
        shown: /2/,
      },
    ];
    for (const { lang, category, by, ago, more, shown } of languages)
      it(lang, async () => {
        const { page } = await partner.show(
          headlines(`category="${category}" limit="2" more show="byline date"`),
          { lang },
        );
        assert.match(await page.locator('[part~=byline]').first().innerText(), by);
        assert.match(await page.locator('[part~=date]').first().innerText(), ago);
        await page.getByRole('button', { name: more }).click();
        await page.getByRole('status').filter({ hasText: shown }).waitFor({ state: 'attached' });
      });
  });

  it('are all that readers may read, with the titles that their publisher means', async () => {
    const { page } = await partner.show(headlines('limit="60" layout="headline"'));
    const shown = new Map(
      await page
        .locator('[part~=link]')
        .evaluateAll((links) =>
          links.map((link) => [link.getAttribute('href'), link.textContent.trim()] as const),
        ),
    );
    const awkward = {
      'title-entities': 'Salt & Silicon: Jujuy’s R&D Town Gets Its First Café',
      'title-angle-brackets': 'Firms With < 10 Staff, > Half of All New Jobs',
      'title-markup':
        'Inside La Gaceta del Muelle, the 98-Year-Old Shipping Paper That Won’t Close',
      'title-empty': 'Untitled',
      'title-emoji': 'Uruguay 🇺🇾 Bets on Green Hydrogen 🚢⚡ and 1 Long Pipe',
      'right-to-left': 'ليمون تشيلي يبحث عن طريق أقصر إلى جدة (Valparaíso – Jeddah)',
    };
    for (const [article, title] of Object.entries(awkward))
      assert.equal(shown.get(address(article)), title);
    assert.equal(shown.has(address('draft')), false);
    assert.equal(shown.has(address('scheduled')), false);
    assert.ok(shown.size > 30);
    // The word of 78 letters breaks.
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  });
});
