import { allowed } from '../../loader/widgets.js';
import { webUrl } from '../../model/url.js';
import { isMixed } from './as-in-a-page.js';
import type { Source, SourceType } from '../../publishers/publisher.js';
import { didYouMean, meant, type Finding, type Findings } from './finding.js';
import type { KnownAttribute, KnownElements } from './known-elements.js';
import type { Page, Tag } from './page.js';

/** A widget that stands on a page, however it was put there. */
export interface Widget {
  /** `nr-headlines` */
  tag: string;
  line: number;
  attributes: Record<string, string | undefined>;
  /** Where it reads, if it reads anywhere. */
  source?: Source;
  /** The only article that it reads. */
  article?: string;
}

/** Attributes that all elements may have. */
const COMMON =
  /^(id|class|title|lang|dir|style|hidden|slot|role|tabindex|part|exportparts|nonce|inert|is|translate|draggable|accesskey|popover|item\w+|aria-.+|data-.+|on.+)$/;

/** What frameworks write. */
const FRAMEWORK = /[^a-z\d_-]|^(v|x|ng|hx|_ng\w+|up|wire|astro|svelte)-|^_/;

/** An address whose beginning was forgotten: it would be one of the page's own. */
const WITHOUT_SCHEME =
  /^(www\.|(?![^/?]+\.(json|xml|rss|atom|rdf|html?|php|jpe?g|png|webp|gif|avif|svg)$)[\w-]+(\.[\w-]+)*\.[a-z]{2,}(:\d+)?(\/|\?|$))/i;

/** Attributes that are addresses. */
const ADDRESSES = ['source', 'src', 'action', 'store-url', 'href', 'image'];

/** What each needs one of: without any of them it has nothing to show. */
const NEEDED: Record<string, string[] | undefined> = {
  'nr-headlines': ['source'],
  'nr-article': ['src', 'article-id'],
  'nr-article-card': ['src', 'article-id', 'headline'],
  'nr-author-bio': ['author-id', 'src', 'article-id', 'name'],
  'nr-comment-box': ['src', 'article-id'],
  'nr-newsletter-form': ['action'],
};

/** What each shows in any case: its `show` may name it, and need not. */
const ALWAYS: Record<string, string | undefined> = {
  'nr-headlines': 'headline',
  'nr-article': 'headline',
  'nr-article-card': 'headline',
  'nr-author-bio': 'name',
};

/** Without what a store of comments is not found. */
const STORE_NEEDS: Record<string, string | undefined> = { isso: 'store-url', cusdis: 'site-id' };

/** What the loader's tag says for all of a page. */
export type Defaults = Record<string, string | undefined>;

/** The widgets of a page, and what is wrong with how they are written. */
export function widgetsOf(
  page: Page,
  known: KnownElements,
  defaults: Defaults,
  { found }: Findings,
): Widget[] {
  const widgets: Widget[] = [];
  const names = [...known.keys()];
  for (const tag of page.tags) {
    const placed = tag.attributes['data-nr'];
    const name = placed === undefined ? tag.name : `nr-${placed}`;
    if (!name.startsWith('nr-')) continue;
    if (!known.has(name)) {
      // Another library may call its elements like this, too.
      const isOurs = placed !== undefined || meant(name, names) !== undefined;
      found.push({
        level: isOurs ? 'problem' : 'advice',
        code: 'widget',
        line: tag.line,
        message: `There is no widget “${name}”.${didYouMean(name, names)}`,
      });
      continue;
    }
    const attributes =
      placed === undefined ? tag.attributes : fromData(tag, known.get(name)!, found);
    if (placed === undefined && !tag.isClosed)
      found.push({
        level: 'problem',
        code: 'widget',
        line: tag.line,
        message: `<${name}> has no end tag: what follows is inside of it, and hidden when it has loaded.`,
        paste: `</${name}>`,
      });
    if (tag.isInHead)
      found.push({
        level: 'problem',
        code: 'widget',
        line: tag.line,
        message: `<${name}> stands in the page’s head, where nothing is shown: its script belongs where the widget is to be.`,
      });
    const about = { name, line: tag.line, attributes };
    found.push(...wrongAttributes(about, known.get(name)!, page, placed === undefined));
    widgets.push({
      tag: name,
      line: tag.line,
      attributes,
      ...wanted(about, known.get(name)!.has('source'), defaults, page, found),
    });
  }
  return widgets;
}

interface Written {
  name: string;
  line: number;
  attributes: Record<string, string | undefined>;
}

/** Its store knows nothing of the publisher's system: the article is only what the comments are filed under there. */
const isApart = ({ name, attributes }: Written): boolean =>
  name === 'nr-comment-box' && /^(isso$|cusdis$|x-)/.test(attributes.store ?? '');

