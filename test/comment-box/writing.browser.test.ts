import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/comment-box.js';
import { registerCommentStore } from '../../src/adapters.js';
import { settings } from '../../src/page/settings.js';
import { watchReturn } from '../../src/sending/comment-return.js';
import { askAnew } from '../../src/net/ask-anew.js';
import { keepDraft, type Draft } from '../../src/storage/draft.js';
import { forgetDraft, keptDraft } from '../../src/storage/kept-draft.js';
import { startOrigin, startWordPress, type BrowserSite } from '../browser-origin.js';
import { asAForm } from '../suites/as-a-form.js';
import { mount, parts, settled, theStage, until } from '../suites/mount.js';
import {
  ana,
  bodies,
  box,
  button,
  comments,
  commentsRoute,
  done,
  field,
  fill,
  focused,
  listen,
  message,
  press,
  said,
  type,
  type Box,
} from './box.js';

const known = { knownReaders: [ana.email] };

const posts = async (site: BrowserSite) =>
  (await site.requests()).filter(({ method }) => method === 'POST');

const refusal = (status: number, code: string, text = 'x') => ({
  status,
  json: { code, message: text, data: { status } },
});

/** A comment of the same reader that comes another way. */
const post = (site: BrowserSite, content: string) =>
  fetch(`${site.url}/wp-json/wp/v2/comments`, {
    method: 'POST',
    body: new URLSearchParams({
      post: '1000',
      parent: '0',
      author_name: ana.author,
      author_email: ana.email,
      content,
    }),
  });

/** What a draft below an article is kept by: the newest one, unless told otherwise. */
const threadOf = ({ url, posts }: BrowserSite, place = 0) =>
  String([url, '', '', posts[place]!.id]);

const mayAppearTwice =
  'Your comment may have arrived. If you send it again, it might appear twice.';

/** The comments' route is one for reading and for writing; this answers what is written. */
const onWriting = /wp\/v2\/comments$/;
const onReading = /wp\/v2\/comments\?/;

/** An answer that breaks off. One that never begins would be asked for again by the browser itself. */
const lost = { status: 201, json: { id: 9 }, reset: 'midway' } as const;

afterEach(() => {
  localStorage.clear();
  sessionStorage.clear();
});

