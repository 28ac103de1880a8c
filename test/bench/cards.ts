import { bundle } from './bundle.js';
import { picture } from './picture.js';
import { newsrackServer } from './rendering.js';
import { names, page, type Section, type Side, type Topic } from './section.js';
import { json, script, type Site } from './site.js';

export interface Card {
  headline: string;
  href: string;
  image: string;
  kicker: string;
  excerpt: string;
  byline: string;
  published: string;
}

/** So many cards stand on the first screen. */
const FIRST_SCREEN = 8;

const makeCard = (number: number, origin: string): Card => ({
  headline: `Port ${number} waits for its second berth while freight rates keep falling`,
  href: `https://publisher.example/${number}/`,
  image: `${origin}/picture.png?${number}`,
  kicker: 'Trade',
  excerpt:
    'Shippers had counted on the new quay for the coffee season. The crane has been on its way for a year, and nobody says where.',
  byline: 'Valeria Quintana',
  published: new Date(Date.UTC(2026, 0, 1, number)).toISOString(),
});

const attributes = (values: Card) =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${value}"`)
    .join(' ');

const date = (card: Card) =>
  `<time datetime="${card.published}">${card.published.slice(0, 10)}</time>`;

const staticCard = (card: Card, place: number) =>
  `<article><img src="${card.image}" alt=""${place < FIRST_SCREEN ? '' : ' loading="lazy"'}><div>${card.kicker}</div><h3><a href="${card.href}">${card.headline}</a></h3><p>${card.excerpt}</p><div><span>By ${card.byline}</span> ${date(card)}</div></article>`;

const grid = (head: string, body: string) =>
  page(
    'Cards',
    `<style>.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:1.75em}.grid img{display:block;width:100%;aspect-ratio:16/9;object-fit:cover}</style>${head}`,
    `<div class="grid">${body}</div>`,
  );

/** A card of a component library: its own markup inside its card, as its documentation shows. */
const libraryCard = (tag: string, slot: string) => (card: Card, place: number) =>
  `<${tag}><img slot="${slot}" src="${card.image}" alt=""${place < FIRST_SCREEN ? '' : ' loading="lazy"'}><div>${card.kicker}</div><h3><a href="${card.href}">${card.headline}</a></h3><p>${card.excerpt}</p><div><span>By ${card.byline}</span> ${date(card)}</div></${tag}>`;

const isLast = (inside: string) => `(() => {
  const last = document.querySelector('.grid').lastElementChild;
  return !!${inside};
})()`;
const inShadow = isLast(`last.shadowRoot.querySelector('time')`);
const upgraded = isLast(`last.shadowRoot.querySelector('[part~=base], .card, slot')`);

async function serveCards(
  site: Site,
  count: number,
  condition: Section['condition'],
): Promise<Section> {
  const name = `cards-${count}${condition === 'slow' ? '-slow' : ''}`;
  const data = Array.from({ length: count }, (_, number) => makeCard(number, site.url));
  const { renderToString } = await newsrackServer();
  const rendered = await Promise.all(
    data.map((card, place) =>
      renderToString(
        'article-card',
        { ...card },
        {
          // As the command makes them; a sheet in each of 500 would be 2 MB.
          ...(count > 20 && { styles: 'link' as const, cdn: `${site.url}/newsrack/` }),
          firstScreenWidth: place < FIRST_SCREEN ? 280 : undefined,
        },
      ),
    ),
  );
  const side = (title: string, markup: string, isShown: string): [string, Side] => [
    title,
    { url: site.page(`${name}-${title.replace(/\W+/g, '-')}`, markup), isShown },
  ];
  const loader = '<script async src="/newsrack/newsrack.js"></script>';
  return {
    name,
    title: `${count} cards`,
    condition,
    sides: Object.fromEntries([
      side(
        names.static,
        grid('', data.map(staticCard).join('')),
        isLast(`last.querySelector('time')`),
      ),
      side(
        names.byHand,
        grid(
          '',
          `</div><script type="application/json" id="data">${JSON.stringify(data)}</script><script type="module" src="/by-hand-cards.js"></script><div>`,
        ),
        isLast(`last.querySelector('time')`),
      ),
      side(
        names.plainLit,
        grid(
          '<script type="module" src="/plain-card.js"></script>',
          data.map((card) => `<plain-card ${attributes(card)}></plain-card>`).join(''),
        ),
        inShadow,
      ),
      side(
        names.newsrack,
        grid(
          loader,
          data.map((card) => `<nr-article-card ${attributes(card)}></nr-article-card>`).join(''),
        ),
        inShadow,
      ),
      side(names.rendered, grid('', `${rendered.join('')}</div>${loader}<div>`), inShadow),
      side(
        'Shoelace',
        grid(
          '<link rel="stylesheet" href="/shoelace.css"><script type="module" src="/shoelace.js"></script>',
          data.map(libraryCard('sl-card', 'image')).join(''),
        ),
        upgraded,
      ),
      side(
        'Web Awesome',
        grid(
          '<link rel="stylesheet" href="/webawesome.css"><script type="module" src="/webawesome.js"></script>',
          data.map(libraryCard('wa-card', 'media')).join(''),
        ),
        upgraded,
      ),
      // Each of its cards is a request: a hundred of them are another thing than the other sides'.
      ...(count > 20
        ? []
        : [
            side(
              'Microlink',
              grid(
                `<script type="module" src="/microlink.js"></script>`,
                data
                  .map(
                    (card, number) =>
                      `<a class="link" href="${card.href}?${number}">${card.headline}</a>`,
                  )
                  .join(''),
              ),
              isLast(`last.querySelector('.microlink_card__content_title')`),
            ),
          ]),
    ]),
  };
}

