/** `newsrack/react`: a React component for each element, from the Custom Elements Manifest, by @lit/react. */
import { attributesOf, dataOf, elementsOf, typeName } from './elements.js';
import { camelListener as listener, comment, member, open } from './template-types.js';

// Next.js would make them on the server only, which has no elements.
const code = (elements) => `'use client';
import { createComponent } from '@lit/react';
import React from 'react';
import { define } from './define/define.js';
import { ${elements.map(({ name }) => `${name} as ${name}Element`).join(', ')} } from './index.js';

function component(tagName, elementClass, events) {
  define(tagName, elementClass);
  return createComponent({ react: React, tagName, elementClass, events });
}

${elements
  .map(({ name, tagName, events }) => {
    const listeners = events.map(({ name: event }) => `${listener(event)}: '${event}'`);
    return `export const ${name} = /* @__PURE__ */ component('${tagName}', ${name}Element, { ${listeners.join(', ')} });`;
  })
  .join('\n')}
`;

function types(elements) {
  const props = elements.map((element) => {
    const { name, description, events } = element;
    const lines = [
      ...attributesOf(element).map(
        (attribute) =>
          comment(attribute) +
          member(
            attribute.fieldName ?? attribute.name,
            open(attribute.name, attribute.type?.text ?? 'string'),
          ),
      ),
      ...dataOf(element).map((data) => comment(data) + member(data.name, data.type)),
      ...events.map(
        (event) =>
          comment(event) + member(listener(event.name), `((event: ${event.type.text}) => void)`),
      ),
    ];
    return `export interface ${name}OwnProps {\n${lines.join('\n')}\n}
export type ${name}Props = Omit<HTMLAttributes<${name}Element>, keyof ${name}OwnProps> & ${name}OwnProps;
/** ${description.replace(/\s+/g, ' ')} */
export declare const ${name}: ForwardRefExoticComponent<${name}Props & RefAttributes<${name}Element>>;
`;
  });
  const imported = [
    ...elements.map(({ name }) => `${name} as ${name}Element`),
    ...new Set([
      ...elements.flatMap(({ events }) => events.map(({ type }) => type.text)),
      ...elements.flatMap((element) => dataOf(element).map(typeName)),
    ]),
  ];
  return `import type { ForwardRefExoticComponent, HTMLAttributes, RefAttributes } from 'react';
import type { ${imported.join(', ')} } from './index.js';

${props.join('\n')}`;
}

/**
 * @param {object} manifest
 * @returns {Record<string, string>} by file's name below dist
 */
export function reactComponents(manifest) {
  const elements = elementsOf(manifest);
  return { 'react.js': code(elements), 'react.d.ts': types(elements) };
}
