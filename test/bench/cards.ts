import { build } from 'vite';
import { fileURLToPath } from 'node:url';
import type { Workload } from './workload.js';

interface Card {
  headline: string;
  href: string;
  image: string;
  kicker: string;
  excerpt: string;
  byline: string;
  published: string;
}

const card = (number: number): Card => ({
  headline: `Port ${number} waits for its second berth while freight rates keep falling`,
  href: `https://publisher.example/${number}/`,
  image: `/picture.png?${number}`,
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

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title>
  <style>.grid{display:grid;grid-template-columns:repeat(4,1fr);gap:1.75em}.grid img{display:block;width:100%;aspect-ratio:16/9;object-fit:cover}</style>
  ${head}<div class="grid">${body}</div>`;

async function bundlePlainCard(): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('plain-card.ts', import.meta.url)),
        formats: ['es'],
        fileName: 'plain-card',
      },
    },
  });
  const [{ output }] = made as unknown as [{ output: [{ code: string }] }];
  return output[0].code;
}

/** A page full of cards whose data stands in their attributes: nothing is fetched but code and pictures. */
export async function cards(count: number): Promise<Workload> {
  const data = Array.from({ length: count }, (_, number) => card(number));
  return {
    name: `${count} cards`,
    scripts: { '/plain-card.js': await bundlePlainCard() },
    sides: {
      'static HTML': page(
        '',
        data
          .map(
            (each) =>
              `<article><img src="${each.image}" alt="" loading="lazy"><div>${each.kicker}</div><h3><a href="${each.href}">${each.headline}</a></h3><p>${each.excerpt}</p><div><span>By ${each.byline}</span> <time datetime="${each.published}">${each.published.slice(0, 10)}</time></div></article>`,
          )
          .join(''),
      ),
      'plain Lit': page(
        '<script type="module" src="/plain-card.js"></script>',
        data.map((each) => `<plain-card ${attributes(each)}></plain-card>`).join(''),
      ),
      Newsrack: page(
        '<script async src="/newsrack/newsrack.js" data-nr-eager></script>',
        data.map((each) => `<nr-article-card ${attributes(each)}></nr-article-card>`).join(''),
      ),
    },
    isShown: `(() => {
      const all = [...document.querySelectorAll('.grid > *')];
      const last = all.at(-1);
      return !!(last?.shadowRoot ?? last)?.querySelector('time');
    })()`,
  };
}
