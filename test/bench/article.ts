import { bundle } from './bundle.js';
import { picture } from './picture.js';
import { names, page, type Section, type Topic } from './section.js';
import { json, script } from './site.js';

const paragraph =
  'Shippers had counted on the new quay for the coffee season. The <a href="/crane/">crane</a> has been on its way for a <em>year</em>, and nobody says where.';

/** A full article of sixty paragraphs and four pictures. No peer shows one. */
export const article: Topic = async (site) => {
  const byHand = await bundle('by-hand-article.ts');
  site.file('/by-hand-article.js', script(byHand.code));
  site.answer('/picture.png', () => ({ body: picture(), type: 'image/png' }));
  const headline = 'Ports and people';
  const body = Array.from({ length: 60 }, (_, number) =>
    number % 15
      ? `<p>${paragraph} ${number}.</p>`
      : `<h2>Part ${number / 15 + 1}</h2><figure><img src="${site.backEnd}/picture.png?${number}" alt="A quay" width="240" height="135"></figure>`,
  ).join('\n');
  const post = {
    id: 7,
    date_gmt: '2026-10-01T08:00:00',
    modified_gmt: '2026-10-01T08:00:00',
    link: `${site.backEnd}/ports-and-people/`,
    title: { rendered: headline },
    excerpt: { rendered: '<p>About ports.</p>', protected: false },
    content: { rendered: body, protected: false },
    comment_status: 'open',
    _links: {},
    _embedded: {
      author: [{ id: 1, name: 'Valeria Quintana', link: `${site.backEnd}/author/1/` }],
    },
  };
  site.answer('/wp-json/wp/v2/posts/7', () => json(post));

  const section = (condition: Section['condition']): Section => ({
    name: condition === 'slow' ? 'article-slow' : 'article',
    title: 'A full article from WordPress',
    condition,
    sides: {
      [names.static]: {
        url: site.page(
          'article-static',
          page(
            'Article',
            '',
            `<main><h1>${headline}</h1><time datetime="${post.date_gmt}Z">Oct 1, 2026</time>${body}</main>`,
          ),
        ),
        isShown: `document.querySelectorAll('p').length === 56`,
      },
      [names.byHand]: {
        url: site.page(
          'article-by-hand',
          page(
            'Article',
            '<script type="module" src="/by-hand-article.js"></script>',
            `<main data-src="${site.backEnd}/wp-json/wp/v2/posts/7"></main>`,
          ),
        ),
        isShown: `document.querySelectorAll('p').length === 56`,
      },
      [names.newsrack]: {
        url: site.page(
          'article-newsrack',
          page(
            'Article',
            '<script async src="/newsrack/newsrack.js"></script>',
            `<nr-article source="${site.backEnd}" source-type="wordpress" article-id="7"></nr-article>`,
          ),
        ),
        isShown: `document.querySelector('nr-article').shadowRoot.querySelectorAll('[part~=body] p').length === 56`,
      },
    },
  });
  return [section('fast'), section('slow')];
};
