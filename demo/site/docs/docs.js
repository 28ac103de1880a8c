/**
 * The documentation: guides and pages of elements as Markdown, the same as HTML, and `llms.txt`. What is said of an
 * element's attributes, events and so on comes from its JSDoc, by dist/custom-elements.json.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { elementMarkdown } from './element-page.js';
import { headOf } from './markdown.js';
import { page } from './page.js';

const at = (name) => new URL(name, import.meta.url);
/** On the site, elements and guides are in one folder. */
const read = (name) =>
  readFileSync(at(name), 'utf8').replace(/\]\(\.\.\/(elements|guides)\//g, '](');

/** In the order of the menu. */
const guides = [
  ['Start', ['index', 'frameworks', 'migrating', 'glossary']],
  ['Looks and words', ['theming', 'languages']],
  ['For publishers', ['hosting', 'server-rendering', 'search-engines', 'adapters']],
  ['For partners', ['privacy', 'analytics', 'events']],
];

function declarationOf(name) {
  const { modules } = JSON.parse(read('../../../dist/custom-elements.json'));
  return modules
    .flatMap(({ declarations }) => declarations)
    .find(({ tagName }) => tagName === `nr-${name}`);
}

const elements = () =>
  readdirSync(at('elements'))
    .map((file) => file.replace('.md', ''))
    .sort();

/** Examples of themes are the style sheet itself. */
const withThemes = (markdown) =>
  markdown.replace('<!-- themes -->', () =>
    read('../public/themes/themes.css')
      .trim()
      .split(/\n\n(?=\/\*)/)
      .map((theme) => {
        const [, title, what] = /^\/\* (.+?): (.+?) \*\//s.exec(theme);
        const name = /\.(theme-\w+)/.exec(theme)[1];
        const css = theme.slice(theme.indexOf('*/') + 3);
        return `### ${title}\n\n${what}\n\n<div class="live themed"><nr-headlines class="${name}" source="../ledger/feed.json" source-type="json-feed" limit="3" layout="row" columns="1" show="image kicker date" heading-level="4"></nr-headlines></div>\n\n\`\`\`css\n${css}\n\`\`\``;
      })
      .join('\n\n'),
  );

const markdownOf = (name, isElement) =>
  isElement
    ? elementMarkdown(declarationOf(name), read(`elements/${name}.md`))
    : withThemes(read(`guides/${name}.md`));

/** @returns {[string, { readonly text: string }][]} by path below the site; made when they are read */
export function docsFiles() {
  const tags = elements();
  const titleOf = (name) =>
    tags.includes(name) ? `<nr-${name}>` : headOf(read(`guides/${name}.md`)).title;
  const groups = [
    ...guides.map(([title, names]) => ({ title, names })),
    { title: 'Elements', names: tags },
  ].map(({ title, names }) => ({
    title,
    pages: names.map((name) => ({ name, title: titleOf(name) })),
  }));
  const names = groups.flatMap(({ pages }) => pages.map(({ name }) => name));
  const markdown = (name) => markdownOf(name, tags.includes(name));
  const lazily = (make) => ({
    get text() {
      return make();
    },
  });
  const llms = () => {
    const lines = groups.map(
      ({ title, pages }) =>
        `## ${title}\n\n${pages
          .map(
            (each) =>
              `- [${each.title}](docs/${each.name}.md): ${headOf(markdown(each.name)).description}`,
          )
          .join('\n')}`,
    );
    return `# Newsrack\n\n> Embeddable article widgets for news publishers: web components that show a publisher's journalism on any page.\n\n${lines.join('\n\n')}\n`;
  };
  return [
    ...names.flatMap((name) => [
      [`docs/${name}.html`, lazily(() => page(name, markdown(name), groups))],
      [`docs/${name}.md`, lazily(() => markdown(name))],
    ]),
    ['llms.txt', lazily(llms)],
  ];
}
