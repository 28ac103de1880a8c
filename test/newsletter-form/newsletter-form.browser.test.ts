import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import '../../src/define/newsletter-form.js';
import { registerNewsletter } from '../../src/adapters.js';
import type { NrErrorEvent, NrSubscribeEvent } from '../../src/elements/events.js';
import type { NrNewsletterForm } from '../../src/elements/newsletter-form/newsletter-form.js';
import { startOrigin, type Answer, type BrowserOrigin } from '../browser-origin.js';
import { asAForm } from '../suites/as-a-form.js';
import { isSeen, link, mount, parts, settled, theStage, until } from '../suites/mount.js';

const email = 'reader@readers.example';

let origin: BrowserOrigin;
let events: { type: string; detail: unknown }[];

beforeEach(async () => {
  origin = await startOrigin();
  events = [];
});

/** A form that stands, in English unless the attributes say otherwise. */
async function standing(
  attributes: Record<string, string> = {},
  ...inside: Node[]
): Promise<NrNewsletterForm> {
  const widget = mount(
    'nr-newsletter-form',
    { lang: 'en', action: `${origin.url}/join`, ...attributes },
    ...inside,
  );
  // What a widget of an earlier test says late is not heard in this one.
  const heard = events;
  for (const type of ['nr-load', 'nr-error', 'nr-submit', 'nr-subscribe'] as const)
    widget.addEventListener(type, (event: CustomEvent<unknown>) =>
      heard.push({ type, detail: event.detail }),
    );
  await settled(widget);
  return widget as unknown as NrNewsletterForm;
}

const find = <T extends HTMLElement | undefined = HTMLInputElement>(
  widget: HTMLElement,
  selector: string,
) => widget.shadowRoot!.querySelector(selector) as T;
const button = (widget: HTMLElement) => find<HTMLButtonElement>(widget, 'button');
const status = (widget: HTMLElement) => find(widget, '[role="status"]').textContent.trim();
const message = (widget: HTMLElement) =>
  find<HTMLElement | undefined>(widget, '[part~="message"]')?.textContent.trim() ?? '';
const focused = (widget: HTMLElement) => widget.shadowRoot!.activeElement;

