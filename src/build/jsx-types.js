/** Types of the tags in JSX, for each framework, from the Custom Elements Manifest. */

/** How a framework names its elements' own attributes, and a listener of an event. */
const frameworks = {
  react: {
    module: 'react',
    imports: `import type { DetailedHTMLProps, HTMLAttributes } from 'react';`,
    base: (type) => `DetailedHTMLProps<HTMLAttributes<${type}>, ${type}>`,
    listener: (event) => `on${event}`,
  },
  preact: {
    module: 'preact',
    imports: `import type { HTMLAttributes } from 'preact';`,
    base: (type) => `HTMLAttributes<${type}>`,
    listener: (event) => `on${event}`,
  },
  solid: {
    module: 'solid-js',
    imports: `import type { JSX } from 'solid-js';`,
    base: (type) => `JSX.HTMLAttributes<${type}>`,
    listener: (event) => `on:${event}`,
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
const open = (name, type) =>
  ['source-type', 'provider', 'store'].includes(name) ? `${type} | \`x-\${string}\`` : type;

const comment = ({ description }) => (description ? `  /** ${description} */\n` : '');

/** What HTML itself has on every element. */
const general = ['lang', 'dir'];

/**
 * @param {object} manifest
 * @returns {Record<string, string>} by file's name
 */
export function jsxTypes({ modules }) {
  const elements = modules
    .flatMap(({ declarations = [] }) => declarations)
    .filter(({ tagName }) => tagName);
  return Object.fromEntries(
    Object.entries(frameworks).map(([name, { module, imports, base, listener }]) => {
      const tags = elements.map((element) => {
        const attributes = element.attributes
          .filter(({ name: attribute }) => !general.includes(attribute))
          .map(
            (attribute) =>
              `${comment(attribute)}  '${attribute.name}'?: ${open(attribute.name, typeOf(attribute))};`,
          );
        const events = element.events.map(
          ({ name: event, type }) => `  '${listener(event)}'?: (event: ${type.text}) => void;`,
        );
        const properties = [...attributes, ...events].join('\n');
        return `export interface ${element.name}Attributes {\n${properties}\n}\n`;
      });
      const intrinsic = elements
        .map(
          ({ name: type, tagName }) =>
            `      '${tagName}': Omit<${base(type)}, keyof ${type}Attributes> & ${type}Attributes;`,
        )
        .join('\n');
      const types = [
        ...elements.map(({ name: type }) => type),
        ...new Set(elements.flatMap(({ events }) => events.map(({ type }) => type.text))),
      ];
      return [
        `${name}.d.ts`,
        `${imports}
import type { ${types.join(', ')} } from '../index.js';

${tags.join('\n')}
declare module '${module}' {
  namespace JSX {
    interface IntrinsicElements {
${intrinsic}
    }
  }
}
`,
      ];
    }),
  );
}