describe('A comment box sends', () => {
  it('nothing that is missing, and its fields stay level while one of them says so', async () => {
    theStage().style.width = '700px';
    const widget = await box(await startWordPress({ comments: [] }));
    const tops = () =>
      ['author', 'email'].map((name) => field(widget, name).getBoundingClientRect().top);
    type(widget, 'text', 'Hello');
    type(widget, 'author', 'Ana Paz');
    press(widget);
    await until(() => field(widget, 'email').ariaInvalid === 'true');
    expect(tops()[0]).to.equal(tops()[1]);
    expect(field(widget, 'author').ariaInvalid).not.to.equal('true');
  });

  it('a comment, tells the page once, shows it and goes to it', async () => {
    const site = await startWordPress({ comments: [0, 1], ...known });
    const widget = await box(site);
    const heard = listen(widget);
    fill(widget, "  It's me & you.  ");
    press(widget);
    await done(widget);
    await until(() => focused(widget)?.id === '3');
    expect(heard.submits).to.deep.equal(['comment']);
    expect(heard.sent).to.have.length(1);
    const { comment, status } = heard.sent[0]!.detail;
    expect(status).to.equal('approved');
    expect(comment.id).to.equal('3');
    expect(JSON.stringify(heard.sent[0]!.detail)).not.to.contain(ana.email);
    expect(heard.sent[0]!.bubbles && heard.sent[0]!.composed).to.be.true;
    expect(said(widget)).to.equal('Your comment is published.');
    expect(message(widget)).to.equal('Your comment is published.');
    expect(bodies(widget)[0]).to.equal('It’s me & you.');
    expect(field(widget, 'text').value).to.equal('');
    expect(field(widget, 'author').value, 'for the next one').to.equal(ana.author);
    expect(parts(widget, 'heading')[0]!.textContent.trim()).to.equal('3 comments');
    await expect(widget).to.be.accessible();
  });

  it('a comment, and does not call its writer back who has gone on elsewhere', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const search = document.createElement('input');
    const widget = await box(site);
    theStage().append(search);
    const release = await site.hold(onWriting);
    fill(widget, 'Hello');
    field(widget, 'text').focus();
    press(widget);
    await site.received(onWriting);
    search.focus();
    await release();
    await done(widget);
    await until(() => comments(widget).length === 2);
    await widget.updateComplete;
    expect(said(widget)).to.equal('Your comment is published.');
    expect(document.activeElement?.localName).to.equal('input');
  });

  it('a comment that stands above the others, of which “More comments” shows as many as before', async () => {
    const site = await startWordPress({ comments: Array<number>(12).fill(0), ...known });
    const widget = await box(site, { 'page-size': '5' });
    fill(widget, 'Hello');
    press(widget);
    await done(widget);
    await until(() => comments(widget).length === 6);
    button(widget, 'More comments').click();
    await until(() => comments(widget).length === 11);
    expect(said(widget)).to.equal('5 more comments shown');
  });

  it('a comment that stands below all others, of which “More comments” shows as many as before', async () => {
    const site = await startWordPress({ comments: Array<number>(12).fill(0), ...known });
    const widget = await box(site, { 'page-size': '5', order: 'oldest' });
    fill(widget, 'Hello');
    press(widget);
    await done(widget);
    await until(() => bodies(widget).at(-1) === 'Hello');
    expect(comments(widget), 'no other came with it').to.have.length(6);
    button(widget, 'More comments').click();
    await until(() => comments(widget).length > 6);
    await until(() => said(widget) === '5 more comments shown');
    expect(bodies(widget).at(-1), 'still the last').to.equal('Hello');
  });

  it('what is being typed below its own article, though a template has left the ids empty', async () => {
    const site = await startWordPress({ posts: 2 });
    const [one, other] = await Promise.all(
      [0, 1].map((place) => box(site, { 'article-id': '', src: site.posts[place]!.link })),
    );
    type(one!, 'text', 'Below the first');
    await other!.updateComplete;
    expect(field(one!, 'text').value).to.equal('Below the first');
    expect(field(other!, 'text').value).to.equal('');
  });

  it('what is being typed while the page sets its comments anew: the caret stays', async () => {
    const given = (id: string) => ({
      id,
      author: 'Ana',
      body: 'Yes.',
      published: '2026-01-01T00:00:00Z',
      status: 'approved' as const,
    });
    const widget = document.createElement('nr-comment-box') as Box;
    widget.article = { id: '7', url: 'https://example.com/7/', headline: '', authors: [] };
    widget.source = (await startWordPress()).url;
    widget.comments = [given('1')];
    theStage().append(widget);
    await settled(widget);
    for (const answers of [false, true]) {
      if (answers) button(widget, 'Reply').click();
      await widget.updateComplete;
      field(widget, 'text').focus();
      // No letter twice in a row: WebKit's driver may leave one of them out.
      await sendKeys({ type: 'Quay' });
      widget.comments = [given('1'), given(answers ? '2' : '3')];
      await until(() => comments(widget).length === 2);
      await widget.updateComplete;
      await sendKeys({ type: ' world' });
      expect(field(widget, 'text').value).to.match(/Quay world$/);
    }
  });

  it('a comment below those that a framework sets with each rendering: it stays', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const { id, link } = site.posts[0]!;
    const widget = document.createElement('nr-comment-box') as Box;
    const rendered = {
      article: { id: String(id), url: link, headline: '', authors: [] },
      comments: (await box(site)).comments,
    };
    Object.assign(widget, { source: site.url, ...rendered });
    theStage().append(widget);
    await settled(widget);
    fill(widget, 'It is the rail.');
    press(widget);
    await done(widget);
    await until(() => comments(widget).length === 2);
    for (const order of ['newest', 'oldest'] as const) {
      Object.assign(widget, { ...rendered, order });
      await widget.updateComplete;
      await settled(widget);
      Object.assign(widget, rendered);
      await widget.updateComplete;
      await settled(widget);
      expect(bodies(widget)).to.include('It is the rail.');
    }
  });

  it('a comment that waits for approval, and shows it to its writer', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    const heard = listen(widget);
    fill(widget, 'First of this reader');
    press(widget);
    await done(widget);
    await until(() => comments(widget).length === 2);
    expect(heard.sent[0]!.detail.status).to.equal('pending');
    expect(said(widget)).to.equal('Thank you. Your comment is waiting for approval.');
    expect(comments(widget)[0]!.textContent).to.contain(
      'Waiting for approval. Only you can see it.',
    );
    expect(comments(widget)[0]!.querySelector('.answer'), 'nobody can answer it yet').to.be.null;
    expect(parts(widget, 'heading')[0]!.textContent.trim()).to.equal('1 comment');
    await expect(widget).to.be.accessible();
  });

  it('a comment while its page changes the order: the thread that comes then has it, too', async () => {
    const site = await startWordPress({ comments: [0, 0], ...known });
    const widget = await box(site);
    const heard = listen(widget);
    fill(widget, 'It is the rail.');
    const arrive = await site.hold(onWriting);
    const read = await site.hold(onReading);
    press(widget);
    await site.received(onWriting);
    widget.order = 'oldest';
    await widget.updateComplete;
    await arrive();
    await until(() => said(widget) === 'Your comment is published.');
    await read();
    await until(() => bodies(widget).length === 3 && heard.sent.length > 0);
    expect(heard.sent).to.have.length(1);
  });

  it('an answer, from where it is written, and comes back', async () => {
    const site = await startWordPress({ comments: [0, 1, 0], ...known });
    const widget = await box(site, { order: 'oldest' });
    button(widget, 'Reply').click();
    await until(() => focused(widget)?.getAttribute('name') === 'text');
    const [first] = comments(widget);
    expect(first!.contains(field(widget, 'text'))).to.be.true;
    expect(first!.textContent).to.contain('Reply to Ana Lucía Paz');
    await expect(widget).to.be.accessible();
    button(widget, 'Cancel reply').click();
    await until(() => !first!.contains(field(widget, 'text')));
    expect(focused(widget), 'back to the button').to.equal(first!.querySelector('.answer'));

    button(widget, 'Reply').click();
    await until(() => first!.contains(field(widget, 'text')));
    fill(widget, 'An answer');
    press(widget);
    await until(() => focused(widget)?.id === '4');
    expect(bodies(widget)[2]).to.equal('An answer');
    expect(comments(widget)[2]!.ariaLevel).to.equal('2');
    expect(comments(widget)[0]!.contains(field(widget, 'text'))).to.be.false;
  });

  it('an answer to whoever has a name like an address, in a narrow column: no field stands out of it', async () => {
    theStage().style.width = '288px';
    const widget = await box(await startWordPress({ comments: [] }));
    widget.comments = [
      {
        id: '1',
        author: 'https://transporte-de-superintendencia_interamericana.example/',
        body: 'Hello',
        published: '2026-10-01T00:00:00Z',
        status: 'approved',
      },
    ];
    await until(() => !!button(widget, 'Reply'));
    button(widget, 'Reply').click();
    await until(() => focused(widget)?.getAttribute('name') === 'text');
    const { right } = comments(widget)[0]!.getBoundingClientRect();
    const { right: end } = field(widget, 'text').getBoundingClientRect();
    expect(end).to.be.at.most(right);
  });

  it('with the keyboard alone', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    field(widget, 'text').focus();
    await sendKeys({ type: 'Typed.' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: ana.author });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: ana.email });
    await sendKeys({ press: 'Tab' });
    expect(focused(widget)).to.equal(field(widget, 'remember'));
    await sendKeys({ press: 'Tab' });
    expect(focused(widget), 'past the trap').to.equal(button(widget, 'Send'));
    await sendKeys({ press: 'Enter' });
    await until(() => focused(widget)?.id === '2');
    // On to the comment's own controls.
    await sendKeys({ press: 'Tab' });
    expect(focused(widget)!.part.contains('date')).to.be.true;
    await sendKeys({ press: 'Tab' });
    await sendKeys({ press: 'Enter' });
    await until(() => focused(widget)?.getAttribute('name') === 'text');
    expect(comments(widget)[0]!.contains(focused(widget))).to.be.true;
  });

  for (const [what, notice] of [
    ['tells it with `change` alone', () => new Event('change', { bubbles: true })],
    ['does not tell it', () => undefined],
  ] as const)
    it(`what a password manager has filled in that ${what}`, async () => {
      const site = await startWordPress({ comments: [0] });
      const widget = await box(site);
      type(widget, 'text', 'Hello');
      for (const [name, value] of Object.entries(ana)) {
        field(widget, name).value = value;
        const event = notice();
        if (event) field(widget, name).dispatchEvent(event);
      }
      if (notice()) {
        expect(keptDraft({ ...ana, thread: threadOf(site), text: '' })?.email).to.equal(ana.email);
      }
      press(widget);
      await done(widget);
      const [request] = await posts(site);
      const sent = new URLSearchParams(request!.body);
      expect([sent.get('author_name'), sent.get('author_email')]).to.deep.equal([
        ana.author,
        ana.email,
      ]);
    });

  it('nothing that is not complete: says what is missing and goes there', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    fill(widget, '   ', { author: '', email: 'ana@' });
    press(widget);
    await until(() => said(widget) !== '');
    expect(said(widget)).to.equal(
      'Write your comment first. Enter your name. Enter a valid email address, such as name@example.com.',
    );
    expect(focused(widget)).to.equal(field(widget, 'text'));
    expect(field(widget, 'email').getAttribute('aria-invalid')).to.equal('true');
    for (const [name, label, problem] of [
      ['text', 'Comment', 'Write your comment first.'],
      ['author', 'Name', 'Enter your name.'],
      ['email', 'Email It will not be shown.', 'Enter a valid email'],
    ] as const) {
      const input = field(widget, name);
      const [{ textContent }] = input.labels as unknown as [HTMLLabelElement];
      expect(textContent.trim().replace(/\s+/g, ' '), 'its name').to.equal(label);
      const description = widget.shadowRoot!.getElementById(
        input.getAttribute('aria-describedby')!,
      );
      expect(description!.textContent).to.contain(problem);
    }
    expect(parts(widget, 'error').map(({ textContent }) => textContent)).to.deep.equal([
      'Write your comment first.',
      'Enter your name.',
      'Enter a valid email address, such as name@example.com.',
    ]);
    await expect(widget).to.be.accessible();
    type(widget, 'email', ana.email);
    await widget.updateComplete;
    expect(field(widget, 'email').hasAttribute('aria-invalid')).to.be.false;
    expect(await posts(site)).to.be.empty;
  });

  it('nothing, and blames nobody for it who goes on to an answer, or back from one', async () => {
    const widget = await box(await startWordPress({ comments: [0] }));
    press(widget);
    await until(() => parts(widget, 'error').length === 3);
    button(widget, 'Reply').click();
    await until(() => focused(widget) === field(widget, 'text'));
    expect(parts(widget, 'error')).to.be.empty;
    press(widget);
    await until(() => parts(widget, 'error').length === 3);
    button(widget, 'Cancel reply').click();
    await until(() => focused(widget) === button(widget, 'Reply'));
    expect(parts(widget, 'error')).to.be.empty;
  });

  it('nothing, and says what is wrong again to who has mended it badly', async () => {
    const widget = await box(await startWordPress({ comments: [0] }));
    fill(widget, 'Hello', { author: 'Ana Paz', email: 'ana@' });
    press(widget);
    await until(() => said(widget).startsWith('Enter a valid email'));
    // What a live region says already is not said a second time.
    type(widget, 'email', 'ana@readers.');
    await until(() => said(widget) === '');
    press(widget);
    await until(() => said(widget).startsWith('Enter a valid email'));
    expect(focused(widget)).to.equal(field(widget, 'email'));
  });

  it('nothing to an address that the publisher does not take: says so and marks it', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    await site.route(onWriting, {
      status: 400,
      json: { code: 'rest_invalid_param', message: '', data: { params: { author_email: 'No' } } },
    });
    fill(widget, 'Is that so?');
    press(widget);
    await until(() => field(widget, 'email').ariaInvalid === 'true');
    expect(said(widget)).to.match(/^Enter a valid email address/);
    await site.route(onWriting, { status: 201, json: { id: 7, status: 'hold', content: {} } });
    type(widget, 'email', 'ana@elsewhere.example');
    await until(() => field(widget, 'email').ariaInvalid === null);
    press(widget);
    await until(async () => (await posts(site)).length === 2);
    await done(widget);
    expect(message(widget)).not.to.match(/email/);
  });

  it('nothing when the page does not want it', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    widget.addEventListener('nr-submit', (event) => event.preventDefault());
    fill(widget, 'Hello');
    press(widget);
    expect(await posts(site)).to.be.empty;
    expect(field(widget, 'text').value).to.equal('Hello');
  });

  it('nothing of a robot, which fills in everything', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    fill(widget, 'Buy this');
    field(widget, 'nr-trap').value = 'https://spam.example/';
    press(widget);
    await done(widget);
    // The publisher has never seen it.
    expect(message(widget)).to.equal('Please press the button once more.');
    expect(said(widget)).to.equal(message(widget));
    expect(await posts(site)).to.be.empty;
    // A browser may have filled it in for a person.
    press(widget);
    await until(async () => (await posts(site)).length === 1);
  });

  it('the fields of a captcha', async () => {
    const site = await startWordPress({ comments: [0] });
    const captcha = document.createElement('div');
    captcha.slot = 'captcha';
    captcha.innerHTML = '<input type="hidden" name="h-captcha-response" value="passed">';
    const widget = await box(site, {}, captcha);
    fill(widget, 'Hello');
    press(widget);
    await done(widget);
    const [request] = await posts(site);
    expect(new URLSearchParams(request!.body).get('h-captcha-response')).to.equal('passed');
  });

  it('of what stands in the slot of a captcha what a form would send', async () => {
    const site = await startWordPress({ comments: [0] });
    const more = document.createElement('fieldset');
    more.slot = 'captcha';
    more.innerHTML = asAForm.fields;
    const widget = await box(site, {}, more);
    fill(widget, 'Hello');
    press(widget);
    await done(widget);
    const [request] = await posts(site);
    const own = ['post', 'parent', 'author_name', 'author_email', 'content', 'newsrack_key'];
    const sent = [...new URLSearchParams(request!.body)].filter(([name]) => !own.includes(name));
    expect(Object.fromEntries(sent)).to.deep.equal(asAForm.sent);
  });

  for (const [what, answer, sentence] of [
    ['closed meanwhile', refusal(403, 'rest_comment_closed'), 'Comments are closed.'],
    [
      'only for members',
      refusal(401, 'rest_comment_login_required'),
      'You need to sign in on the publisher’s site to comment. Your text is kept here.',
    ],
    [
      'a duplicate',
      refusal(409, 'comment_duplicate'),
      'You have already sent this comment. It may be waiting for approval.',
    ],
    [
      'too fast',
      refusal(400, 'comment_flood'),
      'That was too fast. Wait 15 seconds, then send it again.',
    ],
    [
      'too fast for a firewall',
      {
        status: 429,
        body: '<!doctype html><title>Too many requests</title>',
        headers: { 'retry-after': '1', 'access-control-expose-headers': 'Retry-After' },
      },
      'That was too fast. Wait 1 second, then send it again.',
    ],
    [
      'turned away by a firewall',
      { status: 403, body: '<!doctype html><title>Forbidden</title>' },
      'Your comment was not accepted.',
    ],
    [
      'too long',
      refusal(400, 'comment_content_column_length'),
      'Your comment is too long. Shorten it, then send it again.',
    ],
    [
      'disallowed',
      { status: 201, json: { id: 9, status: 'trash', content: { rendered: '' } } },
      'The publisher does not accept this comment.',
    ],
    [
      'invalid',
      refusal(400, 'rest_comment_author_data_required'),
      'Something is missing. Check your name, email and comment.',
    ],
    [
      'refused by a plugin',
      refusal(403, 'nope', 'Not &#8220;here&#8221;.'),
      'Your comment was not accepted. Not “here”.',
    ],
  ] as const)
    it(`and says so when it is ${what}; the text stays`, async () => {
      const site = await startWordPress({ comments: [0] });
      const widget = await box(site);
      const heard = listen(widget);
      await site.route(onWriting, answer);
      fill(widget, 'Hello');
      button(widget, 'Send').focus();
      press(widget);
      await done(widget);
      expect(message(widget)).to.equal(sentence);
      expect(said(widget)).to.equal(sentence);
      expect(field(widget, 'text').value).to.equal('Hello');
      expect(focused(widget), 'focus').to.equal(button(widget, 'Send'));
      expect(heard.sent).to.be.empty;
      await expect(widget).to.be.accessible();
    });

  /** The reader's first comment has been taken, and is held. */
  const held = async () => {
    const widget = await box(await startWordPress({ comments: [0] }));
    fill(widget, 'First of this reader');
    press(widget);
    await until(() => comments(widget).length === 2 && focused(widget)?.id === '2');
    expect(message(widget)).to.match(/^Thank you/);
    return widget;
  };

  for (const [what, goOn] of [
    ['types', (widget: Box) => type(widget, 'text', 'A')],
    ['answers', (widget: Box) => button(widget, 'Reply').click()],
    ['sends nothing', press],
  ] as const)
    it(`a comment, of which nothing is said any more below the next one: the reader ${what}`, async () => {
      const widget = await held();
      goOn(widget);
      await until(() => message(widget) === '');
      expect(said(widget)).to.equal(what === 'sends nothing' ? 'Write your comment first.' : '');
      expect(comments(widget)[0]!.textContent, 'beside the first one').to.contain(
        'Waiting for approval',
      );
    });

  it('a comment, of which it still says that it waits while the reader has only their name remembered', async () => {
    const widget = await held();
    field(widget, 'remember').click();
    await widget.updateComplete;
    expect(field(widget, 'remember').checked).to.be.true;
    expect(message(widget)).to.match(/^Thank you/);
    field(widget, 'remember').click();
  });

  it('nothing while the reader is offline', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    fill(widget, 'Hello');
    Object.defineProperty(navigator, 'onLine', { configurable: true, value: false });
    try {
      press(widget);
      await done(widget);
    } finally {
      delete (navigator as { onLine?: boolean }).onLine;
    }
    expect(message(widget)).to.match(/^You are offline/);
    expect(await posts(site)).to.be.empty;
    await import('../../src/sending/comment-sending.js');
    dispatchEvent(new Event('online'));
    await until(() => message(widget) === '');
    expect(said(widget)).to.equal('');
    press(widget);
    await until(() => comments(widget).length === 2);
  });
});

