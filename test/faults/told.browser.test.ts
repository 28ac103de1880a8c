import { expect } from '@open-wc/testing';
import { define } from '../../src/define/define.js';
import { startWordPress } from '../browser-origin.js';
import { isSeen, link, settled, theStage } from '../suites/mount.js';
import type { Widget } from '../suites/specimens.js';

before(() =>
  Promise.all([
    import('../../src/define/headlines.js'),
    import('../../src/define/author-bio.js'),
    import('../../src/define/article-card.js'),
    import('../../src/define/article.js'),
  ]),
);

interface Told {
  code: string;
  message: string;
  retryable: boolean;
}

function listen(widget: EventTarget): Told[] {
  const told: Told[] = [];
  widget.addEventListener('nr-error', (event) =>
    told.push((event as CustomEvent<{ error: Told }>).detail.error),
  );
  return told;
}

async function toldBy(tag: string, attributes: Record<string, string>, given: object = {}) {
  const widget = document.createElement(tag) as Widget;
  for (const [name, value] of Object.entries({ load: 'eager', ...attributes }))
    widget.setAttribute(name, value);
  Object.assign(widget, given);
  const fallback = link('Fallback');
  widget.append(fallback);
  const told = listen(widget);
  theStage().append(widget);
  await settled(widget);
  return { widget, told, fallback };
}

describe('The page’s author is told', () => {
  for (const source of [
    'magazine.example/news',
    '127.0.0.1:8581',
    'magazine.example',
    'a.example/feed/',
  ])
    for (const type of [undefined, 'wordpress'])
      it(`that ${source} has no scheme${type ? `, though its type is known` : ''}`, async () => {
        const { told, fallback } = await toldBy('nr-headlines', {
          source,
          ...(type && { 'source-type': type }),
        });
        expect(told.map(({ code }) => code)).to.deep.equal(['bad-attribute']);
        expect(told[0]!.message).to.contain(`https://${source}`);
        expect(isSeen(fallback)).to.be.true;
      });

  for (const source of ['headlines.json', 'news/feed.xml', 'releases.d/', '/2.0/feed'])
    it(`that ${source} of the page’s own site was not found`, async () => {
      const { told } = await toldBy('nr-headlines', { source });
      expect(told.map(({ code }) => code)).not.to.include('bad-attribute');
    });

  it('that nobody has this id, and that to ask again by itself is no use', async () => {
    const site = await startWordPress();
    await site.route('/wp-json/wp/v2/users/99999', {
      status: 404,
      json: { code: 'rest_user_invalid_id', message: 'Invalid user ID.', data: { status: 404 } },
    });
    const { told } = await toldBy('nr-author-bio', {
      source: site.url,
      'author-id': '99999',
    });
    expect(told.map(({ code, retryable }) => [code, retryable])).to.deep.equal([
      ['not-found', false],
    ]);
  });

  for (const [tag, given] of [
    ['nr-headlines', { articles: [{}] }],
    ['nr-headlines', { articles: [null] }],
    ['nr-article-card', { article: { url: 1 } }],
    ['nr-article', { article: { body: 7 } }],
    ['nr-author-bio', { authors: [null] }],
  ] as const)
    it(`that what it has set cannot be shown: ${tag} ${JSON.stringify(given)}`, async () => {
      const { told, fallback } = await toldBy(tag, {}, given);
      expect(told.map(({ code }) => code)).to.deep.equal(['bad-answer']);
      expect(isSeen(fallback)).to.be.true;
    });

  it('though it has put a console without warnings in the place of the browser’s', async () => {
    const original = Object.getOwnPropertyDescriptor(window, 'console')!;
    Object.defineProperty(window, 'console', { configurable: true, value: { log() {} } });
    try {
      const { told } = await toldBy('nr-headlines', { source: 'nowhere.example' });
      expect(told.map(({ code }) => code)).to.deep.equal(['bad-attribute']);
    } finally {
      Object.defineProperty(window, 'console', original);
    }
  });

  it('that the page lets nothing be defined', () => {
    const own = customElements.define.bind(customElements);
    const widget = document.createElement('nr-undefined');
    theStage().append(widget);
    const told = listen(widget);
    customElements.define = () => {
      throw new Error('Not here.');
    };
    try {
      define('nr-undefined', class extends HTMLElement {});
    } finally {
      customElements.define = own;
    }
    expect(told.map(({ code, message }) => [code, message])).to.deep.equal([
      ['unsupported', 'Error: Not here.'],
    ]);
  });
});
