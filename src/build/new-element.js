/**
 * Begins a new element, with its tests and its page of documentation, and enters it wherever elements are listed:
 *
 *   npm run new -- press-review
 *
 * What it makes is a widget that works: it shows one article's headline and date. Everything is there to be changed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const at = (name) => path.join(root, name);
const touched = [];

function give(name, text) {
  mkdirSync(path.dirname(at(name)), { recursive: true });
  writeFileSync(at(name), text);
  touched.push(name);
}

/** Puts text before or behind what stands in a file once. */
function enter(name, mark, text, { before = false } = {}) {
  const old = readFileSync(at(name), 'utf8');
  if (old.split(mark).length !== 2)
    throw new Error(
      `${name} has not exactly one ${JSON.stringify(mark)}: src/build/new-element.js is to be mended.`,
    );
  give(
    name,
    old.replace(mark, () => (before ? text + mark : mark + text)),
  );
}

const pascal = (name) => name.replace(/(^|-)(\w)/g, (_, __, letter) => letter.toUpperCase());
const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

const element = (
  name,
  type,
) => `import { html, nothing, type CSSResultGroup, type PropertyDeclarations } from 'lit';
import { tellDate } from '../../controllers/formats.js';
import { Resource } from '../../controllers/resource.js';
import type { Article } from '../../model/article.js';
import { tell } from '../../page/tell.js';
import { lookUpArticle, type ArticleQuestion } from '../../reading/article-lookup.js';
import { base } from '../../styles/base.js';
import { PublishedWidget } from '../published-widget.js';
import { ${camel(name)}Styles } from './${name}.styles.js';

/**
 * The headline of one article, and its date.
 *
 * @tagname nr-${name}
 * @attr {string} src - Address of the article; looked up at \`source\`, else at its own site
 * @attr {string} article-id - The article's id at \`source\`
 * @attr {2 | 3 | 4 | 5 | 6} [heading-level=3] - Level of the headline in the page's outline
 * @csspart headline - The headline
 * @csspart link - The link to the original
 * @csspart date - Its date
 * @fires {NrOpenEvent} nr-open - A reader opens the article; cancelable
 */
export class ${type} extends PublishedWidget {
  static override properties: PropertyDeclarations = {
    src: {},
    articleId: { attribute: 'article-id' },
    article: { attribute: false, noAccessor: true },
  };
  static override styles: CSSResultGroup = [base, ${camel(name)}Styles];

  declare src: string | undefined;
  declare articleId: string | undefined;

  override readonly widget = '${name}';
  #given: Article | undefined;

  protected override readonly resource = new Resource<ArticleQuestion, Article>(this, {
    question: () => (this.#given ? undefined : this.articleQuestion(this.src, this.articleId)),
    ask: lookUpArticle,
    count: () => this.count,
  });

  /** The article: set it, and nothing is fetched; read it after \`nr-load\`. */
  get article(): Article | undefined {
    return this.#given ?? this.resource.value;
  }
  set article(article: Article | undefined) {
    this.#given = this.resource.take(article, this.#given);
  }

  protected override get count(): number {
    return this.article ? 1 : 0;
  }

  protected override look(): { name: string; show: string } {
    return { name: '${name}', show: 'headline' };
  }

  protected override skeleton(): unknown {
    return html\`<div class="line"></div>\`;
  }

  protected override content(): unknown {
    const { headline, url, published } = this.article!;
    const date = tellDate(published, this.locale);
    return html\`<div part="headline" role="heading" aria-level=\${this.levelOr(3)}>
      <a part="link" href=\${this.outgoing(url) ?? ''} @click=\${this.#open}
        >\${headline || this.locale.strings!.untitled}</a
      >
    </div>
    \${date ? html\`<time part="date" datetime=\${published!} title=\${date.exact}>\${date.text}</time>\` : nothing}\`;
  }

  #open = (event: Event): void => {
    if (!tell(this, 'nr-open', { article: this.article! }, true)) event.preventDefault();
  };
}

declare global {
  interface HTMLElementTagNameMap {
    'nr-${name}': ${type};
  }
}
`;

