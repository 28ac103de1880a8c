/** The embed builder: controls from the manifest, a live preview, the code to copy. All that is chosen is in the address. */
import { colour } from '../site.js';
import { firstPage, fromQuery, isTokenValue, PAGE, toQuery } from './choice.js';
import { widgetsOf } from './controls.js';
import { field, segments, select, sentence } from './fields.js';
import { glyphs } from './glyphs.js';
import { policy, policyNote } from './policy.js';
import { firstAttributes, isOffered, loadPreset, sourceOf } from './preset.js';
import { isWeb, kinds, releaseOf, snippets } from './snippets.js';

const $ = (selector) => document.querySelector(selector);
const frame = $('.canvas iframe');
const WIDTHS = { phone: 360, column: 640, desktop: 1120 };
const GROUPS = {
  content: 'Content',
  look: 'Look',
  colours: 'Colours and type',
  source: 'Source and loading',
  links: 'Campaign',
};
const NAMES = {
  phone: 'Phone',
  column: 'Column',
  desktop: 'Desktop',
  light: 'Light',
  dark: 'Dark',
  ltr: 'Left to right',
  rtl: 'Right to left',
};
/** A language is called as its speakers call it. */
const languageName = (tag) =>
  new Intl.DisplayNames(tag, { type: 'language' })
    .of(tag)
    .replace(/^./, (first) => first.toUpperCase());
/** On a phone the preview should not be far below. */
const OPEN = matchMedia('(width >= 60rem)').matches ? ['content', 'look'] : [];
/** Milliseconds without another change before the publisher is asked: each letter would be a request. */
const PAUSE = 300;
const LABELS = { width: 'Width', scheme: 'Colours', dir: 'Direction', lang: 'Language' };

const query = new URLSearchParams(location.search);
async function readJson(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
  return answer.json();
}
const say = (text) => ($('.heard').textContent = text);
const preset = await loadPreset(query.get('preset')).catch((error) => {
  say(`${error.message}: this is what anybody may choose.`);
  query.delete('preset');
  return loadPreset(null);
});
const [manifest, library] = await Promise.all([
  readJson('custom-elements.json'),
  // What is sealed is what is there, not what the builder itself uses.
  readJson(`${preset.cdn}manifest.json`).catch(() => {
    $('.seal').hidden = true;
    return readJson('newsrack/manifest.json');
  }),
]);
const widgets = widgetsOf(manifest)
  .filter(({ name }) => !preset.widgets || preset.widgets.includes(name))
  .sort((a, b) => Object.keys(glyphs).indexOf(a.name) - Object.keys(glyphs).indexOf(b.name));
const widgetOf = (name) => widgets.find((each) => each.name === name);

let source = preset.sources[0];
let shown = 'element';
let choice = asked() ?? start(widgets[0].name, firstPage());
let height = 400;
let isReady = false;
let pause;

function start(widget, page = choice.page) {
  return {
    widget,
    attributes: firstAttributes(widget, preset, source),
    tokens: { ...preset.tokens },
    page,
  };
}

/** The choice of the address. One that names a widget and nothing to show means one that shows something. */
function asked() {
  const asked = fromQuery(location.search, widgets, preset.tokens);
  if (!asked) return undefined;
  for (const [name, value] of Object.entries(asked.attributes))
    if (!isOffered(preset, name, value)) delete asked.attributes[name];
  source = sourceOf(preset, asked.attributes) ?? source;
  if (!['source', 'src', 'action', 'headline', 'name'].some((name) => name in asked.attributes)) {
    // What kind of source it is says nothing of the one that stands in.
    delete asked.attributes['source-type'];
    asked.attributes = {
      ...firstAttributes(asked.widget, preset, source),
      ...asked.attributes,
    };
  }
  return asked;
}

/** Another widget for the same page: what is not about its content stays. */
function exchange(widget) {
  const first = start(widget);
  const pageWide = widgetOf(widget).attributes.filter(
    ({ name, group }) =>
      name in choice.attributes &&
      (group === 'links' || ['theme', 'lang', 'dir', 'load'].includes(name)),
  );
  const kept = pageWide.map(({ name }) => [name, choice.attributes[name]]);
  return {
    ...first,
    attributes: { ...first.attributes, ...Object.fromEntries(kept) },
    tokens: { ...choice.tokens },
  };
}

