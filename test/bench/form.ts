import { serveGhost } from './back-ends/ghost.js';
import { bundle, peers } from './bundle.js';
import { names, page, type Section, type Topic } from './section.js';
import { json, script } from './site.js';

const heading = 'The week in trade, on Fridays';
const email = 'reader@example.org';

/** A newsletter's form: content is a field that can be used. */
export const form: Topic = async (site) => {
  const [plain, byHand] = await Promise.all([bundle('plain-form.ts'), bundle('by-hand-form.ts')]);
  site.file('/plain-form.js', script(plain.code));
  site.file('/by-hand-form.js', script(byHand.code));
  site.folder('/peers/', peers);
  site.answer('/back-end/newsletter', () => json({ status: 'subscribed' }));
  serveGhost(site, '/back-end/ghost', []);
  const action = `${site.backEnd}/back-end/newsletter`;

  const fields = `<h2>${heading}</h2><form action="${action}" method="post"><input name="email" type="email" required aria-label="E-mail"> <button>Sign up</button></form><p role="status"></p>`;
  const section = (condition: Section['condition']): Section => ({
    name: condition === 'slow' ? 'form-slow' : 'form',
    title: 'A newsletter form',
    condition,
    sides: {
      [names.static]: {
        url: site.page('form-static', page('Form', '', fields)),
        isShown: `!!document.querySelector('input')`,
      },
      [names.byHand]: {
        url: site.page(
          'form-by-hand',
          page('Form', '<script type="module" src="/by-hand-form.js"></script>', fields),
        ),
        isShown: `'ready' in document.querySelector('form').dataset`,
        gesture: {
          fill: { input: email },
          click: 'button',
          until: `document.querySelector('[role=status]').textContent.includes('Thank')`,
        },
      },
      [names.plainLit]: {
        url: site.page(
          'form-plain-lit',
          page(
            'Form',
            '<script type="module" src="/plain-form.js"></script>',
            `<plain-form action="${action}" heading="${heading}"></plain-form>`,
          ),
        ),
        isShown: `!!document.querySelector('plain-form').shadowRoot.querySelector('input')`,
        gesture: {
          fill: { 'plain-form input': email },
          click: 'plain-form button',
          until: `document.querySelector('plain-form').shadowRoot.querySelector('[role=status]').textContent.includes('Thank')`,
        },
      },
      [names.newsrack]: {
        url: site.page(
          'form-newsrack',
          page(
            'Form',
            '<script async src="/newsrack/newsrack.js"></script>',
            `<nr-newsletter-form action="${action}" heading="${heading}"></nr-newsletter-form>`,
          ),
        ),
        isShown: `!!document.querySelector('nr-newsletter-form').shadowRoot.querySelector('input[type=email]')`,
        gesture: {
          fill: { 'nr-newsletter-form input[type=email]': email },
          click: 'nr-newsletter-form button',
          until: `!document.querySelector('nr-newsletter-form').shadowRoot.querySelector('input[type=email]')`,
        },
      },
      'Ghost signup-form': {
        url: site.page(
          'form-ghost',
          page(
            'Form',
            '',
            `<div style="height: 40vmin; min-height: 360px"><script src="/peers/@tryghost/signup-form/umd/signup-form.min.js" data-button-color="#ff1a75" data-button-text-color="#FFFFFF" data-title="${heading}" data-description="Every week" data-site="${site.backEnd}/back-end/ghost/" data-locale="en" async></script></div>`,
          ),
        ),
        isShown: `!!document.querySelector('iframe').contentDocument.querySelector('input[type=email]')`,
        gesture: {
          frame: 'iframe',
          fill: { 'input[type=email]': email },
          click: 'button[type=submit]',
          until: `!document.querySelector('iframe').contentDocument.querySelector('input[type=email]')`,
        },
      },
    },
  });
  return [section('fast'), section('slow')];
};
