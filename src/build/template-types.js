/** Types of the tags in the templates of each framework, from the Custom Elements Manifest. */
import { attributesOf, dataOf, elementsOf, typeName } from './elements.js';

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

/** `nr-load` is heard by `onNrLoad`. */
export const camelListener = (event) => camel(`on-${event}`);

const jsx = (module) => (tags) =>
  `declare module '${module}' {\n  namespace JSX {\n    interface IntrinsicElements {\n${tags}\n    }\n  }\n}`;

/**
 * How a framework names its elements' own attributes, ours, what is set as a property and a listener of an event; and where it
 * looks for the types of tags.
 */
const frameworks = {
  'jsx/react': {
    imports: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';`,
    base: (type) => `DetailedHTMLProps<HTMLAttributes<${type}>, ${type}>`,
    listeners: (event) => [`on${event}`],
    declare: jsx('react'),
  },
  'jsx/preact': {
    imports: `import type { HTMLAttributes } from 'preact';`,
    base: (type) => `HTMLAttributes<${type}>`,
    listeners: (event) => [`on${event}`],
    declare: jsx('preact'),
  },
  'jsx/solid': {
    imports: `import type { JSX } from 'solid-js';`,
    base: (type) => `JSX.HTMLAttributes<${type}>`,
    // Whatever is not a text is set as a property of a custom element; `prop:` says so of any.
    properties: (name) => [name, `prop:${name}`],
    listeners: (event) => [`on:${event}`],
    declare: jsx('solid-js'),
  },
  // `on:nr-load` is Svelte 4's.
  svelte: {
    imports: `import type { HTMLAttributes } from 'svelte/elements';`,
    base: (type) => `HTMLAttributes<${type}>`,
    listeners: (event) => [`on${event}`, `on:${event}`],
    declare: (tags) =>
      `declare module 'svelte/elements' {\n  export interface SvelteHTMLElements {\n${tags}\n  }\n}`,
  },
  vue: {
    imports: `import type { HTMLAttributes } from 'vue';

type Tag<Own> = new () => { $props: Omit<HTMLAttributes, keyof Own> & Own };`,
    name: camel,
    listeners: (event) => [camelListener(event)],
    declare: (tags) =>
      `declare module 'vue' {\n  export interface GlobalComponents {\n${tags}\n  }\n}`,
    tag: ({ name }) => `Tag<${name}Attributes>`,
  },
};

const typeOf = ({ type }) =>
  type?.text === 'number'
    ? 'number | string'
    : type?.text === 'boolean'
      ? 'boolean | ""'
      : numbersToo(type?.text ?? 'string');

/** `2 | 3`: attributes are written as text, too. */
const numbersToo = (type) => type.replace(/(?<!['\w])\d+/g, (number) => `${number} | '${number}'`);

/** A name of ours and what may follow: adapters of the page's own are called `x-…`. */
export const open = (name, type) =>
  ['source-type', 'provider', 'store'].includes(name) ? `${type} | \`x-\${string}\`` : type;

export const comment = ({ description }) => (description ? `  /** ${description} */\n` : '');

/** What may be left out may be `undefined`, too, however strict the page's compiler is: what a variable holds is passed on. */
export const member = (name, type) => `  ${name}?: ${type} | undefined;`;

/** @returns {string} */
function typesFor(path, elements, framework) {
  const { imports, base, name = (attribute) => attribute, listeners, declare } = framework;
  const { properties = (property) => [property] } = framework;
  const attributeLines = (element) =>
    attributesOf(element).map(
      (attribute) =>
        comment(attribute) +
        member(`'${name(attribute.name)}'`, open(attribute.name, typeOf(attribute))),
    );
  const dataLines = (element) =>
    dataOf(element).flatMap((data) =>
      properties(data.name).map((property) => comment(data) + member(`'${property}'`, data.type)),
    );
  const listenerLines = ({ events }) =>
    events.flatMap(({ name: event, type }) =>
      listeners(event).map((listener) =>
        member(`'${listener}'`, `((event: ${type.text}) => void)`),
      ),
    );
  const interfaces = elements.map(
    (element) =>
      `export interface ${element.name}Attributes {\n${[...attributeLines(element), ...dataLines(element), ...listenerLines(element)].join('\n')}\n}\n`,
  );
  const plainTag = ({ name: type }) =>
    `Omit<${base(type)}, keyof ${type}Attributes> & ${type}Attributes`;
  const tags = elements
    .map((element) => `      '${element.tagName}': ${(framework.tag ?? plainTag)(element)};`)
    .join('\n');
  const types = [
    ...(base ? elements.map(({ name: type }) => type) : []),
    ...new Set([
      ...elements.flatMap(({ events }) => events.map(({ type }) => type.text)),
      ...elements.flatMap((element) => dataOf(element).map(typeName)),
    ]),
  ];
  const up = path.includes('/') ? '../' : './';
  return `${imports}
import type { ${types.join(', ')} } from '${up}index.js';

${interfaces.join('\n')}
${declare(tags)}
`;
}

/**
 * @param {object} manifest
 * @returns {Record<string, string>} by file's name below dist
 */
export function templateTypes(manifest) {
  const elements = elementsOf(manifest);
  return Object.fromEntries(
    Object.entries(frameworks).map(([path, framework]) => [
      `${path}.d.ts`,
      typesFor(path, elements, framework),
    ]),
  );
}
