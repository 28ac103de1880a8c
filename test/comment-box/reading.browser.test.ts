import { expect } from '@open-wc/testing';
import '../../src/define/comment-box.js';
import type { ReaderComment } from '../../src/model/comment.js';
import { startOrigin, startWordPress } from '../browser-origin.js';
import { isSeen, link, mount, parts, settled, theStage, until } from '../suites/mount.js';
import {
  bodies,
  box,
  button,
  comments,
  commentsRoute,
  focused,
  heading,
  said,
  type Box,
} from './box.js';

const flat = (count: number) => Array.from({ length: count }, () => 0);

const given = (id: string, more: Partial<ReaderComment> = {}): ReaderComment => ({
  id,
  author: `Reader ${id}`,
  body: `Comment ${id}`,
  published: new Date(Date.UTC(2026, 9, 1, 0, Number(id))).toISOString(),
  status: 'approved',
  ...more,
});

const fetched = (part: string) =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes(part));

afterEach(() => {
  history.replaceState(null, '', location.pathname + location.search);
});

describe('A comment box reads', () => {
  it('conversations to any depth, and how many comments there are', async () => {
    const site = await startWordPress({ comments: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0] });
    const widget = await box(site, { order: 'oldest' });
    expect(heading(widget)).to.equal('11 comments');
    expect(comments(widget).map(({ ariaLevel }) => Number(ariaLevel))).to.deep.equal([
      1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 1,
    ]);
    expect(comments(widget)[1]!.textContent).to.contain('In reply to Ana Lucía Paz');
    expect(comments(widget)[3]!.textContent).to.contain('Dorothy O’Wells');
    const lefts = comments(widget).map((each) => each.getBoundingClientRect().left);
    expect(lefts[6]).to.be.greaterThan(lefts[5]!);
    expect(lefts[9]).to.equal(lefts[6]);
  });

  it('deep conversations in a narrow column, with room to read', async () => {
    theStage().style.width = '260px';
    const site = await startWordPress({ comments: [0, 1, 2, 3, 4, 5] });
    const widget = await box(site, { order: 'oldest' });
    const widths = parts(widget, 'body').map((each) => each.getBoundingClientRect().width);
    expect(Math.min(...widths)).to.be.greaterThan(150);
    expect(widget.shadowRoot!.querySelector('.root')!.scrollWidth).to.be.at.most(260);
  });

  it('code in its lines, and paragraphs equally far apart, however they are written', async () => {
    const pre = '<pre>if (late) {\n    wait();\n}</pre>';
    const widget = mount('nr-comment-box', { readonly: '', order: 'oldest' }) as Box;
    widget.comments = ['', '\n'].map((between, index) =>
      given(`${index + 1}`, { body: ['<p>One</p>', '<p><em>Two</em></p>', pre].join(between) }),
    );
    await settled(widget);
    await until(() => parts(widget, 'body').every((body) => body.querySelector('pre')));
    const gaps = parts(widget, 'body').map((body) => {
      const [one, two] = [...body.querySelectorAll('p')].map((p) => p.getBoundingClientRect());
      return two!.top - one!.bottom;
    });
    expect(gaps[0]).to.be.within(8, 16);
    expect(gaps[1]).to.equal(gaps[0]);
    const code = parts(widget, 'body')[0]!.querySelector('pre')!;
    expect(getComputedStyle(code).whiteSpace).to.equal('pre');
    expect(code.getBoundingClientRect().height).to.be.greaterThan(48);
  });

  it('the newest conversation first, unless told otherwise', async () => {
    const site = await startWordPress({ comments: [0, 1, 0] });
    const widget = await box(site);
    const places = () => bodies(widget).map((body) => /\((\d)\)/.exec(body)![1]);
    expect(places()).to.deep.equal(['3', '1', '2']);
    widget.order = 'oldest';
    await until(() => places()[0] === '1');
    expect(places()).to.deep.equal(['1', '2', '3']);
  });

  it('a page of conversations at a time; the next one gets the focus and is announced', async () => {
    const site = await startWordPress({ comments: [...flat(5), 1] });
    const widget = await box(site, { 'page-size': '2', order: 'oldest' });
    expect(heading(widget), 'the number of all').to.equal('6 comments');
    expect(comments(widget)).to.have.length(3);
    const top = comments(widget)[0]!.getBoundingClientRect().top;
    button(widget, 'More comments').click();
    await until(() => comments(widget).length === 5);
    await until(() => said(widget) === '2 more comments shown');
    expect(focused(widget)).to.equal(comments(widget)[3]);
    expect(comments(widget)[0]!.getBoundingClientRect().top, 'no jump').to.equal(top);
    button(widget, 'More comments').click();
    await until(() => comments(widget).length === 6);
    expect(button(widget, 'More comments')).to.be.undefined;
  });

  it('pages from the publisher where there are many', async () => {
    const site = await startWordPress({ comments: flat(130) });
    const widget = await box(site, { 'page-size': '50' });
    expect(heading(widget)).to.equal('130 comments');
    await until(() => comments(widget).length === 50);
    button(widget, 'More comments').click();
    await until(() => comments(widget).length === 100);
    expect(bodies(widget)[50]).to.contain('(80)');
  });

  it('says that a page did not come, and gets it the next time', async () => {
    const site = await startWordPress({ comments: flat(130) });
    const widget = await box(site, { 'page-size': '50' });
    const errors: string[] = [];
    widget.addEventListener('nr-error', ({ detail }) => errors.push(detail.error.code));
    await site.route(/page=2/, { status: 404, json: { code: 'x', message: 'x' } });
    button(widget, 'More comments').click();
    await until(() => said(widget) === 'This content could not be reached.');
    expect(errors).to.deep.equal(['not-found']);
    await until(() => !!button(widget, 'Try again'));
    const other = await startWordPress({ comments: flat(130) });
    const page = await fetch(
      `${other.url}/wp-json/wp/v2/comments?post=1000&per_page=50&page=2&parent=0`,
    );
    await site.route(/page=2/, {
      body: await page.text(),
      headers: { 'content-type': 'application/json', 'x-wp-totalpages': '3' },
    });
    button(widget, 'Try again').click();
    await until(() => comments(widget).length === 100);
    expect(button(widget, 'More comments')).to.exist;
  });

  for (const isElsewhere of [false, true])
    it(`no more where the last page brings nothing, and says so to a reader who ${isElsewhere ? 'has gone on elsewhere' : 'stays'}`, async () => {
      const site = await startWordPress({ comments: flat(130) });
      const search = document.createElement('input');
      const widget = await box(site, { 'page-size': '50' });
      theStage().append(search);
      await site.route(/[?&]page=2/, { json: [] });
      const release = await site.hold(/[?&]page=2/);
      button(widget, 'More comments').focus();
      button(widget, 'More comments').click();
      await site.received(/[?&]page=2/);
      if (isElsewhere) search.focus();
      await release();
      await until(() => said(widget) === 'No more comments');
      expect(parts(widget, 'more')).to.have.length(0);
      expect(document.activeElement?.localName).to.equal(isElsewhere ? 'input' : 'nr-comment-box');
    });

  it('more comments without calling a reader back who has gone on elsewhere', async () => {
    const site = await startWordPress({ comments: flat(130) });
    const search = document.createElement('input');
    const widget = await box(site, { 'page-size': '50' });
    theStage().append(search);
    const release = await site.hold(/[?&]page=2/);
    button(widget, 'More comments').focus();
    button(widget, 'More comments').click();
    await site.received(/[?&]page=2/);
    search.focus();
    await release();
    await until(() => said(widget) === '50 more comments shown');
    await widget.updateComplete;
    expect(document.activeElement?.localName).to.equal('input');
  });

  it('by the article’s address where a template has left its id empty', async () => {
    const store = await startOrigin();
    mount('nr-comment-box', {
      store: 'cusdis',
      'store-url': store.url,
      'site-id': 'app',
      'article-id': '',
      src: 'https://partner.example/an-article/',
    });
    const [asked] = await store.received(/\?/);
    expect(asked!.url).to.contain(encodeURIComponent('https://partner.example/an-article/'));
  });

  it('each page once, when a permalink leads to the one that was asked for', async () => {
    const site = await startWordPress({ comments: flat(130) });
    const widget = await box(site, { 'page-size': '50' });
    const release = await site.hold(/page=2/);
    button(widget, 'More comments').click();
    await site.received(/page=2/);
    location.hash = '#nr-comment-60';
    // What follows it hears of it in a task of its own.
    await new Promise((resolve) => addEventListener('hashchange', resolve, { once: true }));
    await release();
    await until(() => comments(widget).length === 100);
    expect(
      (await site.requests()).filter(({ url }) => /parent=0.*page=2/.test(url)),
    ).to.have.length(1);
    expect(new Set(widget.comments!.map(({ id }) => id)).size).to.equal(widget.comments!.length);
  });

  it('another article’s next page, though that of the one before has not come', async () => {
    const site = await startWordPress({ comments: flat(130) });
    const other = await startWordPress({ comments: flat(130) });
    const widget = await box(site, { 'page-size': '50' });
    const release = await site.hold(/page=2/);
    button(widget, 'More comments').click();
    await site.received(/page=2/);
    const isBusy = () => parts(widget, 'more')[0]?.ariaDisabled;
    await until(() => isBusy() === 'true');
    widget.source = other.url;
    await until(() => isBusy() === 'false');
    button(widget, 'More comments').click();
    await until(() => comments(widget).length === 100);
    await until(() => said(widget) === '50 more comments shown');
    widget.order = 'oldest';
    await until(() => comments(widget).length === 50);
    await release();
  });

  it('a permalink on load, pages away, even far down the page', async () => {
    const site = await startWordPress({ comments: [...flat(9), 3] });
    location.hash = '#nr-comment-10';
    const spacer = document.createElement('div');
    spacer.style.height = '9000px';
    theStage().append(spacer);
    const widget = mount('nr-comment-box', {
      source: site.url,
      'article-id': '1000',
      'page-size': '2',
    }) as Box;
    await until(() => focused(widget)?.id === '10');
    const { top } = focused(widget)!.getBoundingClientRect();
    expect(top).to.be.within(0, innerHeight);
    scrollTo(0, 0);
  });

  for (const isAway of [true, false])
    it(`a permalink on load, ${isAway ? 'but calls nobody back who has scrolled elsewhere meanwhile' : 'for who has come to the comments meanwhile'}`, async () => {
      const site = await startWordPress({ comments: flat(9) });
      location.hash = '#nr-comment-3';
      const release = await site.hold(/comments/);
      const above = document.createElement('div');
      above.style.height = '9000px';
      theStage().append(above);
      const widget = mount('nr-comment-box', { source: site.url, 'article-id': '1000' }) as Box;
      await site.received(/comments/);
      scrollTo(0, isAway ? 700 : 8900);
      await release();
      await until(() => comments(widget).length === 9);
      if (isAway) {
        for (let frames = 0; frames < 3; frames++) await new Promise(requestAnimationFrame);
        expect(scrollY).to.equal(700);
        expect(focused(widget)?.id).to.equal(undefined);
      } else await until(() => focused(widget)?.id === '3');
      scrollTo(0, 0);
    });

  it('a permalink that is followed later, and its own', async () => {
    const site = await startWordPress({ comments: flat(8) });
    const widget = await box(site, { 'page-size': '2' });
    location.hash = '#nr-comment-3';
    await until(() => focused(widget)?.id === '3');
    location.hash = '#nr-comment-999';
    const own = parts(widget, 'date')[0] as HTMLAnchorElement;
    expect(own.href).to.equal(`${location.href.split('#')[0]}#nr-comment-8`);
    own.click();
    await until(() => focused(widget)?.id === '8');
  });

  it('a permalink pages away, without calling back who has gone on meanwhile', async () => {
    const site = await startWordPress({ comments: flat(130) });
    const search = document.createElement('input');
    const widget = await box(site, { 'page-size': '50' });
    theStage().append(search);
    const release = await site.hold(/[?&]page=2/);
    location.hash = '#nr-comment-60';
    await site.received(/[?&]page=2/);
    search.focus();
    await release();
    await until(() => comments(widget).some(({ id }) => id === '60'));
    await widget.updateComplete;
    expect(document.activeElement?.localName).to.equal('input');
  });

  it('asks for nothing before the reader does with load="click", permalink or not', async () => {
    const site = await startWordPress({ comments: flat(2) });
    location.hash = '#nr-comment-1';
    const widget = await box(site, { load: 'click' });
    expect(await site.requests()).to.be.empty;
    parts(widget, 'button')[0]!.click();
    await until(() => focused(widget)?.id === '1');
  });

  it('pictures of readers from the publisher only; letters stand for the others', async () => {
    const site = await startWordPress({ comments: flat(2), posts: 1 });
    const own = `${site.url}/wp-content/uploads/0-96x96.svg`;
    const widget = mount('nr-comment-box', { source: site.url }) as Box;
    widget.comments = [
      given('2', { avatar: own }),
      given('1', { avatar: 'https://gravatar.example/1.png' }),
    ];
    await settled(widget);
    const portraits = parts(widget, 'portrait');
    expect(portraits[0]!.querySelector('img')!.src).to.equal(own);
    expect(portraits[1]!.querySelector('img')).to.be.null;
    expect(portraits[1]!.textContent).to.equal('R');
  });

  it('plain comments without the sanitizer, line by line', async () => {
    const before = fetched('sanitize').length;
    const site = await startWordPress({
      comments: [0],
      commentChanges: {
        0: { content: { rendered: '<p>It&#8217;s so.<br />\nIs it?</p>\n<p>Yes &amp; no.</p>\n' } },
      },
    });
    const widget = await box(site);
    const [body] = parts(widget, 'body');
    body!.scrollIntoView();
    await until(() => isSeen(body!));
    expect(body!.textContent.trim()).to.match(/^It’s so\.\nIs it\?\n+Yes & no\.$/);
    // As painted: WebKit's innerText joins lines that its eyes see apart.
    const text = document.createRange();
    text.selectNodeContents(body!);
    const painted = [...text.getClientRects()].filter(({ width }) => width > 0);
    expect(new Set(painted.map(({ top }) => top)).size).to.equal(3);
    expect(fetched('sanitize')).to.have.length(before);
  });

  it('markup through the sanitizer', async () => {
    const rendered =
      '<p>See <a href="https://a.example/" onclick="alert(1)">this</a> <b>now</b><img src=x onerror="alert(1)"><script>alert(1)</script></p>';
    const site = await startWordPress({
      comments: [0, 0],
      commentChanges: { 0: { content: { rendered } } },
    });
    const widget = await box(site, { order: 'oldest' });
    const [body] = parts(widget, 'body');
    const anchor = body!.querySelector('a')!;
    expect(anchor.outerHTML).to.equal(
      '<a href="https://a.example/" rel="noopener ugc nofollow">this</a>',
    );
    expect(body!.querySelector('img, script')).to.be.null;
    expect(body!.textContent.trim()).to.equal('See this now');
  });

  it('what its property is given, and asks nobody', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = mount('nr-comment-box', { source: site.url, 'article-id': '1000' }) as Box;
    widget.comments = [given('1'), given('2', { parentId: '1' }), given('3', { parentId: 'gone' })];
    await settled(widget);
    expect(bodies(widget)).to.deep.equal(['Comment 3', 'Comment 1', 'Comment 2']);
    expect(await site.requests()).to.be.empty;
    expect(widget.comments).to.have.length(3);
  });

  it('what its property is given before it is told the order and how many', async () => {
    const widget = mount('nr-comment-box', {}) as Box;
    widget.comments = [given('1'), given('2'), given('3')];
    Object.assign(widget, { order: 'oldest', pageSize: 2 });
    await settled(widget);
    expect(bodies(widget)).to.deep.equal(['Comment 1', 'Comment 2']);
    widget.pageSize = 1;
    await widget.updateComplete;
    await settled(widget);
    expect(bodies(widget)).to.deep.equal(['Comment 1']);
  });

  it('gives its comments and its article when they are here, and tells their number', async () => {
    const site = await startWordPress({ comments: [0, 1] });
    const counts: number[] = [];
    theStage().addEventListener('nr-load', ({ detail }) => counts.push(detail.count));
    const widget = await box(site);
    expect(counts).to.deep.equal([2]);
    expect(widget.comments!.map(({ id }) => id)).to.deep.equal(['2', '1']);
    expect(widget.article!.url).to.equal(site.posts[0]!.link);
  });

  it('by the article’s address', async () => {
    const site = await startWordPress({ comments: [0] });
    const src = site.posts[0]!.link;
    const widget = mount('nr-comment-box', { src, 'utm-source': 'partner' }) as Box;
    await settled(widget);
    expect(comments(widget)).to.have.length(1);
    const [at] = parts(widget, 'link') as HTMLAnchorElement[];
    expect(at!.href).to.equal(`${src}?utm_source=partner`);
  });

  it('comments whose article cannot be had', async () => {
    const site = await startWordPress({ comments: [0] });
    await site.route(/wp\/v2\/posts/, { status: 500, json: { code: 'x', message: 'x' } });
    const widget = await box(site);
    expect(comments(widget)).to.have.length(1);
  });

  it('nothing below comments before they are there themselves', async () => {
    const widget = document.createElement('nr-comment-box') as Box;
    widget.article = { id: '7', url: 'https://example.com/7/', headline: '', authors: [] };
    widget.comments = Array.from({ length: 30 }, (_, index) =>
      given(`${index + 1}`, { body: '<p>At <em>last</em>.</p>' }),
    );
    theStage().append(widget);
    const seen = new Set<string>();
    const look = () => {
      const below = parts(widget, 'more').length + parts(widget, 'link').length;
      if (heading(widget)) seen.add(`${comments(widget).length} comments, ${below} below`);
    };
    new MutationObserver(look).observe(widget.shadowRoot!, { childList: true, subtree: true });
    await settled(widget);
    look();
    expect(seen).to.not.include('0 comments, 2 below');
    expect(seen).to.include('20 comments, 2 below');
  });

  it('a long thread, of which its reader sees the first comments before the others are made', async () => {
    const widget = document.createElement('nr-comment-box') as Box;
    widget.comments = Array.from({ length: 200 }, (_, index) =>
      given(`${index + 1}`, { parentId: index % 10 ? `${index}` : undefined }),
    );
    theStage().append(widget);
    const inFrames = new Set<number>();
    while (!inFrames.has(200)) {
      await new Promise(requestAnimationFrame);
      inFrames.add(comments(widget).length);
    }
    expect([...inFrames].filter(Boolean)).to.eql([40, 140, 200]);
  });

  it('all of a long thread, also when another takes its place or its words change', async () => {
    const thread = (author: string) =>
      Array.from({ length: 200 }, (_, index) =>
        given(`${index + 1}`, { author, parentId: index % 10 ? `${index}` : undefined }),
      );
    const widget = document.createElement('nr-comment-box') as Box;
    const all = (author: string, answer: string) =>
      until(() => {
        const found = comments(widget).filter(
          (each) => each.textContent.includes(author) && each.textContent.includes(answer),
        );
        return found.length === 200;
      });
    widget.comments = thread('Ana');
    theStage().append(widget);
    await all('Ana', 'Reply');
    widget.comments = thread('Bela');
    await all('Bela', 'Reply');
    widget.lang = 'es';
    await all('Bela', 'Responder');
  });

  it('a thousand comments, and the page answers in between', async () => {
    const many = Array.from({ length: 1000 }, (_, index) =>
      given(`${index + 1}`, { parentId: index ? `${Math.ceil(index / 3)}` : undefined }),
    );
    const widget = document.createElement('nr-comment-box') as Box;
    widget.comments = many;
    theStage().append(widget);
    await settled(widget);
    const first = comments(widget).length;
    expect(first).to.be.within(20, 200);
    let turns = 0;
    while (comments(widget).length < 1000) {
      await new Promise(requestAnimationFrame);
      turns++;
    }
    expect(turns).to.be.greaterThan(2);
    expect(new Set(comments(widget).map(({ id }) => id)).size).to.equal(1000);
  });
});

