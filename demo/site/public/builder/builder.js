/** The embed builder: controls from the manifest, a live preview, the code to copy. All that is chosen is in the address. */
import { colour } from '../site.js';
import { firstPage, fromQuery, isTokenValue, PAGE, toQuery } from './choice.js';
import { widgetsOf } from './controls.js';
import { field, segments, select } from './fields.js';
import { glyphs } from './glyphs.js';
import { policy } from './policy.js';
import { firstAttributes, loadPreset } from './preset.js';
import { kinds, snippets } from './snippets.js';

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
  en: 'English',
  es: 'Español',
  pt: 'Português',
};
/** On a phone the preview should not be far below. */
const OPEN = matchMedia('(width >= 60rem)').matches ? ['content', 'look'] : [];
const LABELS = { width: 'Width', scheme: 'Colours', dir: 'Direction', lang: 'Language' };

const query = new URLSearchParams(location.search);
const readJson = async (address) => (await fetch(address)).json();
const [manifest, library, preset] = await Promise.all([
  readJson('custom-elements.json'),
  readJson('newsrack/manifest.json'),
  loadPreset(query.get('preset')),
]);
const widgets = widgetsOf(manifest)
  .filter(({ name }) => !preset.widgets || preset.widgets.includes(name))
  .sort((a, b) => Object.keys(glyphs).indexOf(a.name) - Object.keys(glyphs).indexOf(b.name));
const widgetOf = (name) => widgets.find((each) => each.name === name);

let source = preset.sources[0];
let shown = 'element';
let choice = fromQuery(location.search, widgets) ?? start(widgets[0].name, firstPage());
let height = 400;
let isReady = false;

function start(widget, page = choice.page) {
  return {
    widget,
    attributes: firstAttributes(widget, preset, source),
    tokens: { ...preset.tokens },
    page,
  };
}

/** Everything that follows from a choice, but the controls, in which somebody may be typing. */
function show() {
  const address = new URL(location.href);
  address.search = toQuery(choice) + (query.get('preset') ? `&preset=${query.get('preset')}` : '');
  history.replaceState(null, '', address);
  $('.link code').textContent = address.href;
  showPreview();
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
  const cdn = preset.cdn ?? new URL('newsrack/', document.baseURI).href;
  const sealed = $('.seal input').checked;
  const list = snippets(choice, {
    cdn,
    version: library.version,
    integrity: sealed && {
      loader: library.loader.integrity,
      all: library.all.integrity,
      styles: library.styles.integrity,
    },
    publisher: source.publisher ?? preset.name,
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
  $('.tab .paste .note').textContent = snippet.note;
  const code = $('.tab .paste code');
  code.textContent = snippet.code;
  colour(code);
  $('.policy code').textContent = policy(choice, { cdn })
    .map((line) => `${line};`)
    .join('\n');
}

function change(kind, name, value) {
  choice[kind] = { ...choice[kind], [name]: value };
  if (value === undefined) delete choice[kind][name];
  countChanges();
  show();
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
        choice = start(name);
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
  $('.source').hidden = !hasSource || (sources.length < 2 && !preset.closed);
  if (!hasSource) return;
  const picked = select('Publisher', sources, String(preset.sources.indexOf(source)), (value) => {
    source = preset.sources[value];
    choice = start(choice.widget);
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
    if (!(preset.closed && control.group === 'source' && control.name.startsWith('source')))
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
        fields.append(
          ...list.map(([kind, control]) =>
            field(control, choice[kind][control.name], (value) => {
              if (kind === 'attributes' || value === undefined || isTokenValue(value))
                change(kind, control.name, value);
            }),
          ),
        );
        const summary = document.createElement('summary');
        summary.append(GROUPS[group], document.createElement('small'));
        details.append(summary, fields);
        return details;
      }),
  );
  countChanges();
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
        values.map((value) => [value, NAMES[value]]),
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
  } else if (data.event) $('.heard').textContent = `${data.event}  ${data.text}`;
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