/** Whose it is: what a link says that stands where the widget cannot. */
function publisher() {
  const { source, src, href } = choice.attributes;
  const from = sourceOf(preset, choice.attributes);
  const address = href ?? src ?? source;
  if (from || !isWeb(address)) return from?.publisher ?? preset.name;
  return new URL(address).hostname.replace(/^www\./, '');
}

/** Everything that follows from a choice, but the controls, in which somebody may be typing. */
function show(wait = 0) {
  const address = new URL(location.href);
  const named = query.get('preset');
  address.search = toQuery(choice, preset.tokens) + (named ? `&preset=${named}` : '');
  history.replaceState(null, '', address);
  $('.link code').textContent = address.href;
  clearTimeout(pause);
  if (wait) pause = setTimeout(showPreview, wait);
  else showPreview();
  showCode();
}

function showPreview() {
  const { widget, attributes, tokens, page } = choice;
  const width = WIDTHS[page.width];
  const room =
    $('.canvas').clientWidth - 2 * parseFloat(getComputedStyle($('.canvas')).paddingInlineStart);
  const scale = Math.min(1, room / width);
  frame.style.width = `${width}px`;
  frame.style.zoom = scale;
  if (isReady)
    frame.contentWindow.postMessage(
      { tag: `nr-${widget}`, attributes, tokens, page },
      location.origin,
    );
}

function showCode() {
  // A browser may tick a box that is hidden, as it was before.
  const sealed = !$('.seal').hidden && $('.seal input').checked;
  const cdn = sealed ? releaseOf(preset.cdn, library.version) : preset.cdn;
  const list = snippets(choice, {
    cdn,
    frames: preset.cdn,
    version: library.version,
    integrity: sealed && {
      loader: library.loader.integrity,
      all: library.all.integrity,
      styles: library.styles.integrity,
    },
    publisher: publisher(),
    height,
  });
  const snippet = list.find(({ id }) => id === shown);
  for (const tab of $('.tabs').children) {
    const isShown = tab.dataset.id === snippet.id;
    tab.setAttribute('aria-selected', isShown);
    tab.tabIndex = isShown ? 0 : -1;
  }
  $('.tab').setAttribute('aria-labelledby', `tab-${snippet.id}`);
  $('.tab .run').hidden = !snippet.command;
  $('.tab .run code').textContent = snippet.command ?? '';
  $('.tab .paste .note').replaceChildren(...sentence(snippet.note));
  const code = $('.tab .paste pre code');
  code.textContent = snippet.code;
  colour(code);
  $('.policy code').textContent = policy(choice, snippet.id, { cdn })
    .map((line) => `${line};`)
    .join('\n');
  $('.policy-note').replaceChildren(...sentence(policyNote(choice, snippet.id, { cdn })));
}

function change(kind, name, value) {
  if (value && !isOffered(preset, name, value)) {
    say(`${preset.name} offers its own addresses only.`);
    return;
  }
  choice[kind] = { ...choice[kind], [name]: value };
  if (value === undefined) delete choice[kind][name];
  if (name === 'layout') drawParts();
  countChanges();
  show(kind === 'attributes' ? PAUSE : 0);
}

function drawWidgets() {
  $('.widgets > div').replaceChildren(
    ...widgets.map(({ name, tag }) => {
      const label = document.createElement('label');
      const input = Object.assign(document.createElement('input'), {
        type: 'radio',
        name: 'widget',
        value: name,
        checked: name === choice.widget,
      });
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('viewBox', '0 0 44 32');
      svg.setAttribute('aria-hidden', 'true');
      const path = document.createElementNS(svg.namespaceURI, 'path');
      path.setAttribute('d', glyphs[name] ?? '');
      path.setAttribute('fill', 'currentColor');
      svg.append(path);
      label.append(
        input,
        svg,
        tag
          .slice(3)
          .replace('-', ' ')
          .replace(/^./, (first) => first.toUpperCase()),
      );
      input.addEventListener('change', () => {
        choice = exchange(name);
        drawControls();
        show();
      });
      return label;
    }),
  );
}