describe('A comment is never sent twice', () => {
  it('by two clicks and the Enter key', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    const heard = listen(widget);
    fill(widget, 'Once');
    const release = await site.hold(onWriting);
    press(widget);
    press(widget);
    field(widget, 'author').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => said(widget) === 'Sending your comment');
    expect(button(widget, 'Send').ariaDisabled).to.equal('true');
    expect(field(widget, 'text').readOnly).to.be.true;
    await expect(widget).to.be.accessible();
    await release();
    await done(widget);
    expect(await posts(site)).to.have.length(1);
    expect(heard.sent).to.have.length(1);
  });

  it('by two boxes of one article', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const one = await box(site);
    const other = await box(site);
    fill(one, 'Once');
    await other.updateComplete;
    expect(field(other, 'text').value, 'they share the draft').to.equal('Once');
    const release = await site.hold(onWriting);
    press(one);
    press(other);
    await site.received(onWriting);
    await release();
    await done(one);
    await other.updateComplete;
    expect(await posts(site)).to.have.length(1);
    expect(field(other, 'text').value).to.equal('');
  });

  it('when no answer came: it looks, and finds it', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    const heard = listen(widget);
    // It arrives, and the answer is lost.
    const arrived = await post(site, 'It’s here');
    expect(arrived.status).to.equal(201);
    await site.route(onWriting, lost);
    fill(widget, "It's here");
    press(widget);
    await until(() => heard.sent.length === 1);
    expect(heard.sent[0]!.detail.comment.id).to.equal('2');
    expect(message(widget)).to.equal('Your comment is published.');
    expect(field(widget, 'text').value).to.equal('');
    expect(await posts(site)).to.have.length(2);
  });

  it('when a firewall kept back the store’s answer alone: it looks, and finds it', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    const heard = listen(widget);
    await post(site, 'Behind the wall');
    await site.route(onWriting, { status: 403, body: '<!doctype html><title>Forbidden</title>' });
    fill(widget, 'Behind the wall');
    press(widget);
    await until(() => message(widget) === 'Your comment was not accepted.');
    press(widget);
    await until(() => heard.sent.length === 1);
    expect(heard.sent[0]!.detail.comment.id).to.equal('2');
    expect(await posts(site)).to.have.length(2);
  });

  it('when no answer came and it cannot be seen: WordPress notices the repetition', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    const heard = listen(widget);
    const errors: string[] = [];
    widget.addEventListener('nr-error', ({ detail }) => errors.push(detail.error.code));
    await post(site, 'Held');
    await site.route(onWriting, lost, refusal(409, 'comment_duplicate'));
    fill(widget, 'Held');
    press(widget);
    await done(widget);
    expect(errors).to.deep.equal(['network']);
    expect(message(widget)).to.equal(
      'No answer came. Your text is kept. You can send it again; it will not appear twice.',
    );
    expect(said(widget)).to.equal(message(widget));
    await expect(widget).to.be.accessible();
    button(widget, 'Send again').click();
    await until(() => heard.sent.length === 1);
    expect(heard.sent[0]!.detail.status).to.equal('pending');
    expect(bodies(widget)).to.contain('Held');
    expect((await site.comments()).filter(({ status }) => status === 'hold')).to.have.length(1);
  });

  it('when nobody can know: says so, and its writer decides', async () => {
    const site = await startWordPress({ comments: [0], idempotent: true });
    const widget = await box(site);
    const heard = listen(widget);
    await site.route(onWriting, lost);
    fill(widget, 'Salt & pepper');
    press(widget);
    await done(widget);
    expect(message(widget)).to.equal(mayAppearTwice);
    expect(said(widget)).to.equal(message(widget));
    await expect(widget).to.be.accessible();
    const looked = (await site.requests()).filter(({ url }) => onReading.test(url)).length;
    await site.route(onWriting, { status: 201, json: { id: 7, status: 'hold', content: {} } });
    button(widget, 'Send again').click();
    await until(() => heard.sent.length === 1);
    const again = (await site.requests()).filter(({ url }) => onReading.test(url)).length;
    expect(again, 'it looks once more before').to.equal(looked + 1);
    const keys = (await posts(site)).map(({ body }) =>
      new URLSearchParams(body).get('newsrack_key'),
    );
    expect(keys[1], 'the same key').to.equal(keys[0]);
    expect(keys[0]).to.have.length.greaterThan(20);
  });

  it('after a reload in the middle: it looks before anything else, and keeps the key', async () => {
    const site = await startWordPress({ comments: [0] });
    const draft = { text: 'Salt & pepper', ...ana };
    const sent = JSON.stringify({ ...draft, key: 0 });
    // As a page leaves it that goes away while it sends.
    sessionStorage.setItem(
      `newsrack:draft:${threadOf(site)}`,
      JSON.stringify({ ...draft, key: 'the-first-key', sent }),
    );
    const widget = await box(site);
    await done(widget);
    expect(message(widget)).to.match(/^Your comment may have arrived/);
    expect(said(widget)).to.equal(message(widget));
    button(widget, 'Send again').click();
    await until(async () => (await posts(site)).length === 1);
    const [request] = await posts(site);
    expect(new URLSearchParams(request!.body).get('newsrack_key')).to.equal('the-first-key');
  });

  it('without taking for it what its writer had said before', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    await post(site, 'Really?');
    const widget = await box(site);
    const heard = listen(widget);
    expect(bodies(widget)).to.include('Really?');
    await site.route(onWriting, lost);
    fill(widget, 'Really!');
    press(widget);
    await done(widget);
    expect(message(widget)).to.match(/^No answer came\. Your text is kept/);
    expect(field(widget, 'text').value).to.equal('Really!');
    expect(heard.sent).to.be.empty;
  });

  it('after a change only when its writer has been told that the first text may be there', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    await site.route(onWriting, lost);
    fill(widget, 'Helo');
    press(widget);
    await done(widget);
    expect(message(widget)).to.contain('it will not appear twice');
    type(widget, 'text', 'Hello');
    await until(() => message(widget) === mayAppearTwice);
    expect(said(widget), 'to who does not see it').to.equal(mayAppearTwice);
    type(widget, 'text', 'Hello!');
    expect(await posts(site)).to.have.length(1);
    button(widget, 'Send again').click();
    await until(async () => (await posts(site)).length === 2);
  });

  it('and finds what was sent before it was changed: that is shown, and the change is kept', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    const heard = listen(widget);
    await site.route(onWriting, lost);
    fill(widget, 'Helo');
    press(widget);
    await done(widget);
    // It comes late.
    await site.route(onWriting, { status: 201, json: { id: 9 } });
    await site.route(commentsRoute, {
      json: [
        {
          id: 77,
          parent: 0,
          author_name: ana.author,
          date_gmt: '2026-10-30T08:00:00',
          content: { rendered: '<p>Helo</p>' },
        },
      ],
    });
    type(widget, 'text', 'Hello');
    button(widget, 'Send again').click();
    await until(() => heard.sent.length === 1);
    expect(heard.sent[0]!.detail.comment.id).to.equal('77');
    expect(bodies(widget)).to.contain('Helo');
    expect(field(widget, 'text').value).to.equal('Hello');
    expect(await posts(site)).to.have.length(1);
  });

  it('with the same key after a refusal of the repetition', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    await site.route(onWriting, lost, refusal(400, 'comment_flood'), lost);
    fill(widget, 'Salt & pepper');
    press(widget);
    await done(widget);
    button(widget, 'Send again').click();
    await until(() => /too fast/.test(message(widget)!));
    press(widget);
    await until(() => message(widget) === mayAppearTwice);
    button(widget, 'Send again').click();
    await until(async () => (await posts(site)).length === 3);
    const keys = (await posts(site)).map(({ body }) =>
      new URLSearchParams(body).get('newsrack_key'),
    );
    expect(new Set(keys).size).to.equal(1);
  });

  it('where it was to go, though “Cancel reply” is pressed meanwhile', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    button(widget, 'Reply').click();
    await until(() => comments(widget)[0]!.contains(field(widget, 'text')));
    const release = await site.hold(onWriting);
    await site.route(onWriting, lost);
    fill(widget, 'Salt & pepper');
    press(widget);
    await site.received(onWriting);
    button(widget, 'Cancel reply').click();
    await release();
    await until(() => message(widget) === mayAppearTwice);
    expect(comments(widget)[0]!.contains(field(widget, 'text'))).to.be.true;
  });

  it('with another key when it is another text', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    await site.route(onWriting, lost);
    fill(widget, 'One');
    press(widget);
    await done(widget);
    type(widget, 'text', 'Another');
    press(widget);
    await until(async () => (await posts(site)).length > 1);
    const keys = (await posts(site)).map(({ body }) =>
      new URLSearchParams(body).get('newsrack_key'),
    );
    expect(keys[1]).not.to.equal(keys[0]);
  });

  describe('from a tab that was duplicated', () => {
    /** The draft as the tab keeps it, which its copy begins with. */
    const keptIn = (site: BrowserSite) =>
      keptDraft({ ...ana, thread: threadOf(site), text: '' }) as Draft;

    const keysOf = async (site: BrowserSite) =>
      (await posts(site)).map(({ body }) => new URLSearchParams(body).get('newsrack_key'));

    /** Sends from a tab that begins with this draft. A page has each article's but once: it goes to another site. */
    const sendFrom = async (draft: Draft, change?: string) => {
      const site = await startWordPress({ comments: [0] });
      keepDraft({ ...draft, thread: threadOf(site) });
      const widget = await box(site);
      if (change) type(widget, 'text', change);
      press(widget);
      await done(widget);
      const [key] = await keysOf(site);
      return key;
    };

    const begun = async () => {
      const site = await startWordPress({ comments: [0] });
      fill(await box(site), 'Salt & pepper');
      return keptIn(site);
    };

    it('under the same key as from the first one', async () => {
      const draft = await begun();
      const key = await sendFrom(draft);
      expect(key).to.match(/^[\w-]{8,64}$/);
      expect(await sendFrom(draft)).to.equal(key);
    });

    it('under another key when it was changed there, or else it would be lost', async () => {
      const draft = await begun();
      expect(await sendFrom(draft, 'Salt & vinegar')).not.to.equal(await sendFrom(draft));
    });

    it('nor under the key of the comment before, when it says the same', async () => {
      const site = await startWordPress({ comments: [0], ...known, idempotent: true });
      const widget = await box(site);
      for (const length of [2, 3]) {
        fill(widget, 'Hear & hear');
        press(widget);
        await until(() => comments(widget).length === length);
      }
      const keys = await keysOf(site);
      expect(keys[1]).not.to.equal(keys[0]);
    });
  });

  it('by a store that cannot be asked: Cusdis', async () => {
    const cusdis = await startOrigin();
    const empty = { json: { data: { data: [], commentCount: 0, pageCount: 1 } } };
    await cusdis.route('/api/open/comments', empty);
    await cusdis.route(/comments$/, { status: 502, body: 'Bad gateway' });
    const widget = mount('nr-comment-box', {
      store: 'cusdis',
      'store-url': cusdis.url,
      'site-id': 'app',
      'article-id': 'a7',
    }) as Box;
    await settled(widget);
    fill(widget, 'Hello');
    press(widget);
    await done(widget);
    expect(message(widget)).to.match(/^Your comment may have arrived/);
  });
});

