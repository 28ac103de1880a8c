/** Every widget in every state. */
import { article, articles, thread } from './ledger.js';

/**
 * @typedef {object} State
 * @property {string} name
 * @property {Record<string, string>} [attributes]
 * @property {() => Promise<object>} [properties] set on the element before it is on the page
 * @property {string} [inside] text of a link that stands inside as fallback
 * @property {'rtl'} [dir] of the page around it
 * @property {string} [lang] of the page around it
 * @property {boolean} [wide]
 * @property {boolean} [endless] it waits for an answer that never comes
 * @property {(widget: HTMLElement) => Promise<void>} [then] what a reader does, and what came of it
 */

const at = (host) => ({ source: `https://${host}.ledger.example/`, 'source-type': 'wordpress' });
const chosen = async (...ids) => ({ articles: await Promise.all(ids.map(article)) });
const one = async (id, change) => ({ article: { ...(await article(id)), ...change } });
const LATEST = ['second-berth', 'tren-encina', 'thirsty-servers', 'soja-trem'];

const latest = () => chosen(...LATEST);
const bare = {
  excerpt: undefined,
  image: undefined,
  kicker: undefined,
  authors: [],
  published: undefined,
};

const layouts = ['row', 'compact', 'headline', 'hero'];

/** Fills the form in, sends it, and waits for what the form says then. */
async function subscribe(widget) {
  await widget.settled;
  await widget.updateComplete;
  const root = widget.shadowRoot;
  root.querySelector('input[type=email]').value = 'ana@readers.example';
  root.querySelector('input[type=email]').dispatchEvent(new Event('input', { bubbles: true }));
  root.querySelector('[part~=button]').click();
  const unanswered = widget.getAttribute('action').endsWith('/slow');
  await seen(root, () =>
    root.querySelector(unanswered ? '[aria-disabled=true]' : '[part~=message], [part~=error]'),
  );
}