/** What `data-nr-…` say, as attributes of the widget; the loader takes some names only. */
function fromData(tag: Tag, known: Map<string, KnownAttribute>, found: Finding[]) {
  const attributes = Object.create(null) as Written['attributes'];
  for (const [name, value] of Object.entries(tag.attributes)) {
    if (!name.startsWith('data-nr-')) continue;
    const key = name.slice(8);
    if (key === 'locale') attributes.lang = value;
    else if (key === 'eager') attributes.load = value === 'false' ? undefined : 'eager';
    else if (known.has(key) && allowed.test(key)) attributes[key] = value;
    else
      found.push({
        level: 'problem',
        code: 'attribute',
        line: tag.line,
        message: `data-nr="${tag.attributes['data-nr']}" knows no “${name}”.${didYouMean(key, known.keys())}`,
      });
  }
  return attributes;
}

/** What no widget of this kind knows, and values that it does not take. */
function wrongAttributes(
  written: Written,
  known: Map<string, KnownAttribute>,
  page: Page,
  isTag = true,
): Finding[] {
  const { name: tag, line, attributes } = written;
  const findings: Finding[] = [];
  const say = (message: string, level: Finding['level'] = 'problem') =>
    findings.push({ level, code: 'attribute', line, message: `<${tag}>: ${message}` });
  for (const [name, value = ''] of Object.entries(attributes)) {
    const attribute = known.get(name);
    if (!attribute) {
      if (!isTag || COMMON.test(name) || FRAMEWORK.test(name)) continue;
      const hint = didYouMean(name, known.keys());
      say(`there is no attribute “${name}”.${hint}`, hint ? 'problem' : 'advice');
      continue;
    }
    const { values, words, range, isOpen } = attribute;
    const text = value.trim();
    const list = values ?? words;
    for (const word of words ? text.split(/\s+/) : values ? [text] : [])
      if (
        word &&
        !list!.includes(word) &&
        !(isOpen && word.startsWith('x-')) &&
        !(words && word === ALWAYS[tag])
      )
        say(`${name}="${word}" is none of ${list!.join(', ')}.${didYouMean(word, list!)}`);
    const number = Number(text);
    if (range && text && !(Number.isInteger(number) && number >= range[0] && number <= range[1]))
      say(
        `${name}="${value}" is not a whole number ${range[1] < Infinity ? `from ${range[0]} to ${range[1]}` : `of ${range[0]} or more`}.`,
      );
    if (ADDRESSES.includes(name) && text) addressProblems(name, text);
  }
  return findings;

  function addressProblems(name: string, text: string): void {
    const url = webUrl(text, page.base);
    if (!url) say(`${name}="${text}" is not an http(s) address.`);
    else if (WITHOUT_SCHEME.test(text))
      say(`${name}="${text}" leads to ${url}, below this page: write https://${text}.`);
    else if (isMixed(url, page.url) && !(isApart(written) && /^(source|src)$/.test(name)))
      findings.push({
        level: 'problem',
        code: 'mixed-content',
        line,
        message: `<${tag}>: ${name}="${text}" is not on https, as the page is: browsers do not ask it.`,
        paste: `${name}="${url.replace(/^http:/, 'https:')}"`,
      });
  }
}

/** What the widget will ask for. */
function wanted(
  written: Written,
  reads: boolean,
  defaults: Defaults,
  page: Page,
  found: Finding[],
): Pick<Widget, 'source' | 'article'> {
  const { name, line, attributes } = written;
  const needed = NEEDED[name];
  const has = (each: string) => attributes[each]?.trim() || (each === 'source' && defaults.source);
  if (needed && !needed.some(has)) {
    found.push({
      level: 'problem',
      code: 'attribute',
      line,
      message: `<${name}> has nothing to show: give it ${needed.join(' or ')}.`,
    });
    return {};
  }
  if (isApart(written)) {
    const { store = '' } = attributes;
    const lacking = STORE_NEEDS[store];
    if (lacking && !attributes[lacking]?.trim())
      found.push({
        level: 'problem',
        code: 'attribute',
        line,
        message: `<${name}>: store="${store}" needs ${lacking}.`,
      });
    return {};
  }
  // Written out, it asks nobody.
  const isGiven = attributes.headline ?? (name === 'nr-author-bio' && attributes.name);
  if (!reads || isGiven) return {};
  if (WITHOUT_SCHEME.test(attributes.source || attributes.src || '')) return {};
  const article = webUrl(attributes.src, page.base);
  const url = webUrl(attributes.source || defaults.source, page.base) ?? article;
  if (!url) {
    found.push({
      level: 'problem',
      code: 'attribute',
      line,
      message: `<${name}> does not say where to read: give it source.`,
    });
    return {};
  }
  const own = attributes['source-type'] ?? defaults['source-type'];
  return {
    article,
    source: {
      url,
      type: (own || undefined) as SourceType | undefined,
      key: attributes['source-key'],
    },
  };
}
