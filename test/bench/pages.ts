import { serveWordPress } from './cards.js';
import { picture } from './picture.js';
import { page, type Section, type Topic } from './section.js';
import type { Site } from './site.js';

const loader = '<script async src="/newsrack/newsrack.js"></script>';

const lists = (site: Site, count: number) =>
  `<nr-headlines source="${site.backEnd}" source-type="wordpress" limit="5"></nr-headlines>`.repeat(
    count,
  );

const shown = (count: number) =>
  `[...document.querySelectorAll('nr-headlines')].filter((list) => list.shadowRoot?.querySelectorAll('time').length === 5).length === ${count}`;

/** A list of headlines, ten of them, and ten of which none is near the screen. */
function widgets(site: Site): Section {
  serveWordPress(site);
  const eager = '<script async src="/newsrack/newsrack.js" data-nr-eager></script>';
  const far = '<div style="height: 6000px">Far above</div>';
  return {
    name: 'widgets',
    title: 'Lists of five headlines on a page',
    condition: 'fast',
    sides: {
      'no widget': {
        url: site.page('widgets-none', page('Widgets', '', far)),
        isShown: 'true',
      },
      'ten below the fold': {
        url: site.page('widgets-below', page('Widgets', loader, far + lists(site, 10))),
        isShown: `!!window.newsrack`,
      },
      one: {
        url: site.page('widgets-one', page('Widgets', eager, lists(site, 1))),
        isShown: shown(1),
      },
      ten: {
        url: site.page('widgets-ten', page('Widgets', eager, lists(site, 10))),
        isShown: shown(10),
      },
    },
  };
}

/** Threads given by the property `comments`; they count as shown when the first forty can be read: a box paints those first. */
function threads(site: Site): Section {
  const side = (count: number) => ({
    url: site.page(
      `thread-${count}`,
      page(
        'Comments',
        loader,
        `<nr-comment-box order="oldest" page-size="100" readonly></nr-comment-box>
        <script type="module">
          const comments = Array.from({ length: ${count} }, (_, number) => ({
            id: String(number + 1),
            parentId: number % 10 ? String(number) : undefined,
            author: 'Reader ' + number,
            body: '<p>I have been waiting on the <em>quay</em> since. Number ' + number + '.</p>',
            published: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
            status: 'approved',
          }));
          await customElements.whenDefined('nr-comment-box');
          document.querySelector('nr-comment-box').comments = comments;
        </script>`,
      ),
    ),
    isShown: `document.querySelector('nr-comment-box').shadowRoot.querySelectorAll('time').length >= 40`,
    scrolls: true,
  });
  return {
    name: 'threads',
    title: 'Comments given by property, until the first screens are shown',
    condition: 'fast',
    sides: { '100': side(100), '10,000': side(10_000) },
  };
}

/** What depends on how much there is on a page, of ours alone. */
export const pages: Topic = (site) => {
  site.answer('/picture.png', () => ({ body: picture(), type: 'image/png' }));
  return Promise.resolve([widgets(site), threads(site)]);
};
