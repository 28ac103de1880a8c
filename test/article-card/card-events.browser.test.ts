import { expect } from '@open-wc/testing';
import { define } from '../../src/define/define.js';
import { NrHeadlines } from '../../src/elements/headlines/headlines.js';
import type { Article } from '../../src/model/article.js';
import { settled, theStage, until } from '../suites/mount.js';

const article = (id: string): Article => ({
  id,
  url: `https://publisher.example/${id}/`,
  headline: `Headline ${id}`,
  authors: [],
  access: 'public',
});

/** A list with these articles, below so much room, and the ids of those of which it says that they were seen. */
async function listOf(ids: string[], room = 0): Promise<{ list: NrHeadlines; seen: string[] }> {
  const list = document.createElement('nr-headlines');
  list.layout = 'headline';
  list.articles = ids.map(article);
  list.style.marginBlockStart = `${room}px`;
  const seen: string[] = [];
  list.addEventListener('nr-view', ({ detail }) => seen.push(detail.article.id));
  theStage().append(list);
  await settled(list);
  return { list, seen };
}

describe('What a list says of the cards that a reader has before the eyes', () => {
  before(() => define('nr-headlines', NrHeadlines));
  beforeEach(() => scrollTo(0, 0));

  it('is said once a card, also when the list is painted again', async () => {
    const { list, seen } = await listOf(['a', 'b']);
    await until(() => seen.length === 2);
    list.heading = 'Latest';
    list.articles = ['a', 'b', 'c'].map(article);
    await until(() => seen.length > 2);
    expect(seen).to.have.members(['a', 'b', 'c']);
  });

  it('is not said of an article that has stood there for a moment only', async () => {
    const { list, seen } = await listOf(['a', 'b']);
    await until(() => seen.length === 2);
    const [later, never] = [window.setTimeout, window.clearTimeout];
    const seconds = new Map<number, () => void>();
    let started = 0;
    window.setTimeout = ((run: () => void, ms?: number) => {
      if (ms !== 1000) return later(run, ms);
      seconds.set(-++started, run);
      return -started;
    }) as typeof setTimeout;
    window.clearTimeout = (id) => {
      if (!seconds.delete(id as number)) never(id);
    };
    try {
      list.articles = ['c', 'd'].map(article);
      await until(() => seconds.size === 2);
      list.articles = ['e', 'd'].map(article);
      await until(() => started === 3 && seconds.size === 2);
      seconds.forEach((run) => run());
      expect(seen).to.have.members(['a', 'b', 'd', 'e']);
    } finally {
      [window.setTimeout, window.clearTimeout] = [later, never];
    }
  });

  it('is said of what is scrolled to, and not before', async () => {
    const near = await listOf(['near']);
    const far = await listOf(['far'], innerHeight * 2);
    // By then the far one would have been told, too.
    await until(() => near.seen.length === 1);
    expect(far.seen).to.be.empty;
    far.list.scrollIntoView();
    await until(() => far.seen.length === 1);
  });

  it('is said of half a card, and of no smaller piece', async () => {
    const peeping = await listOf(['peeping']);
    Object.assign(peeping.list.style, { position: 'fixed', insetBlockStart: 'calc(100% - 8px)' });
    const whole = await listOf(['whole']);
    await until(() => whole.seen.length === 1);
    expect(peeping.seen).to.be.empty;
    peeping.list.style.insetBlockStart = '0';
    await until(() => peeping.seen.length === 1);
  });

  it('is said of a list that has been moved on the page, and of none that was taken off it', async () => {
    const moved = await listOf(['moved']);
    const removed = await listOf(['removed']);
    theStage().prepend(moved.list);
    removed.list.remove();
    const later = await listOf(['later']);
    await until(() => moved.seen.length === 1 && later.seen.length === 1);
    expect(removed.seen).to.be.empty;
  });

  it('is said of an article that takes the place of another, when it has stood there for a second', async () => {
    const { list, seen } = await listOf(['a', 'b']);
    await until(() => seen.length === 2);
    const before = performance.now();
    list.articles = ['new', 'a', 'b'].map(article);
    await until(() => seen.length === 3);
    expect(seen[2]).to.equal('new');
    expect(performance.now() - before).to.be.at.least(1000);
  });

  it('is said of a list that is painted again and again', async () => {
    const { list, seen } = await listOf(['a']);
    const painting = setInterval(() => (list.articles = [article('a')]), 300);
    await until(() => seen.length === 1).finally(() => clearInterval(painting));
  });

  it('is said of what was painted, though the page has changed its array since', async () => {
    const { list, seen } = await listOf(['a', 'b']);
    const opened: string[] = [];
    list.addEventListener('nr-open', (event) => {
      event.preventDefault();
      opened.push(event.detail.article.id);
    });
    list.articles!.reverse();
    list.renderRoot.querySelector('a')!.click();
    expect(opened).to.deep.equal(['a']);
    list.articles!.length = 0;
    await until(() => seen.length === 2);
  });

  it('is said of nothing that was taken off a page that nobody looked at', async () => {
    const { list, seen } = await listOf(['gone']);
    await new Promise<void>((resolve) => {
      const get = () => (resolve(), true);
      Object.defineProperty(document, 'hidden', { configurable: true, get });
    });
    delete (document as { hidden?: unknown }).hidden;
    list.remove();
    document.dispatchEvent(new Event('visibilitychange'));
    const later = await listOf(['later']);
    await until(() => later.seen.length === 1);
    expect(seen).to.be.empty;
  });
});
