/** What a page's Content Security Policy must allow for the chosen widget. */

const origin = (address) => {
  try {
    return new URL(address).origin;
  } catch {
    return undefined;
  }
};

/** Whom each kind of newsletter is sent to or framed from; the others are asked by script. */
const BY_FORM = ['form', 'mailchimp', 'buttondown'];
const BY_FRAME = ['beehiiv', 'substack'];
const HOSTS = [
  [/\.list-manage\.com$/, 'mailchimp'],
  [/(^|\.)buttondown\.(com|email)$/, 'buttondown'],
  [/(^|\.)beehiiv\.com$/, 'beehiiv'],
  [/(^|\.)substack\.com$/, 'substack'],
];

function providerOf({ provider, action }) {
  if (provider) return provider;
  const { hostname = '' } = URL.canParse(action) ? new URL(action) : {};
  return HOSTS.find(([host]) => host.test(hostname))?.[1] ?? 'json';
}

/** In an application they come with its own code. */
const IN_APPLICATION = ['npm', 'react'];

/**
 * @param {import('./choice.js').Choice} choice
 * @param {string} kind of the code, such as `frame`
 * @param {{ cdn: string }} library
 * @returns {string[]} one directive each, without semicolons
 */
export function policy({ widget, attributes }, kind, { cdn }) {
  const library = origin(cdn);
  if (kind === 'frame') return [`frame-src ${library}`];
  const asked = new Set(
    ['source', 'src', 'store-url'].map((name) => origin(attributes[name])).filter(Boolean),
  );
  if (widget === 'comment-box' && attributes.store === 'cusdis' && !attributes['store-url'])
    asked.add('https://cusdis.com');
  const pictures = new Set([...asked, origin(attributes.image)].filter(Boolean));
  const lines = IN_APPLICATION.includes(kind)
    ? []
    : [`script-src ${library}`, `style-src ${library}`];
  if (widget === 'newsletter-form') {
    const provider = providerOf(attributes);
    const back = origin(attributes.action);
    if (!back) return lines;
    if (BY_FORM.includes(provider)) lines.push(`form-action ${back}`);
    else if (BY_FRAME.includes(provider)) lines.push(`frame-src ${back}`);
    else asked.add(back);
  }
  if (asked.size) lines.push(`connect-src ${[...asked].join(' ')}`);
  if (pictures.size && widget !== 'newsletter-form')
    lines.push(`img-src ${[...pictures].join(' ')}`);
  if (widget === 'article') lines.push('frame-src https://www.youtube-nocookie.com');
  const policies = ['newsrack', 'newsrack-lit'];
  if (attributes['source-type'] === 'rss') policies.push('newsrack-xml');
  lines.push(`trusted-types ${policies.join(' ')}`);
  return lines;
}

/** What such a page has to do otherwise than the code says. */
export function policyNote({ tokens }, kind, { cdn }) {
  const notes = [];
  if (kind === 'frame')
    notes.push(
      'The script below the frame needs a hash or a nonce; without it the frame stays as high as it is.',
    );
  else if (Object.keys(tokens).length)
    notes.push('Put what stands in `<style>` into the page’s own style sheet.');
  if (kind === 'server') notes.push(`Add \`--styles link --cdn ${cdn}\` to the command.`);
  return notes.join(' ');
}
