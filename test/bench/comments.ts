import { readFile } from 'node:fs/promises';
import type { Workload } from './workload.js';

const perThread = 10;

/** Conversations of ten, each an answer to the one before; every third with markup. */
const comment = (number: number) => ({
  id: `${number + 1}`,
  parentId: number % perThread ? `${number}` : undefined,
  author: `Reader ${number}`,
  body:
    number % 3
      ? `<p>The berth was promised for the coffee season, and I have been waiting on the quay since. Number ${number}.</p>`
      : `<p>As <a href="https://publisher.example/${number}/">you wrote</a>, the crane is <em>on its way</em>. Number ${number}.</p>`,
  published: new Date(Date.UTC(2026, 0, 1, 0, number)).toISOString(),
  status: 'approved',
});

const page = (head: string, body: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Comments</title>
  <style>article{border-top:1px solid #ccc;padding:1em 0}article article{margin-inline-start:1em}</style>${head}${body}`;

const markup = ({ id, author, body, published }: ReturnType<typeof comment>, inside = '') =>
  `<article id="comment-${id}"><header><b>${author}</b> <time datetime="${published}">${published.slice(0, 10)}</time></header><div>${body}</div><button>Reply</button>${inside}</article>`;

/** What a developer would write by hand: a request, DOMPurify, a template that is cloned. */
const byHand = `
import DOMPurify from '/purify.js';
const data = await (await fetch('/comments.js')).json();
const template = document.createElement('template');
template.innerHTML = '<article><header><b></b> <time></time></header><div></div><button>Reply</button></article>';
const dates = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const made = new Map();
const all = document.createDocumentFragment();
for (const { id, parentId, author, body, published } of data) {
  const article = template.content.firstElementChild.cloneNode(true);
  article.id = 'comment-' + id;
  const time = article.querySelector('time');
  article.querySelector('b').textContent = author;
  time.dateTime = published;
  time.textContent = dates.format(new Date(published));
  article.querySelector('div').append(DOMPurify.sanitize(body, { RETURN_DOM_FRAGMENT: true }));
  made.set(id, article);
  (made.get(parentId) ?? all).append(article);
}
document.querySelector('main').append(all);
`;

/** One thread of that many comments, all of it shown. */
export async function comments(count: number): Promise<Workload> {
  const data = Array.from({ length: count }, (_, number) => comment(number));
  const threads = data.filter(({ parentId }) => !parentId);
  const nested = (start: number): string =>
    markup(data[start]!, (start + 1) % perThread ? nested(start + 1) : '');
  const purify = new URL('../../node_modules/dompurify/dist/purify.es.mjs', import.meta.url);
  return {
    name: `${count} comments`,
    scripts: {
      '/purify.js': await readFile(purify, 'utf8'),
      '/by-hand.js': byHand,
      '/comments.js': JSON.stringify(data),
    },
    sides: {
      'static HTML': page(
        '',
        `<main>${threads.map((_, index) => nested(index * perThread)).join('')}</main>`,
      ),
      plain: page('<script type="module" src="/by-hand.js"></script>', '<main></main>'),
      Newsrack: page(
        '<script async src="/newsrack/newsrack.js" data-nr-eager></script>',
        `<nr-comment-box order="oldest" page-size="100" readonly></nr-comment-box>
        <script type="module">
          document.querySelector('nr-comment-box').comments = await (await fetch('/comments.js')).json();
        </script>`,
      ),
    },
    isShown: `(() => {
      const box = document.querySelector('nr-comment-box');
      return (box?.shadowRoot ?? document).querySelectorAll('time').length === ${count};
    })()`,
  };
}