function type(widget: HTMLElement, selector: string, text: string) {
  const field = find(widget, selector);
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** What a page's script has put in the place of something of the window's. */
function replace(name: 'origin' | 'performance', value: unknown): () => void {
  const original = Object.getOwnPropertyDescriptor(window, name)!;
  Object.defineProperty(window, name, { configurable: true, value });
  return () => void Object.defineProperty(window, name, original);
}

const told = (type: string) => events.filter((event) => event.type === type);

/** Types an address, presses the button, and waits until the form says how it went. */
async function submit(widget: NrNewsletterForm, answer?: Answer): Promise<void> {
  if (answer) await origin.route('/join', answer);
  type(widget, '#email', email);
  await widget.updateComplete;
  button(widget).focus();
  button(widget).click();
  await until(() => parts(widget, 'message').length > 0 || !!find(widget, '.problem'));
  await widget.updateComplete;
}

describe('<nr-newsletter-form> stands', () => {
  it('with labels and names that browsers and password managers know', async () => {
    const widget = await standing({ 'name-field': '', heading: 'The letter' });
    const form = find<HTMLFormElement>(widget, 'form');
    expect([...form.elements].filter((each) => isSeen(each as HTMLElement))).to.have.length(3);
    const field = find(widget, '#email');
    expect(field.labels![0]!.textContent).to.equal('Email address');
    expect([field.type, field.name, field.autocomplete, field.inputMode]).to.deep.equal([
      'email',
      'email',
      'email',
      'email',
    ]);
    expect([find(widget, '#name').name, find(widget, '#name').autocomplete]).to.deep.equal([
      'name',
      'name',
    ]);
    expect(parts(widget, 'heading')[0]!.getAttribute('aria-level')).to.equal('2');
    expect(told('nr-load').map(({ detail }) => detail)).to.deep.equal([
      { widget: 'newsletter-form', count: 1 },
    ]);
    expect(await origin.requests(), 'nobody was asked').to.be.empty;
  });

  it('in the languages of its readers', async () => {
    const widget = await standing({ lang: 'es' });
    expect(button(widget).textContent.trim()).to.equal('Suscribirme');
    widget.lang = 'pt-BR';
    await until(() => button(widget).textContent.trim() === 'Quero receber');
  });

  it('in place of what its author put inside', async () => {
    const plain = link('Sign up at the publisher’s');
    await standing({}, plain);
    expect(isSeen(plain)).to.be.false;
  });

  it('asks for no name and no consent unless it shall', async () => {
    const widget = await standing({ 'name-field': 'false' });
    expect(find(widget, '#name')).to.equal(null);
    expect(isSeen(find(widget, '#consent'))).to.be.false;
  });

  for (const [what, action, advice] of [
    ['none', '', 'http'],
    ['no web address', 'javascript:alert(1)', 'http'],
  ] as const)
    it(`not where its action is ${what}: the author’s own content stays, and the page hears why`, async () => {
      const plain = link('Sign up at the publisher’s');
      const widget = await standing({ action }, plain);
      expect(isSeen(plain)).to.be.true;
      expect(find(widget, 'form')).to.equal(null);
      expect(told('nr-load')).to.be.empty;
      const bare = await standing({ action });
      expect(find<HTMLElement>(bare, '[part~="error"]').textContent).to.contain('could not');
      const heard = told('nr-error').map(({ detail }) => (detail as NrErrorEvent['detail']).error);
      expect(heard[0]!.code).to.equal('bad-attribute');
      expect(heard[0]!.message).to.contain(advice);
      bare.setAttribute('action', `${origin.url}/join`);
      await until(() => !!find(bare, 'form'));
    });

  it('where the page has an origin of its own, as that of its map', async () => {
    const restore = replace('origin', { lat: 1, lng: 2 });
    try {
      const widget = await standing({ action: 'http://publisher.example/join' });
      expect(!!find(widget, 'form')).to.be.true;
    } finally {
      restore();
    }
    expect(told('nr-error')).to.be.empty;
  });

  it('reports a provider that it does not know, and goes by the action', async () => {
    await submit(await standing({ provider: 'pigeon' }), { json: { status: 'subscribed' } });
    expect(told('nr-subscribe').map(({ detail }) => detail)).to.deep.equal([
      { provider: 'json', status: 'subscribed' },
    ]);
    expect(told('nr-error')).to.have.length(1);
  });
});

describe('<nr-newsletter-form> sends', () => {
  it('what was typed, with the page it stands on', async () => {
    const widget = await standing({ 'name-field': '', list: 'weekly daily', tags: 'partner' });
    type(widget, '#name', ' Ana ');
    await submit(widget, { json: { status: 'confirm' } });
    const [request] = await origin.received('/join');
    expect(JSON.parse(request!.body)).to.deep.equal({
      email,
      name: 'Ana',
      list: 'weekly daily',
      tags: ['partner'],
      page: location.href.replace(/#.*/, ''),
    });
  });

  const endings = {
    subscribed: 'You are signed up. Thank you!',
    confirm: 'Check your inbox: follow the link in our message to confirm.',
    already: 'This address is already signed up.',
  };
  for (const [said, sentence] of Object.entries(endings))
    it(`and says “${said}” when the other side said so: to eyes, ears and page`, async () => {
      const widget = await standing({ heading: 'The letter' });
      await submit(widget, { json: { status: said } });
      expect(message(widget)).to.equal(sentence);
      expect(status(widget)).to.equal(sentence);
      expect(focused(widget)).to.equal(find(widget, '[part~="message"]'));
      expect(find(widget, 'form'), 'the form has done its work').to.equal(null);
      expect(events.map((event) => event.type)).to.deep.equal([
        'nr-load',
        'nr-submit',
        'nr-subscribe',
      ]);
      expect((told('nr-subscribe')[0]!.detail as NrSubscribeEvent['detail']).status).to.equal(said);
      expect(JSON.stringify(events)).not.to.contain(email);
      await expect(widget).to.be.accessible();
    });

  it('once, however often the button is pressed', async () => {
    const release = await origin.hold('/join');
    await origin.route('/join', { json: { status: 'confirm' } });
    const widget = await standing();
    type(widget, '#email', email);
    button(widget).click();
    button(widget).click();
    await origin.received('/join');
    await until(() => button(widget).getAttribute('aria-disabled') === 'true');
    expect(status(widget)).to.equal('Sending…');
    await expect(widget).to.be.accessible();
    button(widget).click();
    await release();
    await until(() => parts(widget, 'message').length > 0);
    expect(await origin.requests()).to.have.length(1);
    expect(told('nr-subscribe')).to.have.length(1);
  });

  it('once, also when the button is pressed as the answer comes', async () => {
    await origin.route('/join', { json: { status: 'confirm' } });
    const widget = await standing();
    type(widget, '#email', email);
    widget.addEventListener('nr-subscribe', () => button(widget).click(), { once: true });
    button(widget).click();
    await until(() => parts(widget, 'message').length > 0);
    // Whatever else goes out would have gone before this.
    await fetch(`${origin.url}/last`, { mode: 'no-cors' });
    await origin.received('/last');
    expect((await origin.requests()).map(({ path }) => path)).to.deep.equal(['/join', '/last']);
    expect(told('nr-submit')).to.have.length(1);
  });

  it('for another newsletter, too, when it becomes that', async () => {
    const widget = await standing();
    await submit(widget, { json: { status: 'subscribed' } });
    widget.setAttribute('list', 'daily');
    await widget.updateComplete;
    await submit(widget, { json: { status: 'already' } });
    expect(message(widget)).to.equal(endings.already);
  });

  it('not what the page objects to', async () => {
    const widget = await standing();
    const objected = new Promise<unknown>((resolve) =>
      theStage().addEventListener(
        'nr-submit',
        (event) => {
          event.preventDefault();
          resolve(event.detail);
        },
        { once: true },
      ),
    );
    type(widget, '#email', email);
    button(widget).click();
    expect(await objected).to.deep.equal({ kind: 'newsletter' });
    await submit(widget, { json: { status: 'confirm' } });
    expect(await origin.requests(), 'the second time only').to.have.length(1);
  });

  it('its button’s words in the button, however large and in however narrow a column', async () => {
    Object.assign(theStage().style, { fontSize: '32px', width: '240px' });
    const widget = await standing({ lang: 'pt' });
    await until(() => button(widget).textContent.trim() === 'Quero receber');
    const { scrollHeight, clientHeight } = button(widget);
    expect(scrollHeight).to.be.greaterThan(2 * 48);
    expect(scrollHeight).to.equal(clientHeight);
  });

  it('by a box to tick that is as large as its text', async () => {
    theStage().style.fontSize = '24px';
    const widget = await standing({ 'consent-text': 'I agree.' });
    const box = find(widget, '#consent').getBoundingClientRect();
    expect([box.width, box.height]).to.deep.equal([30, 30]);
  });

  it('by the keyboard alone', async () => {
    await origin.route('/join', { json: { status: 'confirm' } });
    const widget = await standing({ 'name-field': '', 'consent-text': 'I agree.' });
    find(widget, '#name').focus();
    await sendKeys({ type: 'Ana' });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: email });
    await sendKeys({ press: 'Tab' });
    await sendKeys({ type: ' ' });
    await sendKeys({ press: 'Tab' });
    expect(focused(widget)).to.equal(button(widget));
    await sendKeys({ press: 'Enter' });
    await until(() => parts(widget, 'message').length > 0);
    const [request] = await origin.received('/join');
    expect(JSON.parse(request!.body)).to.include({ email, name: 'Ana', consent: true });
  });

  it('what a captcha put into its slot', async () => {
    const captcha = document.createElement('div');
    captcha.slot = 'captcha';
    captcha.innerHTML = '<p>Are you a person?</p><input type="hidden" name="cf-token" value="0x1">';
    const widget = await standing({}, captcha);
    expect(isSeen(captcha)).to.be.true;
    await submit(widget, { json: {} });
    const [request] = await origin.received('/join');
    expect(JSON.parse(request!.body)).to.include({ 'cf-token': '0x1' });
  });

  it('of what stands in that slot what a form would send', async () => {
    const more = document.createElement('fieldset');
    more.slot = 'captcha';
    more.innerHTML = asAForm.fields;
    const widget = await standing({}, more);
    await submit(widget, { json: {} });
    const [request] = await origin.received('/join');
    expect(JSON.parse(request!.body)).to.deep.equal({
      ...asAForm.sent,
      email,
      page: location.href.replace(/#.*/, ''),
    });
  });
});

describe('<nr-newsletter-form> sends nothing', () => {
  const press = async (widget: NrNewsletterForm) => {
    button(widget).click();
    await until(() => !!find(widget, '[aria-invalid="true"]'));
    await widget.updateComplete;
    const field = find(widget, '[aria-invalid="true"]');
    const problem = find<HTMLElement>(widget, `#${field.getAttribute('aria-describedby')}`);
    expect(focused(widget)).to.equal(field);
    expect(status(widget)).to.equal(problem.textContent.trim());
    expect(await origin.requests()).to.be.empty;
    expect(told('nr-submit')).to.be.empty;
    await expect(widget).to.be.accessible();
    return [field.id, problem.textContent.trim()];
  };

  it('without an address, and with what is none; typing on takes the words away', async () => {
    const widget = await standing();
    expect(await press(widget)).to.deep.equal(['email', 'Enter your email address.']);
    type(widget, '#email', 'reader');
    await widget.updateComplete;
    expect(find(widget, '.problem')).to.equal(null);
    expect(status(widget), 'so that it is heard again').to.equal('');
    expect(await press(widget)).to.deep.equal([
      'email',
      'Enter an email address such as name@example.com.',
    ]);
    expect(find(widget, '#email').value).to.equal('reader');
  });

  it('without a required consent, whose box is never ticked before', async () => {
    const widget = await standing({ 'consent-text': 'I agree.' });
    expect(find(widget, '#consent').labels![0]!.textContent.trim()).to.equal('I agree.');
    expect(find(widget, '#consent').checked).to.be.false;
    expect(find(widget, '#consent').ariaInvalid, 'nobody has done anything wrong').to.equal(
      'false',
    );
    type(widget, '#email', email);
    expect(await press(widget)).to.deep.equal(['consent', 'Tick the box to sign up.']);
    find(widget, '#consent').click();
    await submit(widget, { json: {} });
    const [request] = await origin.received('/join');
    expect(JSON.parse(request!.body)).to.include({ consent: true });
  });

  it('without a consent that came into its slot later, with a link', async () => {
    const widget = await standing();
    const text = document.createElement('span');
    text.slot = 'consent';
    text.append('I have read the ', link('privacy policy'), '.');
    widget.append(text);
    await until(() => isSeen(find(widget, '#consent')));
    type(widget, '#email', email);
    expect((await press(widget))[0]).to.equal('consent');
    text.remove();
    await until(() => !isSeen(find(widget, '#consent')));
    await submit(widget, { json: {} });
    expect(message(widget)).to.contain('signed up');
  });

  for (const [attribute, value] of [
    ['consent-text', 'I agree to something else.'],
    ['action', '/other'],
    ['list', 'daily'],
    ['provider', 'form'],
  ] as const)
    it(`by a consent that was given before “${attribute}” was another`, async () => {
      const widget = await standing({ 'consent-text': 'I agree.' });
      find(widget, '#consent').click();
      widget.setAttribute('heading', 'Another heading');
      await widget.updateComplete;
      expect(find(widget, '#consent').checked, 'it is the same newsletter').to.be.true;
      widget.setAttribute(attribute, value);
      type(widget, '#email', email);
      await widget.updateComplete;
      expect((await press(widget))[0]).to.equal('consent');
    });

  for (const provider of ['json', 'form'])
    it(`of a consent whose text is gone: ${provider}`, async () => {
      const text = document.createElement('span');
      text.slot = 'consent';
      text.textContent = 'I agree.';
      const widget = await standing({ provider }, text);
      find(widget, '#consent').click();
      const form = find<HTMLFormElement>(widget, 'form');
      expect(new FormData(form).has('consent')).to.be.true;
      text.remove();
      await until(() => !isSeen(find(widget, '#consent')));
      expect(new FormData(form).has('consent')).to.be.false;
      if (provider === 'form') return;
      await submit(widget, { json: {} });
      const [request] = await origin.received('/join');
      expect(JSON.parse(request!.body)).not.to.have.property('consent');
    });

  it('at the first press when a field was filled in that nobody sees, and says so', async () => {
    const widget = await standing();
    const trap = find(widget, '.trap');
    expect(isSeen(trap)).to.be.false;
    expect([trap.tabIndex, trap.autocomplete]).to.deep.equal([-1, 'off']);
    trap.value = 'https://spam.example';
    await submit(widget);
    expect(message(widget)).to.equal('Please press the button once more.');
    expect(await origin.requests()).to.be.empty;
    await expect(widget).to.be.accessible();
    button(widget).click();
    await origin.received('/join');
  });
});

describe('<nr-newsletter-form> does not claim success', () => {
  const codes = () =>
    told('nr-error').map(({ detail }) => (detail as NrErrorEvent['detail']).error.code);

  it('after a failure: what was typed stays, and goes out again', async () => {
    const widget = await standing({ 'name-field': '' });
    type(widget, '#name', 'Ana');
    await submit(widget, { status: 500, json: {} });
    expect(message(widget)).to.equal(
      'No answer said that it worked. What you typed is still here.',
    );
    expect(status(widget)).to.equal(message(widget));
    expect(button(widget).textContent.trim()).to.equal('Try again');
    expect(focused(widget)).to.equal(button(widget));
    expect([find(widget, '#email').value, find(widget, '#name').value]).to.deep.equal([
      email,
      'Ana',
    ]);
    expect(codes()).to.deep.equal(['bad-answer']);
    await expect(widget).to.be.accessible();

    await origin.route('/join', { json: { status: 'confirm' } });
    button(widget).click();
    await until(() => message(widget).startsWith('Check your inbox'));
    expect(told('nr-subscribe')).to.have.length(1);
  });

  it('of an adapter of the page’s own that did not reach its back end', async () => {
    registerNewsletter('x-crm', () => Promise.reject(new TypeError('Failed to fetch')));
    await submit(await standing({ provider: 'x-crm' }));
    expect(codes()).to.deep.equal(['network']);
  });

  it('without a line: what was typed stays, through new attributes and another language, too', async () => {
    const widget = await standing();
    await submit(widget, { reset: 'before' });
    expect(codes()).to.deep.equal(['network']);
    widget.setAttribute('heading', 'Another heading');
    widget.lang = 'pt';
    await until(() => message(widget).startsWith('Não veio resposta'));
    expect(find(widget, '#email').value).to.equal(email);
  });

  it('of another newsletter than the one that was sent to', async () => {
    const widget = await standing();
    await origin.route('/join', { json: { status: 'subscribed' } });
    const release = await origin.hold('/join');
    type(widget, '#email', email);
    button(widget).click();
    await origin.received('/join');
    expect(status(widget)).to.equal('Sending…');
    widget.setAttribute('action', `${origin.url}/other`);
    await widget.updateComplete;
    expect(status(widget)).to.equal('');
    await release();
    await until(() => told('nr-subscribe').length === 1);
    await widget.updateComplete;
    expect(message(widget)).not.to.match(/signed up/);
    expect(find(widget, '#email'), 'the other one’s form').to.exist;
  });

  it('of another provider than the one that was sent to, now or later', async () => {
    const widget = await standing();
    await submit(widget, { status: 500, json: {} });
    widget.setAttribute('provider', 'form');
    await widget.updateComplete;
    expect(message(widget)).to.equal('');

    widget.setAttribute('provider', 'json');
    await origin.route('/join', { json: { status: 'subscribed' } });
    const release = await origin.hold('/join');
    button(widget).click();
    await origin.received('/join', 2);
    widget.setAttribute('provider', 'form');
    await widget.updateComplete;
    await release();
    await until(() => told('nr-subscribe').length === 1);
    await widget.updateComplete;
    expect(message(widget)).to.equal('');
  });

  it('when a page came instead of an answer: links to the provider’s own', async () => {
    const widget = await standing({ provider: 'ghost', 'utm-source': 'partner' });
    await origin.route(/members/, { body: '<!doctype html><title>Robot?</title>' });
    await submit(widget);
    const anchor = find<HTMLAnchorElement>(widget, 'a');
    expect(anchor.href).to.equal(`${origin.url}/join/?utm_source=partner#/portal/signup`);
    expect([anchor.target, anchor.rel]).to.deep.equal(['_blank', 'noopener']);
    expect(status(widget)).to.equal(`Finish signing up at ${new URL(origin.url).host}`);
    expect(find(widget, '#email').value).to.equal(email);
    expect(codes()).to.deep.equal(['bad-answer']);
    await expect(widget).to.be.accessible();
  });

  it('after too many tries: says when, where that is known', async () => {
    const widget = await standing();
    const headers = { 'retry-after': '600', 'access-control-expose-headers': 'Retry-After' };
    await submit(widget, { status: 429, json: {}, headers });
    expect(message(widget)).to.equal('Too many attempts. Try again in 10 minutes.');
    expect(status(widget)).to.equal(message(widget));
    await expect(widget).to.be.accessible();
    await submit(widget, { status: 429, json: {} });
    expect(message(widget)).to.equal('Too many attempts. Try again later.');
    expect(find(widget, '#email').value).to.equal(email);
  });

  it('when the address was refused: the field says so', async () => {
    const widget = await standing();
    await submit(widget, { status: 400, json: { code: 'invalid_email' } });
    const sentence = 'This address was not accepted. Please check it.';
    expect(find<HTMLElement>(widget, '#problem').textContent.trim()).to.equal(sentence);
    expect(status(widget)).to.equal(sentence);
    expect(focused(widget)).to.equal(find(widget, '#email'));
    expect(told('nr-subscribe')).to.be.empty;
    await expect(widget).to.be.accessible();
  });

  for (const [what, answer] of [
    ['', { json: { status: 'confirm' } }],
    [', though the address was refused', { status: 400, json: { code: 'invalid_email' } }],
  ] as [string, Answer][])
    it(`and leaves a reader alone who went on elsewhere${what}`, async () => {
      const release = await origin.hold('/join');
      await origin.route('/join', answer);
      const widget = await standing();
      type(widget, '#email', email);
      button(widget).click();
      const elsewhere = document.createElement('button');
      elsewhere.textContent = 'Elsewhere';
      theStage().append(elsewhere);
      await origin.received('/join');
      elsewhere.focus();
      await release();
      await until(() => parts(widget, 'message').length > 0 || !!find(widget, '.problem'));
      await widget.updateComplete;
      expect(document.activeElement).to.equal(elsewhere);
    });

  it('of another address than the one that is told of: nothing changes while it is sent', async () => {
    const release = await origin.hold('/join');
    await origin.route('/join', { status: 400, json: { code: 'invalid_email' } });
    const widget = await standing({ 'name-field': '', 'consent-text': 'I agree.' });
    type(widget, '#name', 'Ana');
    type(widget, '#email', email);
    find(widget, '#consent').click();
    button(widget).click();
    await origin.received('/join');
    for (const id of ['name', 'email', 'consent']) {
      find(widget, `#${id}`).focus();
      await sendKeys({ type: ' x' });
    }
    const fields = () => ['#name', '#email'].map((id) => find(widget, id).value);
    expect(fields()).to.deep.equal(['Ana', email]);
    expect(find(widget, '#consent').checked).to.be.true;
    await release();
    await until(() => !!find(widget, '.problem'));
    expect(focused(widget)).to.equal(find(widget, '#email'));
    await sendKeys({ press: 'End' });
    await sendKeys({ type: 'x' });
    find(widget, '#consent').click();
    expect(fields()).to.deep.equal(['Ana', `${email}x`]);
    expect(find(widget, '#consent').checked).to.be.false;
  });

  it('and still gets its answer when the page moves it', async () => {
    const release = await origin.hold('/join');
    await origin.route('/join', { json: { status: 'confirm' } });
    const widget = await standing();
    type(widget, '#email', email);
    button(widget).click();
    await origin.received('/join');
    const elsewhere = document.createElement('section');
    theStage().append(elsewhere);
    elsewhere.append(widget);
    await release();
    await until(() => parts(widget, 'message').length > 0);
    expect(told('nr-subscribe')).to.have.length(1);
  });
});

describe('<nr-newsletter-form> posted by the browser', () => {
  it('is a real form, with the provider’s names and its empty field', async () => {
    const widget = await standing({
      action: 'https://acme.us1.list-manage.com/subscribe/post?u=aa&id=bb',
      tags: '11 12',
      'name-field': '',
    });
    const form = find<HTMLFormElement>(widget, 'form');
    expect([form.action, form.method, form.target, form.rel]).to.deep.equal([
      'https://acme.us1.list-manage.com/subscribe/post?u=aa&id=bb',
      'post',
      '_blank',
      'noopener',
    ]);
    type(widget, '#email', email);
    expect(Object.fromEntries(new FormData(form))).to.deep.equal({
      EMAIL: email,
      FNAME: '',
      b_aa_bb: '',
      tags: '11,12',
    });
    await expect(widget).to.be.accessible();
  });

  it('opens the provider’s page, once, and says that the rest happens there', async () => {
    const captcha = document.createElement('input');
    Object.assign(captcha, { slot: 'captcha', name: 'sum', value: '4', ariaLabel: '2 + 2' });
    const widget = await standing({ provider: 'form', list: 'a b' }, captcha);
    find<HTMLFormElement>(widget, 'form').target = 'there';
    const frame = document.createElement('iframe');
    frame.name = 'there';
    frame.title = 'There';
    theStage().append(frame);
    await origin.route('/join', { body: '<!doctype html><title>Thanks</title>' });
    type(widget, '#email', email);
    button(widget).focus();
    // A press by a script opens nothing.
    await sendKeys({ press: 'Enter' });
    await until(() => parts(widget, 'message').length > 0);
    button(widget).click();
    const sentence = `Finish signing up on the page of ${new URL(origin.url).host}, in a new tab.`;
    expect(message(widget)).to.equal(sentence);
    expect(status(widget)).to.equal(sentence);
    const requests = await origin.received('/join');
    expect(requests).to.have.length(1);
    expect([requests[0]!.method, requests[0]!.body]).to.deep.equal([
      'POST',
      `list=a&list=b&email=${encodeURIComponent(email)}&sum=4`,
    ]);
    expect(events.map((event) => event.type)).to.deep.equal(['nr-load', 'nr-submit']);
    expect(find(widget, '#email').value).to.equal(email);
  });

  it('once where it is pressed twice, whatever the page calls “performance”', async () => {
    const widget = await standing({ provider: 'form' });
    let posts = 0;
    find<HTMLFormElement>(widget, 'form').submit = () => posts++;
    type(widget, '#email', email);
    button(widget).focus();
    const restore = replace('performance', { a: 1 });
    try {
      await sendKeys({ press: 'Enter' });
      await until(() => parts(widget, 'message').length > 0);
      await sendKeys({ press: 'Enter' });
      await widget.updateComplete;
    } finally {
      restore();
    }
    expect(posts).to.equal(1);
    expect(told('nr-error')).to.be.empty;
  });

  it('says so where a script of the page breaks it, in a code that pages know', async () => {
    const widget = await standing({ provider: 'form' });
    find<HTMLFormElement>(widget, 'form').submit = () => {
      throw new TypeError('of a script that counts forms');
    };
    type(widget, '#email', email);
    button(widget).focus();
    await sendKeys({ press: 'Enter' });
    await until(() => told('nr-error').length > 0);
    expect((told('nr-error')[0]!.detail as NrErrorEvent['detail']).error.code).to.equal(
      'bad-answer',
    );
    await until(() => message(widget).includes('What you typed is still here'));
  });

  it('is checked before, as any other', async () => {
    const widget = await standing({ provider: 'form' });
    button(widget).click();
    await until(() => !!find(widget, '.problem'));
    expect(await origin.requests()).to.be.empty;
  });
});

describe('<nr-newsletter-form> framed', () => {
  it('asks nobody before the reader does; then the provider’s page is there', async () => {
    const plain = link('Sign up at the publisher’s');
    await origin.route('/join', { body: '<!doctype html><title>Sign up</title>' });
    const widget = await standing({ provider: 'beehiiv', 'utm-source': 'partner' }, plain);
    expect(isSeen(plain)).to.be.true;
    expect(button(widget).textContent, 'says whom it will ask').to.contain('127.0.0.1');
    expect(told('nr-load')).to.be.empty;
    expect(await origin.requests()).to.be.empty;
    await expect(widget).to.be.accessible();

    button(widget).click();
    await until(() => told('nr-load').length > 0);
    const frame = find<HTMLIFrameElement>(widget, 'iframe');
    expect(frame.title).to.equal(`Newsletter of ${new URL(origin.url).host}`);
    expect(frame.sandbox.contains('allow-top-navigation')).to.be.false;
    expect(focused(widget)).to.equal(frame);
    expect(isSeen(plain)).to.be.false;
    expect((await origin.received('/join')).map(({ url }) => url)).to.deep.equal([
      '/join?utm_source=partner',
    ]);
    expect(told('nr-load')).to.have.length(1);
  });

  it('is asked for anew when it is another newsletter’s', async () => {
    const widget = await standing({ provider: 'beehiiv' });
    for (const [attribute, value] of [
      ['action', `${origin.url}/other`],
      ['list', 'daily'],
      ['provider', 'substack'],
    ] as const) {
      button(widget).click();
      await until(() => !!find(widget, 'iframe'));
      widget.setAttribute(attribute, value);
      await widget.updateComplete;
      expect(!!find(widget, 'iframe'), attribute).to.equal(false);
      expect(button(widget).textContent).to.contain('127.0.0.1');
    }
  });

  it('is opened by `activate()` before it stands, too', async () => {
    await origin.route('/embed', { body: '<!doctype html><title>Sign up</title>' });
    const action = `${origin.url}/embed`;
    const widget = mount('nr-newsletter-form', { provider: 'substack', action });
    (widget as unknown as NrNewsletterForm).activate();
    await origin.received('/embed');
  });

  it('is opened by `activate()`, as the script tag does after a click on its own button', async () => {
    await origin.route('/embed', { body: '<!doctype html><title>Sign up</title>' });
    const widget = await standing({ provider: 'substack' });
    widget.activate();
    await origin.received('/embed');
  });
});

describe('<nr-newsletter-form> from the right', () => {
  it('has the button left of the field, and passes axe', async () => {
    theStage().dir = 'rtl';
    const widget = await standing({ 'consent-text': 'موافق', 'name-field': '', lang: 'ar' });
    await expect(widget).to.be.accessible();
    const row = await standing();
    expect(button(row).getBoundingClientRect().right).to.be.lessThan(
      find(row, '#email').getBoundingClientRect().left,
    );
  });
});

describe('<nr-newsletter-form> in the dark passes axe', () => {
  const answers: Record<string, Answer> = {
    'with a refused address': { status: 400, json: { code: 'invalid_email' } },
    'with a failure': { status: 500, json: {} },
    'with a link': { body: '<!doctype html>' },
    'with an outcome': { json: { status: 'already' } },
  };
  for (const [what, answer] of Object.entries(answers))
    it(what, async () => {
      Object.assign(theStage().style, { colorScheme: 'dark', background: '#111', color: '#eee' });
      const widget = await standing({ heading: 'The letter', 'consent-text': 'I agree.' });
      await expect(widget).to.be.accessible();
      find(widget, '#consent').click();
      await submit(widget, answer);
      await expect(widget).to.be.accessible();
    });

  it('of its own, on a light page', async () => {
    const widget = await standing({ theme: 'dark', heading: 'The letter', 'name-field': '' });
    await submit(widget, { status: 500, json: {} });
    await expect(widget).to.be.accessible();
  });
});
