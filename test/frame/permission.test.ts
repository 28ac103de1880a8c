import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { permitted, type FrameSettings } from '../../src/frame/permission.js';

const settings: FrameSettings = {
  sources: ['https://publisher.example/news', 'https://feeds.example/all.json', '../own.json'],
};
const ask = (query: string, more: Partial<FrameSettings> = {}) =>
  permitted(
    new URLSearchParams(query),
    { ...settings, ...more },
    'https://cdn.example/newsrack/frame.html',
  );

describe('what a frame may show', () => {
  for (const source of [
    'https://publisher.example/news',
    'https://publisher.example/news/',
    'https://publisher.example/news/2026/ports/?key=1',
    'https://feeds.example/all.json',
    'https://cdn.example/own.json',
  ])
    it(`shows ${source}`, () => {
      assert.deepEqual(ask(`widget=headlines&source=${encodeURIComponent(source)}`), [
        ['source', source],
      ]);
    });

  for (const query of [
    'widget=headlines',
    'widget=headlines&source=https://elsewhere.example/news',
    'widget=headlines&source=http://publisher.example/news',
    'widget=headlines&source=https://publisher.example:444/news',
    'widget=headlines&source=https://publisher.example/newsletter',
    'widget=headlines&source=https://publisher.example/news/../evil',
    'widget=headlines&source=https://publisher.example@elsewhere.example/news',
    'widget=headlines&source=javascript:alert(1)',
    'widget=headlines&source=/news',
    'widget=headlines&source=../own.json',
    'widget=headlines&source=https://cdn.example/newsrack/own.json',
    'widget=headlines&source=https://publisher.example/news&source=https://elsewhere.example',
    'widget=article&source=https://publisher.example/news&src=https://elsewhere.example/a',
    'widget=newsletter-form&action=https://elsewhere.example',
    'widget=comment-box&src=https://publisher.example/news/a&store=isso&store-url=https://elsewhere.example',
    'widget=comment-box&src=https://publisher.example/news/a&store=cusdis&site-id=elsewhere',
  ])
    it(`refuses ${query}`, () => {
      assert.throws(() => ask(query), { code: 'forbidden' });
    });

  it('puts no words into the publisher’s mouth', () => {
    const query =
      'widget=article-card&source=https://publisher.example/news&headline=Bank+robbed&href=https://elsewhere.example&heading=Alarm&onclick=alert(1)&style=color:red&layout=hero';
    assert.deepEqual(ask(query), [
      ['source', 'https://publisher.example/news'],
      ['layout', 'hero'],
    ]);
    assert.ok(ask(query, { texts: true }).some(([name]) => name === 'heading'));
  });

  it('shows the widgets that are named only', () => {
    const query = 'widget=comment-box&src=https://publisher.example/news/a';
    assert.throws(() => ask(query, { widgets: ['headlines'] }), { code: 'forbidden' });
    assert.equal(ask(query, { widgets: ['comment-box'] }).length, 1);
  });
});