/** Five headlines of a WordPress site, each made its way. */
async function serveHeadlines(
  site: Site,
  condition: Section['condition'],
  asked: string[],
): Promise<Section> {
  const name = condition === 'slow' ? 'headlines-slow' : 'headlines';
  const { renderToString } = await newsrackServer();
  const source = site.backEnd;
  // The pictures are the publisher's on all sides.
  const cards = Array.from({ length: 5 }, (_, number) => makeCard(number, source));
  const tag = `<nr-headlines source="${source}" source-type="wordpress" limit="5"></nr-headlines>`;
  const loader = '<script async src="/newsrack/newsrack.js"></script>';
  const rendered = await renderToString(
    'headlines',
    { source, 'source-type': 'wordpress', limit: 5 },
    { firstScreenWidth: 1200 },
  );
  // The server asks as the browser does.
  const data = `${source}${asked.at(-1)}`.replace(/&/g, '&amp;');
  const isShown = `document.querySelector('nr-headlines').shadowRoot.querySelectorAll('time').length === 5`;
  return {
    name,
    title: 'Five headlines from WordPress',
    condition,
    sides: {
      [names.static]: {
        url: site.page('headlines-static', page('Headlines', '', cards.map(staticCard).join(''))),
        isShown: `document.querySelectorAll('time').length === 5`,
      },
      [names.newsrack]: {
        url: site.page('headlines-newsrack', page('Headlines', loader, tag)),
        isShown,
      },
      'Newsrack, data preloaded': {
        url: site.page(
          'headlines-preloaded',
          page(
            'Headlines',
            `<link rel="preload" as="fetch" crossorigin href="${data}">${loader}`,
            tag,
          ),
        ),
        isShown,
      },
      [names.rendered]: {
        // As the builder's code has it: what is there already needs the loader last.
        url: site.page('headlines-rendered', page('Headlines', '', rendered + loader)),
        isShown,
      },
    },
  };
}

/** WordPress' answer for posts, in the shape of its REST API; what it was asked for is told. */
export function serveWordPress(site: Site): string[] {
  const asked: string[] = [];
  site.answer('/wp-json/wp/v2/posts', ({ path, query, search }) => {
    asked.push(path + search);
    const count = Number(query.get('per_page') ?? 10);
    return json(
      Array.from({ length: count }, (_, number) => {
        const { headline, image, excerpt, byline, published } = makeCard(number, site.backEnd);
        return {
          id: number + 1,
          date_gmt: published.slice(0, 19),
          link: `${site.backEnd}/${number}/`,
          title: { rendered: headline },
          excerpt: { rendered: `<p>${excerpt}</p>\n`, protected: false },
          _links: {},
          _embedded: {
            author: [{ id: 1, name: byline, link: `${site.backEnd}/author/1/` }],
            'wp:featuredmedia': [
              {
                id: 1,
                alt_text: '',
                source_url: image,
                media_details: { width: 240, height: 135, sizes: {} },
              },
            ],
            'wp:term': [
              [{ id: 1, name: 'Trade', slug: 'trade', taxonomy: 'category', link: site.backEnd }],
            ],
          },
        };
      }),
      { 'x-wp-total': '200', 'x-wp-totalpages': String(Math.ceil(200 / count)) },
    );
  });
  return asked;
}

async function servePeers(site: Site): Promise<void> {
  const [shoelace, awesome, microlink] = await Promise.all([
    bundle(
      `import '@shoelace-style/shoelace/dist/components/card/card.js'; import '@shoelace-style/shoelace/dist/themes/light.css';`,
    ),
    bundle(
      `import '@awesome.me/webawesome/dist/components/card/card.js'; import '@awesome.me/webawesome/dist/styles/themes/default.css';`,
    ),
    bundle(
      `import microlink from '@microlink/vanilla'; microlink('a.link', { endpoint: '${site.backEnd}/back-end/microlink', lazy: false, media: ['image'] });`,
    ),
  ]);
  for (const [name, { code, css }] of Object.entries({
    shoelace,
    webawesome: awesome,
    microlink,
  })) {
    site.file(`/${name}.js`, script(code));
    site.file(`/${name}.css`, { body: css, type: 'text/css' });
  }
  // https://microlink.io/docs/api/getting-started/overview
  site.answer('/back-end/microlink', ({ query }) => {
    const url = query.get('url') ?? '';
    const card = makeCard(Number(new URL(url).searchParams.keys().next().value ?? 0), site.url);
    return json({
      status: 'success',
      data: {
        url,
        title: card.headline,
        description: card.excerpt,
        publisher: 'publisher.example',
        author: card.byline,
        date: card.published,
        lang: 'en',
        image: { url: card.image, type: 'png', width: 240, height: 135, size: 20_000 },
        logo: null,
      },
    });
  });
}

export const cards: Topic = async (site) => {
  const [byHand, plain] = await Promise.all([
    bundle('by-hand-cards.ts'),
    bundle('plain-card.ts'),
    servePeers(site),
  ]);
  site.file('/by-hand-cards.js', script(byHand.code));
  site.file('/plain-card.js', script(plain.code));
  site.answer('/picture.png', () => ({ body: picture(), type: 'image/png' }));
  const asked = serveWordPress(site);
  return [
    await serveCards(site, 20, 'fast'),
    await serveCards(site, 500, 'fast'),
    await serveCards(site, 20, 'slow'),
    await serveHeadlines(site, 'fast', asked),
    await serveHeadlines(site, 'slow', asked),
  ];
};