describe('A comment is never lost', () => {
  it('when the element goes and another one comes', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    fill(widget, 'Half a tho');
    widget.remove();
    const next = await box(site);
    expect(field(next, 'text').value).to.equal('Half a tho');
    expect(field(next, 'email').value).to.equal(ana.email);
  });

  it('from its first letter, below comments that the page has given', async () => {
    // The first box has fetched what they say.
    for (const id of ['44', '45']) {
      const widget = mount('nr-comment-box', { store: 'cusdis', 'article-id': id }) as Box;
      widget.comments = [];
      await settled(widget);
      type(widget, 'text', `Below ${id}`);
      await widget.updateComplete;
      expect(field(widget, 'text').value).to.equal(`Below ${id}`);
    }
  });

  for (const [what, one, other] of [
    [
      'two sources of the page',
      { source: 'https://one.example' },
      { source: 'https://two.example' },
    ],
    ['two sites of a store', { siteId: 'one' }, { siteId: 'two' }],
    ['two stores', { storeUrl: 'https://one.example' }, { storeUrl: 'https://two.example' }],
  ] as const)
    it(`and is not the one below what ${what} call the same`, async () => {
      const standing = async ({
        source,
        ...more
      }: {
        source?: string;
        siteId?: string;
        storeUrl?: string;
      }) => {
        settings.nrSource = source;
        const widget = mount('nr-comment-box', {
          'article-id': '42',
          ...(!source && { store: 'cusdis' }),
        }) as Box;
        Object.assign(widget, more, { comments: [] });
        await settled(widget);
        return widget;
      };
      try {
        type(await standing(one), 'text', 'Half a tho');
        expect(field(await standing(other), 'text').value).to.equal('');
        expect(field(await standing(one), 'text').value).to.equal('Half a tho');
      } finally {
        settings.nrSource = undefined;
      }
    });

  it('and waits also when nothing is known of its article the next time', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    type(widget, 'text', 'Half a thought');
    widget.remove();
    askAnew();
    await site.route(/wp\/v2\/posts/, { status: 404, json: { code: 'gone', message: 'Gone' } });
    expect(field(await box(site), 'text').value).to.equal('Half a thought');
  });

  it('and waits where it answers', async () => {
    const site = await startWordPress({ comments: [0, 1] });
    const widget = await box(site);
    button(widget, 'Reply').click();
    await until(() => focused(widget)?.getAttribute('name') === 'text');
    type(widget, 'text', 'Half an answer');
    widget.remove();
    const next = await box(site);
    expect(comments(next)[0]!.contains(field(next, 'text'))).to.be.true;
    expect(field(next, 'text').value).to.equal('Half an answer');
  });

  it('is kept under our name in this tab only, and forgotten when it has arrived', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    fill(widget, 'Half');
    const drafts = () => Object.keys(sessionStorage).filter((key) => key.includes('draft'));
    expect(drafts()).to.have.length(1);
    expect(drafts()[0]).to.match(/^newsrack:/);
    expect(localStorage).to.have.length(0);
    press(widget);
    await until(() => comments(widget).length === 2);
    expect(drafts()).to.be.empty;
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain(ana.email);
  });

  /** The browser puts the page aside, and shows it again as it was: back from another page of the tab. */
  const returnAfter = (elsewhere: () => void) => {
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    elsewhere();
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  };

  /** The reader has turned to the box, which has fetched what sending takes. */
  const writing = async (widget: Box, text: string) => {
    fill(widget, text);
    field(widget, 'text').focus();
    await import('../../src/sending/comment-sending.js');
  };

  const draftIn = (site: BrowserSite): Draft => ({ ...ana, thread: threadOf(site), text: '' });

  it('is not there any more on a page that comes back, when it was sent on another one', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    await writing(widget, 'Sent from there');
    returnAfter(() => forgetDraft(draftIn(site)));
    await until(() => field(widget, 'text').value === '');
    expect(field(widget, 'author').value).to.equal(ana.author);
  });

  for (const own of [performance, { a: 1 }])
    it(`is not there any more when a reader turns to a box that came back, either${own === performance ? '' : ', whatever the page calls “performance”'}`, async () => {
      const site = await startWordPress({ comments: [0] });
      keepDraft({ ...draftIn(site), text: 'Sent from there' });
      const widget = await box(site);
      expect(field(widget, 'text').value).to.equal('Sent from there');
      forgetDraft(draftIn(site));
      const original = Object.getOwnPropertyDescriptor(window, 'performance')!;
      Object.defineProperty(window, 'performance', { configurable: true, value: own });
      watchReturn();
      Object.defineProperty(window, 'performance', original);
      await until(() => field(widget, 'text').value === '');
    });

  for (const where of ['anew', 'from what is being sent'])
    it(`is not forgotten with what has arrived, when it was begun elsewhere ${where}`, async () => {
      const site = await startWordPress({ comments: [0], ...known });
      const widget = await box(site);
      fill(widget, 'On its way');
      const release = await site.hold(onWriting);
      press(widget);
      await site.received(onWriting);
      const elsewhere =
        where === 'anew' ? draftIn(site) : { ...draftIn(site), ...keptDraft(draftIn(site)) };
      returnAfter(() => keepDraft({ ...elsewhere, text: 'Begun elsewhere' }));
      await release();
      await until(() => comments(widget).length === 2);
      const kept = keptDraft(draftIn(site));
      expect(kept?.text).to.equal('Begun elsewhere');
      expect(kept?.sent, 'what has arrived is not looked for again').to.be.undefined;
      await until(() => field(widget, 'text')?.value === 'Begun elsewhere');
    });

  it('is what was written last, on whichever page', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    await writing(widget, 'Half');
    returnAfter(() => keepDraft({ ...draftIn(site), text: 'Half and half' }));
    await until(() => field(widget, 'text').value === 'Half and half');
  });

  it('is taken up by a box that was empty when it was left', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    await writing(widget, '');
    returnAfter(() => keepDraft({ ...draftIn(site), text: 'From there' }));
    await until(() => field(widget, 'text').value === 'From there');
  });

  it('stays on a page that comes back, when it was not sent elsewhere', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    await writing(widget, 'Half');
    returnAfter(() => {});
    // As a site does when somebody logs in.
    returnAfter(() => sessionStorage.clear());
    await widget.updateComplete;
    expect(field(widget, 'text').value).to.equal('Half');
  });

  it('stays on a page that comes back, when the tab had no room for all of it', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    await writing(widget, 'Half and half');
    keepDraft({ ...draftIn(site), text: 'Half' });
    returnAfter(() => forgetDraft(draftIn(site)));
    await widget.updateComplete;
    expect(field(widget, 'text').value).to.equal('Half and half');
  });

  it('where storage is blocked, as long as the page lives', async () => {
    const original = Object.getOwnPropertyDescriptor(window, 'sessionStorage')!;
    Object.defineProperty(window, 'sessionStorage', {
      configurable: true,
      get() {
        throw new DOMException('Access is denied', 'SecurityError');
      },
    });
    try {
      const site = await startWordPress({ comments: [0] });
      const widget = await box(site);
      await writing(widget, 'Half');
      widget.remove();
      const next = await box(site);
      expect(field(next, 'text').value).to.equal('Half');
      returnAfter(() => {});
      await next.updateComplete;
      expect(field(next, 'text').value).to.equal('Half');
    } finally {
      Object.defineProperty(window, 'sessionStorage', original);
    }
  });

  it('when the page shows another article while it is sent', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    const release = await site.hold(onWriting);
    fill(widget, 'For the first one');
    press(widget);
    await site.received(onWriting);
    widget.articleId = String(site.posts[1]!.id);
    await until(() => comments(widget).length === 0 && !!field(widget, 'text'));
    expect(field(widget, 'text').value).to.equal('');
    await release();
    await until(async () => (await site.comments()).length === 2);
    expect(comments(widget)).to.be.empty;
  });

  describe('when the page shows another article before the code has come', () => {
    /** Goes over to the site's second article, whose comments the page has. */
    const turn = (widget: Box, { id, link: url }: BrowserSite['posts'][number]) => {
      widget.article = { id: String(id), url, headline: 'Another', authors: [] };
      widget.comments = [];
    };

    it('that sends it: it goes where it was written, and nothing else does', async () => {
      const site = await startWordPress({ comments: [0], ...known });
      const [, another] = site.posts;
      keepDraft({ ...ana, thread: threadOf(site, 1), text: 'For the other one' });
      const widget = await box(site);
      fill(widget, 'For the first one');
      press(widget);
      turn(widget, another!);
      await site.received(onWriting);
      await until(async () => (await site.comments()).length === 2);
      const sent = (await posts(site)).map(({ body }) => new URLSearchParams(body));
      expect(sent.map((each) => [each.get('post'), each.get('content')])).to.deep.equal([
        [String(site.posts[0]!.id), 'For the first one'],
      ]);
      expect(field(widget, 'text').value).to.equal('For the other one');
      expect(message(widget)).to.equal('');
    });

    it('that looks for it: where it was sent', async () => {
      const site = await startWordPress({ comments: [0, 1] });
      const text = 'Salt & pepper';
      const sent = JSON.stringify({ text, ...ana, key: 0 });
      keepDraft({ ...ana, thread: threadOf(site, 1), text, sent, key: 'the-first-key' });
      const widget = await box(site);
      widget.articleId = String(site.posts[1]!.id);
      await until(() => /may have arrived/.test(message(widget) ?? ''));
      const asked = (await site.requests()).filter(({ url }) => onReading.test(url));
      const articles = asked.map(({ url }) => /post=(\d+)/.exec(url)![1]);
      expect(articles).to.deep.equal(['1000', '999', '999']);
    });

    it('that looks for it: of the other one nothing is said', async () => {
      const site = await startWordPress({ comments: [0] });
      const text = 'Salt & pepper';
      const sent = JSON.stringify({ text, ...ana, key: 0 });
      const [first, another] = site.posts;
      keepDraft({ ...ana, thread: threadOf(site), text, sent, key: 'the-first-key' });
      const widget = mount('nr-comment-box', { source: site.url }) as Box;
      const errors: string[] = [];
      widget.addEventListener('nr-error', ({ detail }) => errors.push(detail.error.message));
      turn(widget, another!);
      await settled(widget);
      turn(widget, first!);
      await widget.updateComplete;
      turn(widget, another!);
      await site.received(onReading);
      await settled(widget);
      expect(message(widget)).to.equal('');
      expect(errors).to.be.empty;
    });
  });

  it('and its writer is remembered only when they want it', async () => {
    const site = await startWordPress({ comments: [0], ...known });
    const widget = await box(site);
    expect(field(widget, 'remember').checked).to.be.false;
    fill(widget, 'One');
    press(widget);
    await until(() => comments(widget).length === 2);
    expect(localStorage).to.have.length(0);

    field(widget, 'remember').click();
    fill(widget, 'Two');
    press(widget);
    await until(() => comments(widget).length === 3);
    expect(Object.keys(localStorage)).to.deep.equal(['newsrack:reader']);

    const elsewhere = await startWordPress({ comments: [0] });
    const next = await box(elsewhere);
    expect(field(next, 'author').value).to.equal(ana.author);
    expect(field(next, 'remember').checked).to.be.true;
    field(next, 'remember').click();
    expect(localStorage).to.have.length(0);
  });
});

