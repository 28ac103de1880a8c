import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';

const read = async (name: string) =>
  JSON.parse(await readFile(new URL(`../../dist/${name}`, import.meta.url), 'utf8')) as unknown;

interface Named {
  name: string;
}
interface VsCode {
  version: number;
  tags: (Named & {
    attributes: (Named & {
      values?: Named[];
      valueSet?: string;
      description: { value: string };
    })[];
  })[];
}
interface WebTypes {
  contributions: {
    html: {
      elements: (Named & {
        attributes: (Named & { value: { type: string; default?: string } })[];
        js: { events: Named[]; properties: (Named & { type: string })[] };
        css: { properties: Named[]; parts: (Named & { description: string })[] };
      })[];
    };
  };
}

const names = (list: Named[]) => list.map(({ name }) => name).sort();
const all = [
  'nr-article',
  'nr-article-card',
  'nr-author-bio',
  'nr-comment-box',
  'nr-headlines',
  'nr-newsletter-form',
];

describe('what editors read', () => {
  it('completes tags, attributes and values in VS Code', async () => {
    const { version, tags } = (await read('vscode.html-custom-data.json')) as VsCode;
    assert.equal(version, 1.1);
    assert.deepEqual(names(tags), all);
    const { attributes } = tags.find(({ name }) => name === 'nr-headlines')!;
    const attribute = (name: string) => attributes.find((each) => each.name === name)!;
    assert.deepEqual(names(attribute('layout').values!), [
      'compact',
      'headline',
      'hero',
      'row',
      'stacked',
    ]);
    assert.deepEqual(names(attribute('heading-level').values!), ['2', '3', '4', '5', '6']);
    assert.equal(attribute('more').valueSet, 'v');
    assert.equal(attribute('source').values, undefined);
  });

  it('completes them in JetBrains’ editors, with events, properties, custom properties and parts', async () => {
    const { contributions } = (await read('web-types.json')) as WebTypes;
    const { elements } = contributions.html;
    assert.deepEqual(names(elements), all);
    const headlines = elements.find(({ name }) => name === 'nr-headlines')!;
    const layout = headlines.attributes.find(({ name }) => name === 'layout')!;
    assert.match(layout.value.type, /'hero'/);
    assert.equal(layout.value.default, 'stacked');
    assert.deepEqual(names(headlines.js.events), ['nr-error', 'nr-load', 'nr-open', 'nr-view']);
    assert.ok(names(headlines.css.properties).includes('--nr-accent'));
    const types = new Map(headlines.js.properties.map(({ name, type }) => [name, type]));
    assert.equal(types.get('articles'), 'Article[]');
    assert.equal(types.get('headingLevel'), '2 | 3 | 4 | 5 | 6');
    assert.equal(types.get('settled'), undefined, 'it cannot be set');
    assert.match(
      headlines.css.parts.find(({ name }) => name === 'more')!.description,
      /button.+next page/,
    );
    for (const { name, js, css } of elements) {
      assert.ok(js.properties.length && css.parts.length, name);
      assert.ok(
        js.properties.every(({ name, type }) => name && type),
        name,
      );
    }
  });

  it('explains every attribute', async () => {
    const { tags } = (await read('vscode.html-custom-data.json')) as VsCode;
    for (const { name, attributes } of tags)
      assert.deepEqual(
        attributes.filter(({ description }) => !description.value).map((each) => each.name),
        [],
        name,
      );
  });
});