/** Resolves when what stands in a shadow root is as it should be. */
const seen = (root, isSo) =>
  new Promise((resolve) => {
    const look = () => {
      if (!isSo()) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(root, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    look();
  });

/** Writes a comment, sends it, and waits for what the box says then. */
async function comment(widget) {
  await widget.settled;
  await widget.updateComplete;
  const root = widget.shadowRoot;
  const type = (name, value) => {
    const field = root.querySelector(`[name=${name}]`);
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  type('text', 'We unload there. It is the rail, not the quay.');
  type('author', 'Ana Paz');
  type('email', 'ana@readers.example');
  const source = widget.getAttribute('source');
  const arrived = source.includes('held') && led(root, '.comment');
  // Who has gone on elsewhere is not led back.
  root.querySelector('.send').focus({ preventScroll: true });
  root.querySelector('.send').click();
  const isEndless = source.includes('slow');
  await seen(root, () => {
    const busy = root.querySelector('.send[aria-disabled=true]');
    return isEndless ? busy : !busy && root.querySelector('[part~=message], [part~=error]');
  });
  await arrived;
}

/** Opens the first comment's form for an answer. */
async function answer(widget) {
  await widget.settled;
  await widget.updateComplete;
  const root = widget.shadowRoot;
  const arrived = led(root, 'textarea');
  root.querySelector('.answer').click();
  await arrived;
}

/** Resolves when the reader has been led to what fits in a shadow root. */
const led = (root, selector) =>
  new Promise((resolve) => {
    const look = ({ target }) => {
      if (!target.matches(selector)) return;
      root.removeEventListener('focusin', look);
      resolve();
    };
    root.addEventListener('focusin', look);
  });

const letter = (path, more) => ({
  action: `https://newsletter.ledger.example/${path}`,
  heading: 'Bill of Lading',
  ...more,
});

const asking = (attributes) => ({
  name: 'asks first',
  attributes: { ...at('empty'), ...attributes, load: 'click' },
});

/** @param {string} [none] what it is called when nothing is there */
const unread = (attributes, none = 'not found') => [
  { name: 'loading', attributes: { ...at('loading'), ...attributes }, endless: true },
  asking(attributes),
  { name: none, attributes: { ...at('empty'), ...attributes } },
  { name: 'error', attributes: { ...at('error'), ...attributes } },
  {
    name: 'error, with a fallback',
    attributes: { ...at('error'), ...attributes },
    inside: 'The Austral Ledger',
  },
];

/** @type {Record<string, State[]>} */
export const states = {
  headlines: [
    { name: 'content', wide: true, properties: latest, attributes: { heading: 'Latest' } },
    ...layouts.map((layout) => ({
      name: `layout ${layout}`,
      properties: () => chosen(...(layout === 'hero' ? LATEST.slice(0, 1) : LATEST.slice(0, 3))),
      attributes: { layout },
    })),
    {
      name: 'with a button for more',
      attributes: {
        source: new URL('../ledger/feed.json', import.meta.url).href,
        'source-type': 'json-feed',
        limit: '2',
        layout: 'row',
        more: '',
      },
    },
    ...unread({ limit: '2', layout: 'row' }, 'empty'),
    {
      name: 'long',
      attributes: { layout: 'row' },
      properties: () => chosen('long-headline', 'unbroken-word'),
    },
    {
      name: 'sparse',
      attributes: { layout: 'row' },
      properties: async () => ({
        articles: (await articles()).slice(0, 2).map((each) => ({ ...each, ...bare })),
      }),
    },
    {
      name: 'right to left',
      dir: 'rtl',
      lang: 'ar',
      attributes: { layout: 'row' },
      properties: () => chosen('arabic-citrus', 'second-berth'),
    },
  ],
  'article-card': [
    { name: 'content', properties: () => one('shade-price') },
    ...layouts.map((layout) => ({
      name: `layout ${layout}`,
      properties: () => one('shade-price'),
      attributes: { layout },
    })),
    ...unread({ 'article-id': '7' }),
    { name: 'long', properties: () => one('long-headline') },
    { name: 'sparse', properties: () => one('shade-price', bare) },
    { name: 'right to left', dir: 'rtl', lang: 'ar', properties: () => one('arabic-citrus') },
  ],
  article: [
    {
      name: 'content',
      wide: true,
      properties: () => one('second-berth'),
      attributes: { show: 'kicker byline date image body authors reading-time' },
    },
    ...unread({ 'article-id': '7' }),
    {
      name: 'members only',
      properties: () => one('shade-price', { access: 'members', body: undefined }),
    },
    { name: 'long', wide: true, properties: () => one('unbroken-word') },
    {
      name: 'sparse',
      properties: () => one('shade-price', { ...bare, body: '<p>Two lines, and no more.</p>' }),
    },
    {
      name: 'right to left',
      dir: 'rtl',
      lang: 'ar',
      wide: true,
      properties: () => one('arabic-citrus'),
    },
  ],
  'author-bio': [
    {
      name: 'content',
      properties: async () => ({ authors: (await article('second-berth')).authors }),
      attributes: { show: 'portrait job-title bio links' },
    },
    {
      name: 'two authors',
      properties: async () => ({
        authors: [
          ...(await article('second-berth')).authors,
          ...(await article('tren-encina')).authors,
        ],
      }),
      attributes: { show: 'portrait job-title bio links' },
    },
    {
      name: 'with articles',
      attributes: {
        source: new URL('../ledger/feed.json', import.meta.url).href,
        'source-type': 'json-feed',
        'author-id': 'valeria',
        show: 'portrait job-title bio links articles',
      },
    },
    ...unread({ 'author-id': '7' }),
    {
      name: 'long',
      attributes: {
        name: 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerk von und zu Hohenlohe-Waldenburg-Schillingsfürst',
        'job-title':
          'Correspondent for inland navigation, electricity, and whatever else the desk has nobody for',
      },
    },
    { name: 'sparse', attributes: { name: 'Lívia Sampaio' } },
    {
      name: 'right to left',
      dir: 'rtl',
      lang: 'ar',
      attributes: { name: 'أمينة الخطيب', 'job-title': 'مراسلة الشؤون التجارية' },
    },
  ],
  'newsletter-form': [
    { name: 'content', attributes: letter('') },
    {
      name: 'with name and consent',
      attributes: letter('', {
        'name-field': '',
        'consent-text': 'I have read the privacy policy.',
      }),
    },
    { name: 'sending', attributes: letter('slow'), then: subscribe },
    { name: 'confirm', attributes: letter('confirm'), then: subscribe },
    { name: 'subscribed', attributes: letter('subscribed'), then: subscribe },
    { name: 'already', attributes: letter('already'), then: subscribe },
    { name: 'refused', attributes: letter('refused'), then: subscribe },
    { name: 'too many tries', attributes: letter('wait'), then: subscribe },
    { name: 'no answer', attributes: letter('lost'), then: subscribe },
    {
      name: 'long',
      attributes: letter('', {
        heading:
          'Everything that our nineteen reporters in eleven countries found out this week about ports, salt, shade and Superintendenciainteramericanadetransporte',
        'consent-text':
          'I agree that The Austral Ledger sends me this letter, and its advertisements, until I say that it should stop, which I can do in each letter by one click.',
      }),
    },
    { name: 'sparse', attributes: { action: 'https://newsletter.ledger.example/' } },
    {
      name: 'right to left',
      dir: 'rtl',
      lang: 'ar',
      attributes: letter('', { heading: 'رسالة الموانئ' }),
    },
  ],
  'comment-box': [
    {
      name: 'content',
      wide: true,
      properties: async () => ({ comments: await thread('second-berth') }),
    },
    { name: 'answering', attributes: { ...at('talk'), 'article-id': '8' }, then: answer },
    // Each below an article of its own: what is written below one is the same in all of its boxes.
    { name: 'sending', attributes: { ...at('slow'), 'article-id': '9' }, then: comment },
    { name: 'held', attributes: { ...at('held'), 'article-id': '10' }, then: comment },
    { name: 'refused', attributes: { ...at('refusing'), 'article-id': '11' }, then: comment },
    ...unread({ 'article-id': '7' }, 'empty'),
    {
      name: 'long',
      wide: true,
      properties: async () => ({ comments: await thread('shade-price') }),
      attributes: { 'page-size': '3', readonly: '' },
    },
    {
      name: 'sparse',
      properties: async () => ({ comments: (await thread('second-berth')).slice(0, 1) }),
      attributes: { readonly: '' },
    },
    {
      name: 'right to left',
      dir: 'rtl',
      lang: 'ar',
      properties: async () => ({
        comments: (await thread('shade-price'))
          .filter(({ author }) => /[؀-ۿ]/.test(author))
          .map((each) => ({ ...each, parentId: undefined })),
      }),
      attributes: { readonly: '' },
    },
  ],
};
