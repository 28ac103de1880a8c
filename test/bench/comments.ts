import { bundle, peers } from './bundle.js';
import { perConversation, writeComments, type Written } from './comments-content.js';
import { serveArtalk } from './back-ends/artalk.js';
import { serveGhost } from './back-ends/ghost.js';
import { serveTwikoo } from './back-ends/twikoo.js';
import { serveWaline } from './back-ends/waline.js';
import { names, page, type Gesture, type Section, type Side, type Topic } from './section.js';
import { json, script, type File, type Site } from './site.js';

const style =
  '<style>article{border-top:1px solid #ccc;padding:1em 0}article article{margin-inline-start:1em}</style>';

const markup = ({ id, author, body, published }: Written, inside = '') =>
  `<article id="comment-${id}"><header><b>${author}</b> <time datetime="${published}">${published.slice(0, 10)}</time></header><div>${body}</div><button>Reply</button>${inside}</article>`;

const loader = '<script async src="/newsrack/newsrack.js"></script>';
/** As in browsers without a sanitizer of their own. */
const noSanitizer = '<script>delete window.Sanitizer</script>';

function serveOurs(site: Site): void {
  /** The parts of WordPress' REST API that the comment box reads, for a post of so many comments. */
  const wordpress = (count: number) => {
    const comments = writeComments(count);
    return (query: URLSearchParams): File => {
      const list = (name: string) => query.get(name)?.split(',');
      const parents = list('parent');
      const size = Number(query.get('per_page') ?? 10);
      const number = Number(query.get('page') ?? 1);
      const found = comments.filter(({ parentId = '0' }) => parents?.includes(parentId) ?? true);
      if (query.get('order') !== 'asc') found.reverse();
      return json(
        found.slice((number - 1) * size, number * size).map((each) => ({
          id: Number(each.id),
          post: count,
          parent: Number(each.parentId ?? 0),
          author_name: each.author,
          author_url: '',
          date_gmt: each.published.slice(0, 19),
          content: { rendered: each.body },
          link: `${site.backEnd}/an-article/#comment-${each.id}`,
          status: 'approved',
          author_avatar_urls: {},
        })),
        {
          'x-wp-total': `${found.length}`,
          'x-wp-totalpages': `${Math.ceil(found.length / size)}`,
        },
      );
    };
  };
  const threads = new Map<string, ReturnType<typeof wordpress>>();
  site.answer('/wp-json/wp/v2/comments', ({ query }) => {
    const post = query.get('post') ?? '100';
    if (!threads.has(post)) threads.set(post, wordpress(Number(post)));
    return threads.get(post)!(query);
  });
  site.answer('/wp-json/wp/v2/posts', ({ path }) => {
    const id = Number(/\d+$/.exec(path.replace(/\/$/, ''))?.[0] ?? 100);
    return json({
      id,
      link: `${site.backEnd}/an-article/`,
      title: { rendered: 'An article' },
      comment_status: 'open',
      date_gmt: '2026-01-01T00:00:00',
    });
  });
}

const plainReply = (root: string): Gesture => ({
  click: 'article button',
  until: `!!${root}?.querySelector('form')`,
});

/** The frame that Ghost's widgets draw into. */
const ghostFrame = `document.querySelector('iframe[title="comments-frame"]')?.contentDocument`;

async function servePeers(site: Site): Promise<void> {
  const [waline, artalk] = await Promise.all([
    bundle(
      `import { init } from '@waline/client'; import '@waline/client/style'; init(window.peer);`,
    ),
    bundle(`import Artalk from 'artalk'; import 'artalk/Artalk.css'; Artalk.init(window.peer);`),
  ]);
  site.file('/waline.js', script(waline.code));
  site.file('/waline.css', { body: waline.css, type: 'text/css' });
  site.file('/artalk.js', script(artalk.code));
  site.file('/artalk.css', { body: artalk.css, type: 'text/css' });
  site.folder('/peers/', peers);
}

const peerPage = (name: string, options: object) =>
  page(
    'Comments',
    `<link rel="stylesheet" href="/${name}.css">`,
    `<div id="thread"></div><script>window.peer = ${JSON.stringify(options)}</script><script type="module" src="/${name}.js"></script>`,
  );