function drawSource() {
  const hasSource = choice.widget !== 'newsletter-form';
  const sources = preset.sources.map(({ name }, index) => [String(index), name]);
  const from = sourceOf(preset, choice.attributes);
  if (!from) sources.unshift(['-1', 'Another one']);
  $('.source').hidden = !hasSource || (sources.length < 2 && !preset.closed);
  if (!hasSource) return;
  const picked = select('Publisher', sources, String(preset.sources.indexOf(from)), (value) => {
    source = preset.sources[value] ?? source;
    choice = exchange(choice.widget);
    drawControls();
    show();
  });
  $('.source').replaceChildren(picked);
}

function drawControls() {
  const widget = widgetOf(choice.widget);
  $('.summary').textContent = widget.summary;
  drawSource();
  const groups = { content: [], look: [], colours: [], source: [], links: [] };
  for (const control of widget.attributes)
    if (!(preset.closed && /^(source|action$|store-url$)/.test(control.name)))
      groups[control.group].push(['attributes', control]);
  groups.colours = widget.tokens.map((control) => ['tokens', control]);
  $('.controls').replaceChildren(
    ...Object.entries(groups)
      .filter(([, list]) => list.length)
      .map(([group, list]) => {
        const details = document.createElement('details');
        details.dataset.group = group;
        details.open = OPEN.includes(group);
        const fields = document.createElement('div');
        fields.className = 'fields';
        fields.append(...list.map(([kind, control]) => draw(kind, control)));
        const summary = document.createElement('summary');
        summary.append(GROUPS[group], document.createElement('small'));
        details.append(summary, fields);
        return details;
      }),
  );
  countChanges();
}

function draw(kind, control) {
  const { name } = control;
  const onChange = (value) => {
    if (kind === 'attributes' || value === undefined || isTokenValue(value))
      change(kind, name, value);
  };
  return field(control, choice[kind][name], onChange, choice.attributes.layout);
}

/** Each layout has parts of its own. */
function drawParts() {
  const control = widgetOf(choice.widget).attributes.find(({ name }) => name === 'show');
  $('.field[data-name=show]')?.replaceWith(draw('attributes', control));
}

/** Says beside each group's name how much of it is set, since most groups are closed. */
function countChanges() {
  const { attributes, tokens } = choice;
  for (const details of $('.controls').children) {
    const names = [...details.querySelectorAll('.field')].map(({ dataset }) => dataset.name);
    const count = names.filter((name) => name in attributes || name in tokens).length;
    details.querySelector('small').textContent = count ? `${count} set` : '';
  }
}

function drawPage() {
  $('.page').replaceChildren(
    ...Object.entries(PAGE).map(([name, values]) =>
      segments(
        LABELS[name],
        values.map((value) => [value, NAMES[value] ?? languageName(value)]),
        choice.page[name],
        (value) => change('page', name, value),
      ),
    ),
  );
}

function drawTabs() {
  const tabs = kinds.map(({ id, name }) => {
    const tab = Object.assign(document.createElement('button'), {
      type: 'button',
      id: `tab-${id}`,
      textContent: name,
    });
    tab.setAttribute('role', 'tab');
    tab.dataset.id = id;
    tab.addEventListener('click', () => {
      shown = id;
      showCode();
    });
    return tab;
  });
  $('.tabs').replaceChildren(...tabs);
  $('.tabs').addEventListener('keydown', ({ key, target }) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
    if (!step) return;
    const next = tabs[(tabs.indexOf(target) + step + tabs.length) % tabs.length];
    next.focus();
    next.click();
  });
}

addEventListener('message', ({ source: from, origin, data }) => {
  if (from !== frame.contentWindow || origin !== location.origin) return;
  if (data.ready) {
    isReady = true;
    showPreview();
  } else if (data.height) {
    height = data.height;
    frame.style.height = `${height}px`;
    showCode();
  } else if (data.event) say(`${data.event}  ${data.text}`);
});

addEventListener('resize', showPreview);
$('.seal input').addEventListener('change', showCode);
$('.panel').addEventListener('submit', (event) => event.preventDefault());
$('.panel').addEventListener('reset', (event) => {
  event.preventDefault();
  choice = start(choice.widget);
  drawControls();
  show();
});

drawWidgets();
drawControls();
drawPage();
drawTabs();
// The frame may have loaded before this module ran.
if (frame.contentDocument?.readyState === 'complete' && frame.contentDocument.body) isReady = true;
show();
