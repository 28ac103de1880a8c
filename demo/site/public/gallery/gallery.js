/** Puts every widget in every state on the page; `?only=headlines` those of one. */
import { states } from './states.js';

const only = new URLSearchParams(location.search).get('only');
const shown = Object.entries(states).filter(([widget]) => !only || widget === only);
const title = (widget) => widget.replace('-', ' ').replace(/^./, (first) => first.toUpperCase());
const slug = (text) => text.replace(/\W+/g, '-');

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

async function figure(
  widget,
  { name, attributes = {}, properties, inside, dir = '', lang = '', wide, endless, then },
) {
  const specimen = document.createElement(`nr-${widget}`);
  for (const [attribute, value] of Object.entries(attributes))
    specimen.setAttribute(attribute, value);
  if (inside)
    specimen.append(element('a', { href: 'https://ledger.example', textContent: inside }));
  Object.assign(specimen, await properties?.());
  if (then) specimen.setAttribute('load', 'eager');
  const made = element(
    'figure',
    { id: `${widget}-${slug(name)}`, className: wide ? 'wide-state' : '' },
    element('figcaption', { textContent: name }),
    element('div', { className: 'specimen', dir, lang }, specimen),
  );
  void stands(specimen, endless, then).then(() => (made.dataset.ready = ''));
  return made;
}

/** Steps that move the focus, one after the other. */
let steps = Promise.resolve();

/** Resolves when the state that a figure is to show is the one that it shows. */
async function stands(specimen, endless, then) {
  await customElements.whenDefined(specimen.localName);
  if (then) await (steps = steps.then(() => then(specimen)));
  else await (endless || specimen.settled);
  await specimen.updateComplete;
}

const main = document.querySelector('main');
for (const [widget] of Object.entries(states))
  document
    .querySelector('.jump')
    .append(element('a', { href: `#${widget}`, textContent: title(widget) }));

for (const [widget, list] of shown) {
  const figures = await Promise.all(list.map((state) => figure(widget, state)));
  main.append(
    element(
      'section',
      { id: widget },
      element('h2', { textContent: title(widget) }),
      element('div', { className: 'states' }, ...figures),
    ),
  );
}
document.documentElement.dataset.ready = '';
// What the address names came after the browser had looked for it.
if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