/** A thread of so many comments, all of it shown. */
function whole(site: Site, count: number, condition: Section['condition']): Section {
  const name = `comments-${count}${condition === 'slow' ? '-slow' : ''}`;
  const data = writeComments(count);
  const conversations = data.filter(({ parentId }) => !parentId);
  const nested = (start: number): string =>
    markup(data[start]!, (start + 1) % perConversation ? nested(start + 1) : '');
  const api = `/back-end/${count}`;
  site.file(
    `${api}/comments.json`,
    json(data.map(({ typed: _, rootId: __, time: ___, ...each }) => each)),
  );
  serveWaline(site, `${api}/waline`, data);
  serveArtalk(site, `${api}/artalk`, data);
  serveTwikoo(site, `${api}/twikoo`, data, count);
  serveGhost(site, `${api}/ghost`, data, count);
  const back = `${site.backEnd}${api}`;

  const ours = (side: string, head: string): Side => ({
    url: site.page(
      `${name}-${side}`,
      page(
        'Comments',
        `${head}${loader}`,
        `<nr-comment-box order="oldest" page-size="100" article-id="${count}" source="${site.backEnd}" source-type="wordpress"></nr-comment-box>
        <script type="module">
          document.querySelector('nr-comment-box').comments = await (await fetch('${back}/comments.json')).json();
        </script>`,
      ),
    ),
    isShown: `document.querySelector('nr-comment-box').shadowRoot.querySelectorAll('time').length === ${count}`,
    gesture: {
      click: 'nr-comment-box .answer',
      until: `!!document.querySelector('nr-comment-box').shadowRoot.querySelector('li form')`,
    },
  });

  return {
    name,
    title: `A thread of ${count.toLocaleString('en')} comments, all shown`,
    condition,
    sides: {
      [names.static]: {
        url: site.page(
          `${name}-static`,
          page(
            'Comments',
            style,
            `<main>${conversations.map((_, index) => nested(index * perConversation)).join('')}</main>`,
          ),
        ),
        isShown: `document.querySelectorAll('time').length === ${count}`,
      },
      [names.byHand]: {
        url: site.page(
          `${name}-by-hand`,
          page(
            'Comments',
            `${style}<script type="module" src="/by-hand-comments.js"></script>`,
            `<main data-src="${back}/comments.json"></main>`,
          ),
        ),
        isShown: `document.querySelectorAll('time').length === ${count}`,
        gesture: plainReply('document'),
      },
      [names.plainLit]: {
        url: site.page(
          `${name}-plain-lit`,
          page(
            'Comments',
            '<script type="module" src="/plain-comments.js"></script>',
            `<plain-comments src="${back}/comments.json"></plain-comments>`,
          ),
        ),
        isShown: `document.querySelector('plain-comments').shadowRoot.querySelectorAll('time').length === ${count}`,
        gesture: plainReply(`document.querySelector('plain-comments').shadowRoot`),
      },
      [names.newsrack]: ours('newsrack', ''),
      'Newsrack, with DOMPurify': ours('newsrack-purify', noSanitizer),
      Waline: {
        url: site.page(
          `${name}-waline`,
          peerPage('waline', {
            el: '#thread',
            serverURL: `${back}/waline`,
            path: '/article/',
            lang: 'en',
            pageSize: count,
            emoji: false,
            search: false,
          }),
        ),
        isShown: `document.querySelectorAll('.wl-card-item').length === ${count}`,
        gesture: { click: '.wl-reply', until: `!!document.querySelector('.wl-card .wl-editor')` },
      },
      Artalk: {
        url: site.page(
          `${name}-artalk`,
          peerPage('artalk', {
            el: '#thread',
            server: `${back}/artalk`,
            site: 'Bench',
            pageKey: '/article/',
            pageTitle: 'An article',
            locale: 'en',
            emoticons: false,
            gravatar: { mirror: `${back}/artalk/avatar`, params: '' },
            pagination: { pageSize: count },
          }),
        ),
        isShown: `document.querySelectorAll('.atk-comment').length === ${count}`,
        gesture: {
          click: '.atk-actions span:nth-of-type(2)',
          until: `!!document.querySelector('.atk-comment-wrap .atk-main-editor')`,
        },
      },
      'Ghost comments-ui': {
        url: site.page(
          `${name}-ghost`,
          page(
            'Comments',
            '',
            `<div><script defer src="/peers/@tryghost/comments-ui/umd/comments-ui.min.js" data-ghost-comments="${back}/ghost/" data-api="${back}/ghost/ghost/api/content/" data-key="0123456789abcdef0123456789" data-post-id="000000000000000000000001" data-comments-enabled="all" data-title="Comments" data-count="true" data-locale="en" data-publication="Bench" crossorigin="anonymous"></script></div>`,
          ),
        ),
        isShown: `${ghostFrame}.querySelectorAll('[data-testid="comment-component"]').length === ${count}`,
        gesture: {
          frame: 'iframe[title="comments-frame"]',
          click: '[data-testid="reply-button"]',
          until: `!!document.querySelector('iframe[title="addComment"], iframe[title="ctaPopup"], [data-frame="popup"]') || document.querySelectorAll('iframe').length > 1`,
        },
      },
      Twikoo: {
        url: site.page(
          `${name}-twikoo`,
          page(
            'Comments',
            '',
            `<div id="thread"></div><script src="/peers/twikoo/dist/twikoo.min.js"></script><script>twikoo.init({ envId: '${back}/twikoo', el: '#thread', path: '/article/', lang: 'en' })</script>`,
          ),
        ),
        isShown: `document.querySelectorAll('.tk-comment').length === ${count}`,
        gesture: {
          click: '.tk-comment .tk-action-link:nth-of-type(3)',
          until: `!!document.querySelector('.tk-comment .tk-submit')`,
        },
      },
    },
  };
}

export const comments: Topic = async (site) => {
  const [byHand, plain] = await Promise.all([
    bundle('by-hand-comments.ts'),
    bundle('plain-comments.ts'),
    servePeers(site),
  ]);
  site.file('/by-hand-comments.js', script(byHand.code));
  site.file('/plain-comments.js', script(plain.code));
  serveOurs(site);
  return [whole(site, 100, 'fast'), whole(site, 1000, 'fast'), whole(site, 100, 'slow')];
};