const styles = (name) => `import { css } from 'lit';

export const ${camel(name)}Styles = css\`
  [part='headline'] {
    font-family: var(--nr-font-heading, inherit);
    font-weight: 700;
  }
  a {
    color: inherit;
  }
  .line {
    block-size: 1.5em;
    background: var(--tint);
  }
\`;
`;

const test = (name, type) => `import { expect } from '@open-wc/testing';
import '../../src/define/${name}.js';
import { startWordPress } from '../browser-origin.js';
import { mount, parts, settled } from '../suites/mount.js';
import type { ${type} } from '../../src/elements/${name}/${name}.js';

describe('<nr-${name}>', () => {
  it('shows the headline, and leads to the article with the page’s campaign', async () => {
    const site = await startWordPress();
    const attributes = {
      source: site.url,
      'article-id': String(site.posts[0]!.id),
      'utm-source': 'partner',
    };
    const widget = mount('nr-${name}', attributes) as ${type};
    await settled(widget);
    const [link] = parts(widget, 'link') as HTMLAnchorElement[];
    expect(link!.textContent).to.equal(widget.article!.headline);
    expect(link!.href).to.contain('utm_source=partner');
  });

  it('tells the page before a reader opens the article, which the page may prevent', async () => {
    const site = await startWordPress();
    const widget = mount('nr-${name}', {
      source: site.url,
      'article-id': String(site.posts[0]!.id),
    });
    await settled(widget);
    let opened = '';
    widget.addEventListener('nr-open', (event) => {
      event.preventDefault();
      opened = event.detail.article.id;
    });
    parts(widget, 'link')[0]!.click();
    expect(opened).to.equal(String(site.posts[0]!.id));
  });
});
`;

const specimen = (name) => `  {
    tag: 'nr-${name}',
    define: () => import('../../src/define/${name}.js'),
    reads: ({ url, posts }) => ({ source: url, 'article-id': String(posts[0]!.id) }),
    findsNothing: ({ url }) => ({ source: url, 'article-id': '999999' }),
    given: { article, headingLevel: 4 },
    says: 'Given from outside',
    frame: '${name}',
    texts: headlines,
    opens: headlineLink,
    needs: /posts/,
    answer: post,
    looks: [{}, { theme: 'dark', 'heading-level': '6' }],
  },
`;

const documentation = (name) => `# \`<nr-${name}>\`

## Example

\`\`\`html live
<nr-${name} src="https://publisher.example/2026/10/ports-and-people/">
  <a href="https://publisher.example/2026/10/ports-and-people/">Ports & people</a>
</nr-${name}>
\`\`\`

## States

| state                               | what stands there                                       |
| ----------------------------------- | ------------------------------------------------------- |
| waiting for the viewport or loading | The fallback, or room of the content’s size             |
| \`load="click"\`                      | The fallback and a button that says whose content it is |
| content                             | The headline                                            |
| error                               | The fallback, a sentence and a button to try again      |

## Keyboard

One link.
`;

/** Its states in the gallery; \`one\` and \`unread\` stand in that file. */
const states = (name) => `  '${name}': [
    { name: 'content', properties: () => one('second-berth') },
    ...unread({ 'article-id': '7' }),
    { name: 'long', properties: () => one('unbroken-word') },
    {
      name: 'right to left',
      dir: 'rtl',
      lang: 'ar',
      properties: () => one('arabic-citrus'),
    },
  ],
`;

