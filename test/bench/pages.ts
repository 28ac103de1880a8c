import { serveWordPress } from './cards.js';
import { writeComments } from './comments-content.js';
import { picture } from './picture.js';
import { page, type Section, type Topic } from './section.js';
import { json, type Site } from './site.js';

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

/** Threads given by the property `comments`; they count as shown when the first fifty can be read. */
function threads(site: Site): Section {
  const side = (count: number) => {
    const data = writeComments(count).map(
      ({ typed: _, rootId: __, time: ___, ...comment }) => comment,
    );
    site.file(`/threads/${count}.json`, json(data));
    return {
      url: site.page(
        `thread-${count}`,
        page(
          'Comments',
          loader,
          `<nr-comment-box order="oldest" page-size="100" readonly></nr-comment-box>
          <script type="module">
            const comments = await (await fetch('/threads/${count}.json')).json();
            await customElements.whenDefined('nr-comment-box');
            document.querySelector('nr-comment-box').comments = comments;
          </script>`,
        ),
      ),
      isShown: `document.querySelector('nr-comment-box').shadowRoot.querySelectorAll('time').length >= 50`,
    };
  };
  return {
    name: 'threads',
    title: 'Comments given by property, until the first fifty are shown',
    condition: 'fast',
    sides: { '100': side(100), '10,000': side(10_000) },
  };
}

/** What depends on how much there is on a page, of ours alone. */
export const pages: Topic = (site) => {
  site.answer('/picture.png', () => ({ body: picture(), type: 'image/png' }));
  return Promise.resolve([widgets(site), threads(site)]);
};