describe('A comment box that takes no comments', () => {
  it('says that they are closed', async () => {
    const site = await startWordPress({
      comments: [0],
      changes: { 0: { comment_status: 'closed' } },
    });
    const widget = await box(site);
    expect(widget.shadowRoot!.textContent).to.contain('Comments are closed.');
    expect(parts(widget, 'form')).to.be.empty;
    expect(isSeen(comments(widget)[0]!.querySelector('.answer')!), 'reply').to.be.false;
    await expect(widget).to.be.accessible();
  });

  it('has no form when it is readonly', async () => {
    const widget = await box(await startWordPress({ comments: [0] }), { readonly: '' });
    expect(parts(widget, 'form')).to.be.empty;
    expect(comments(widget)).to.have.length(1);
  });

  it('leads to where readers can join in, when a store takes none from here', async () => {
    const ghost = await startOrigin();
    await ghost.route(/members\/api\/comments\/post/, {
      json: {
        comments: [
          {
            id: 'c',
            html: '<p>Hi</p>',
            created_at: '2026-10-20T08:00:00Z',
            member: { name: 'Bo' },
          },
        ],
        meta: { pagination: { next: null } },
      },
    });
    await ghost.route(/counts/, { json: { g7: 1 } });
    const widget = mount('nr-comment-box', { source: ghost.url, store: 'ghost' }) as Box;
    widget.article = { id: 'g7', url: `${ghost.url}/post/`, headline: 'x', authors: [] };
    await settled(widget);
    expect(bodies(widget)).to.deep.equal(['Hi']);
    expect(parts(widget, 'form')).to.be.empty;
    expect(parts(widget, 'link')[0]!.textContent).to.equal(
      `Join the conversation at ${new URL(ghost.url).host}`,
    );
    await expect(widget).to.be.accessible();
  });

  it('none of a feed’s: whatever its ids are to the site that it lies on', async () => {
    const site = await startWordPress({ comments: [0, 0] });
    const id = `${site.posts[0]!.id}`;
    const url = 'https://publisher.example/story/';
    const items = [{ id, url, title: 'A story of another publisher' }];
    await site.route('/feed.json', {
      json: { version: 'https://jsonfeed.org/version/1.1', title: 'Other', items },
    });
    const source = `${site.url}/feed.json`;
    const named: Record<string, string>[] = [
      { 'source-type': 'json-feed', src: url },
      { 'source-type': 'json-feed', 'article-id': id },
    ];
    for (const attributes of named) {
      const all = { source, ...attributes, load: 'eager' };
      const widget = mount('nr-comment-box', all, link('Fallback'));
      const errors: string[] = [];
      widget.addEventListener('nr-error', ({ detail: { error } }) =>
        errors.push(error.code, error.message),
      );
      await settled(widget);
      expect(errors[0]).to.equal('unsupported');
      expect(errors[1]).to.match(/feed.+no comments: give/);
      expect(parts(widget, 'form')).to.be.empty;
    }
    expect((await site.requests()).filter(({ url }) => /comments/.test(url))).to.be.empty;
  });

  it('those of an article whose address only begins as a feed’s might', async () => {
    const site = await startWordPress({ comments: [0, 0] });
    const widget = await box(site, { source: `${site.url}/atomic-power/` });
    expect(heading(widget)).to.equal('2 comments');
  });

  it('keeps its author’s content where there is nothing better', async () => {
    const site = await startWordPress({ changes: { 0: { comment_status: 'closed' } } });
    const fallback = link('Comments at the publisher');
    await box(site, {}, fallback);
    expect(isSeen(fallback)).to.be.true;
  });

  it('invites to write where there is no comment yet', async () => {
    const widget = await box(await startWordPress({}), {}, link('Fallback'));
    expect(parts(widget, 'empty')[0]!.textContent).to.equal('No comments yet.');
    expect(parts(widget, 'form')).to.have.length(1);
  });

  it('shows what went wrong, and tries again', async () => {
    const site = await startWordPress({ comments: [0] });
    await site.route(commentsRoute, { body: '<h1>Maintenance</h1>' });
    const widget = mount('nr-comment-box', { source: site.url, 'article-id': '1000' }) as Box;
    await until(() => parts(widget, 'error').length > 0);
    await expect(widget).to.be.accessible();
  });

  it('says once what is wrong with its attributes', async () => {
    const site = await startWordPress({ comments: [0] });
    const messages: string[] = [];
    theStage().addEventListener('nr-error', ({ detail }) => messages.push(detail.error.message));
    await box(site, { order: 'best', 'page-size': '500', store: 'disqus' });
    expect(messages.map((each) => each.split('=')[0])).to.have.members([
      'order',
      'page-size',
      'store',
    ]);
  });
});
