/** What editors complete and explain in HTML, from the Custom Elements Manifest. */
import { attributesOf, dataOf, elementsOf } from './elements.js';

const literals = (type) =>
  [...(type ?? '').matchAll(/'([^']+)'|(?<![\w'])(\d+)/g)].map(
    ([, text, number]) => text ?? number,
  );

const withDefault = ({ description = '', default: standard }) =>
  standard ? `${description}\n\nDefault: \`${standard}\``.trim() : description;

/** https://github.com/microsoft/vscode-custom-data */
export function vsCodeData(manifest) {
  const markdown = (value) => ({ kind: 'markdown', value });
  return {
    version: 1.1,
    tags: elementsOf(manifest).map(({ tagName, description = '', attributes = [] }) => ({
      name: tagName,
      description: markdown(description),
      attributes: attributes.map((attribute) => {
        const { name, type } = attribute;
        const values = literals(type?.text).map((value) => ({ name: value }));
        return {
          name,
          description: markdown(withDefault(attribute)),
          ...(type?.text === 'boolean' && { valueSet: 'v' }),
          ...(values.length && { values }),
        };
      }),
    })),
  };
}

/** https://github.com/JetBrains/web-types */
export function webTypes(manifest, version) {
  const named = (list = []) =>
    list.map(({ name, description }) => ({ name: name || 'default', description }));
  const propertiesOf = (element) => [
    ...attributesOf(element)
      .filter(({ fieldName }) => fieldName)
      .map(({ fieldName, description, type }) => ({
        name: fieldName,
        description,
        type: type?.text ?? 'string',
      })),
    ...dataOf(element),
  ];
  return {
    $schema: 'https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json',
    name: 'newsrack',
    version,
    'description-markup': 'markdown',
    contributions: {
      html: {
        elements: elementsOf(manifest).map((element) => ({
          name: element.tagName,
          description: element.description,
          attributes: (element.attributes ?? []).map(
            ({ name, description, type, default: standard }) => ({
              name,
              description,
              value: { type: type?.text ?? 'string', default: standard },
            }),
          ),
          slots: named(element.slots),
          js: { properties: propertiesOf(element), events: named(element.events) },
          css: { properties: named(element.cssProperties), parts: named(element.cssParts) },
        })),
      },
    },
  };
}