function make(name) {
  const type = `Nr${pascal(name)}`;
  const quoted = name.includes('-') ? `'${name}'` : name;

  give(`src/elements/${name}/${name}.ts`, element(name, type));
  give(`src/elements/${name}/${name}.styles.ts`, styles(name));
  give(
    `src/define/${name}.ts`,
    `import { ${type} } from '../elements/${name}/${name}.js';\nimport { define } from './define.js';\n\ndefine('nr-${name}', ${type});\n`,
  );
  give(
    `src/loader/entries/${name}.ts`,
    `export { ${type} as 'nr-${name}' } from '../../elements/${name}/${name}.js';\n`,
  );
  give(`test/${name}/${name}.browser.test.ts`, test(name, type));
  give(`demo/site/docs/elements/${name}.md`, documentation(name));

  enter('src/define/all.ts', `import './newsletter-form.js';\n`, `import './${name}.js';\n`);
  enter(
    'src/index.ts',
    `export { NrNewsletterForm } from './elements/newsletter-form/newsletter-form.js';\n`,
    `export { ${type} } from './elements/${name}/${name}.js';\n`,
  );
  enter('src/loader/widgets.ts', `  'nr-newsletter-form',\n`, `  'nr-${name}',\n`);
  enter(
    'src/loader/newsrack.all.ts',
    `import * as newsletterForm from './entries/newsletter-form.js';\n`,
    `import * as ${camel(name)} from './entries/${name}.js';\n`,
  );
  enter(
    'src/loader/newsrack.all.ts',
    `  'newsletter-form': newsletterForm,\n`,
    name.includes('-') ? `  '${name}': ${camel(name)},\n` : `  ${name},\n`,
  );
  enter(
    'src/languages.ts',
    `  'newsletter-form'?: Partial<Strings & NewsletterFormStrings> | undefined;\n`,
    `  ${quoted}?: Partial<Strings> | undefined;\n`,
  );
  enter('src/server/served-widgets.ts', `  'newsletter-form',\n`, `  '${name}',\n`);
  enter(
    'src/server/element-of.ts',
    `    (await import('../elements/newsletter-form/newsletter-form.js')).NrNewsletterForm,\n`,
    `  ${quoted}: async () => (await import('../elements/${name}/${name}.js')).${type},\n`,
  );
  enter(
    'src/server/check/widgets.ts',
    `  'nr-newsletter-form': ['action'],\n`,
    `  'nr-${name}': ['src', 'article-id'],\n`,
  );
  enter(
    'src/build/reservation.ts',
    `    ...atLeast('author-bio', authorHeight),\n`,
    `    ...atLeast('${name}', '1.5em'),\n`,
  );
  enter('vite.config.ts', `            'newsletter-form',\n`, `            '${name}',\n`);
  enter(
    'package.json',
    `    "./dist/define/newsletter-form.js",\n`,
    `    "./dist/define/${name}.js",\n`,
  );
  enter('test/suites/specimens.ts', `];\n\n/** An element that sends`, specimen(name), {
    before: true,
  });
  enter('test/package/editors.test.ts', `  'nr-newsletter-form',\n`, `  'nr-${name}',\n`);
  enter(
    'test/package/package.test.ts',
    `      'newsrack/define/newsletter-form.js',\n`,
    `      'newsrack/define/${name}.js',\n`,
  );
  enter('demo/site/public/gallery/states.js', `  'author-bio': [\n`, states(name), {
    before: true,
  });
  execFileSync(
    process.execPath,
    [at('node_modules/prettier/bin/prettier.cjs'), '--write', '--log-level=error', ...touched],
    { cwd: root },
  );
}

const [name = ''] = process.argv.slice(2);
if (!/^[a-z]+(-[a-z]+)*$/.test(name)) {
  console.error('npm run new -- NAME: letters and hyphens, without “nr-”, such as press-review');
  process.exit(2);
}
if (existsSync(at(`src/elements/${name}`))) {
  console.error(`There is a <nr-${name}>: src/elements/${name}`);
  process.exit(1);
}
make(name);
process.stdout.write(`<nr-${name}> is there:

${[...new Set(touched)].map((file) => `  ${file}`).join('\n')}

Now: npm test -- browser ${name}. CONTRIBUTING.md says what is left to do. When it looks as it shall, the tests of the
gallery need its pictures and what is read out of it:

  UPDATE_PICTURES=1 UPDATE_TREES=1 npm test -- e2e gallery
`);