describe('A comment box tells the page', () => {
  const heardFrom = (widget: Box) => {
    const errors: string[] = [];
    widget.addEventListener('nr-error', ({ detail }) => errors.push(detail.error.code));
    return errors;
  };

  it('what its attributes lack, where the page has given the comments', async () => {
    const widget = mount('nr-comment-box', { store: 'cusdis', 'article-id': 'a8' }) as Box;
    widget.comments = [];
    await settled(widget);
    const errors = heardFrom(widget);
    fill(widget, 'Hello');
    press(widget);
    await until(() => errors.length > 0);
    expect(errors).to.deep.equal(['bad-attribute']);
    await until(() => /^No answer came\. Your text is kept/.test(message(widget)!));
  });

  for (const [what, error, code] of [
    ['did not reach its back end', new TypeError('Failed to fetch'), 'network'],
    ['has a mistake', new TypeError('this.post is not a function'), 'bad-answer'],
  ] as const)
    it(`that a store of the page’s own ${what}`, async () => {
      registerCommentStore('x-forum', () => ({
        page: () => Promise.resolve({ comments: [] }),
        writer: () => Promise.resolve({ send: () => Promise.reject(error) }),
      }));
      const widget = mount('nr-comment-box', { store: 'x-forum', 'article-id': code }) as Box;
      await settled(widget);
      const errors = heardFrom(widget);
      fill(widget, 'Hello');
      press(widget);
      await until(() => errors.length > 0);
      expect(errors).to.deep.equal([code]);
      expect(message(widget)).to.equal(mayAppearTwice);
    });

  it('that a store of the page’s own did not open for a writer', async () => {
    registerCommentStore('x-forum', () => ({
      page: () => Promise.resolve({ comments: [] }),
      writer: () => Promise.reject(new Error('Nobody is at home')),
    }));
    const widget = mount('nr-comment-box', { store: 'x-forum', 'article-id': 'a9' }) as Box;
    await settled(widget);
    const errors = heardFrom(widget);
    fill(widget, 'Hello');
    press(widget);
    await until(() => errors.length > 0);
    expect(errors).to.deep.equal(['bad-answer']);
  });
});

describe('A comment box says everything', () => {
  for (const [language, sentence] of [
    ['es', 'Gracias. Tu comentario está pendiente de aprobación.'],
    ['pt-BR', 'Obrigado. Seu comentário está aguardando aprovação.'],
  ] as const)
    it(`in ${language}`, async () => {
      theStage().lang = language;
      const site = await startWordPress({ comments: [0] });
      const widget = await box(site);
      fill(widget, 'Hola');
      press(widget);
      await until(() => said(widget) === sentence);
    });

  it('through one live region that stays', async () => {
    const site = await startWordPress({ comments: [0] });
    const widget = await box(site);
    const region = widget.shadowRoot!.querySelector('[role="status"]');
    fill(widget, 'Hello');
    press(widget);
    await done(widget);
    expect(
      widget.shadowRoot!.querySelectorAll('[role="status"], [role="alert"], [aria-live]'),
    ).to.have.length(1);
    expect(widget.shadowRoot!.querySelector('[role="status"]')).to.equal(region);
    expect(commentsRoute.test('/wp/v2/comments')).to.be.true;
  });
});
