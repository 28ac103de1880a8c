/** One field of a form for each kind of control. Each calls back with a value, or `undefined` for “left out”. */

import { PAGE } from './choice.js';

let last = 0;

function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** A sentence with `code` in it. */
export const sentence = (text) =>
  text.split('`').map((part, index) => (index % 2 ? element('code', { textContent: part }) : part));

/** `job-title` reads “Job title”, `--nr-on-accent` “On accent”. */
const title = (name) =>
  name
    .replace('--nr-', '')
    .replaceAll('-', ' ')
    .replace(/^./, (first) => first.toUpperCase());

export function segments(label, options, value, onChange) {
  const name = `segments-${++last}`;
  const group = element('div', { className: 'segments' });
  group.setAttribute('role', 'radiogroup');
  group.setAttribute('aria-label', label);
  group.append(
    ...options.map(([option, text]) => {
      const input = element('input', {
        type: 'radio',
        name,
        value: option,
        checked: option === value,
      });
      input.addEventListener('change', () => onChange(option));
      return element('label', {}, input, text);
    }),
  );
  return group;
}

export function select(label, options, value, onChange) {
  const id = `field-${++last}`;
  const list = element(
    'select',
    { id },
    ...options.map(([option, text]) => element('option', { value: option, textContent: text })),
  );
  list.value = value;
  list.addEventListener('change', () => onChange(list.value));
  return element(
    'div',
    { className: 'field' },
    element('label', { className: 'label', htmlFor: id, textContent: label }),
    list,
  );
}

const FONTS = [
  'Georgia, serif',
  'system-ui, sans-serif',
  "'Palatino Linotype', Palatino, serif",
  'ui-monospace, monospace',
];

/** The input itself; `set` takes what was typed, where '' is “left out”. */
const inputs = {
  text: (control, value, set) => typed({ type: 'text' }, control, value, set),
  address: (control, value, set) => typed({ type: 'url', inputMode: 'url' }, control, value, set),
  length: (control, value, set) =>
    typed({ type: 'text' }, { ...control, example: '1em' }, value, set),
  ratio: (control, value, set) =>
    typed({ type: 'text' }, { ...control, example: '3/2' }, value, set),
  font: (control, value, set) => suggested(FONTS, control, value, set),
  language: (control, value, set) => suggested(PAGE.lang, control, value, set),
  number: (control, value, set) =>
    typed({ type: 'number', min: control.min, max: control.max ?? '' }, control, value, set),
  colour: (control, value, set) => {
    const text = typed({ type: 'text' }, control, value, (typedValue) => {
      if (/^#[\da-f]{6}$/i.test(typedValue)) swatch.value = typedValue;
      swatch.classList.toggle('unset', !typedValue);
      set(typedValue);
    });
    const swatch = element('input', {
      type: 'color',
      value: /^#[\da-f]{6}$/i.test(value) ? value : '#b3261a',
      className: value ? '' : 'unset',
    });
    swatch.setAttribute('aria-label', `${title(control.name)}: pick`);
    swatch.addEventListener('input', () => {
      text.value = swatch.value;
      swatch.classList.remove('unset');
      set(swatch.value);
    });
    return element('div', { className: 'pair' }, swatch, text);
  },
};

/** Text, with some that many choose. */
function suggested(values, control, value, set) {
  const input = typed({ type: 'text' }, control, value, set);
  const id = `values-${++last}`;
  input.setAttribute('list', id);
  return element(
    'div',
    {},
    input,
    element('datalist', { id }, ...values.map((each) => element('option', { value: each }))),
  );
}

function typed(properties, { standard, example, name }, value, set) {
  const input = element('input', { ...properties, value, autocomplete: 'off', spellcheck: false });
  const such = name === 'published' ? '2026-10-30T08:00:00Z' : example;
  input.placeholder = standard ?? (such ? `Such as ${such}` : '');
  input.addEventListener('input', () => {
    if (input.checkValidity()) set(input.value);
  });
  return input;
}

/**
 * @param {import('./controls.js').Control} control
 * @param {string | undefined} value
 * @param {(value: string | undefined) => void} onChange
 * @param {string} [layout] of the widget, which may have parts of its own
 */
export function field(control, value, onChange, layout) {
  const { name, kind, hint, options, standard, always } = control;
  const id = `field-${++last}`;
  const made = element('div', { className: 'field' });
  made.dataset.name = name;
  const note = hint && element('div', { className: 'hint', id: `${id}-hint` }, ...sentence(hint));

  if (kind === 'switch') {
    const input = element('input', {
      type: 'checkbox',
      id,
      checked: value !== undefined && value !== 'false',
    });
    input.addEventListener('change', () => onChange(input.checked ? '' : undefined));
    made.append(element('label', { className: 'check' }, input, title(name)));
    if (note) describe(input, note, made);
    return made;
  }

  if (kind === 'parts') {
    const usual = control.byLayout[layout] ?? standard;
    const chosen = (value ?? usual).split(' ');
    const set = element('fieldset', {}, element('legend', { textContent: title(name) }));
    const boxes = options.map((part) => {
      const input = element('input', {
        type: 'checkbox',
        value: part,
        checked: chosen.includes(part),
      });
      input.addEventListener('change', () => {
        const on = boxes.map((box) => box.querySelector('input')).filter(({ checked }) => checked);
        const picked = on.map((box) => box.value).join(' ') || always;
        const isUsual = options.every(
          (part) => usual.split(' ').includes(part) === picked.split(' ').includes(part),
        );
        onChange(isUsual ? undefined : picked);
      });
      return element('label', { className: 'check' }, input, title(part));
    });
    set.append(element('div', { className: 'parts' }, ...boxes));
    made.append(set);
    if (note) describe(set, note, made);
    return made;
  }

  if (kind === 'choice' && options.length <= 3) {
    made.append(element('span', { className: 'label', textContent: title(name) }));
    const first = ['', standard ? title(standard) : 'Default'];
    const rest = options
      .filter((option) => option !== standard)
      .map((option) => [
        option,
        option === 'ltr' || option === 'rtl' ? option.toUpperCase() : title(option),
      ]);
    const group = segments(title(name), [first, ...rest], value ?? '', (picked) =>
      onChange(picked || undefined),
    );
    made.append(group);
    if (note) describe(group, note, made);
    return made;
  }

  if (kind === 'choice') {
    const picked = select(
      title(name),
      [
        ['', standard ? `${standard} (default)` : 'Default'],
        ...options.filter((option) => option !== standard).map((option) => [option, option]),
      ],
      value ?? '',
      (option) => onChange(option || undefined),
    );
    picked.dataset.name = name;
    if (note) describe(picked.querySelector('select'), note, picked);
    return picked;
  }

  const input = inputs[kind](control, value ?? '', (text) =>
    onChange(text === '' ? undefined : text),
  );
  const box = input.matches('input') ? input : input.querySelector('input:not([type=color])');
  box.id = id;
  made.append(
    element('label', { className: 'label', htmlFor: id, textContent: title(name) }),
    input,
  );
  if (note) describe(box, note, made);
  return made;
}

function describe(input, note, holder) {
  note.id ||= `hint-${++last}`;
  input.setAttribute('aria-describedby', note.id);
  holder.append(note);
}
