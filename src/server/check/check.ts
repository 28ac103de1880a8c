import { webUrl } from '../../model/url.js';
import { NewsrackError } from '../../model/error.js';
import { lookAt, type Found } from './as-in-a-page.js';
import { providerOf } from '../../newsletters/provider.js';
import { wayOf } from '../../newsletters/ways.js';
import type { Provider } from '../../newsletters/newsletter.js';
import type { Source } from '../../publishers/publisher.js';
import type { Finding, Findings } from './finding.js';
import { checkFrames, frameTags, type FramedWidget } from './frames.js';
import { knownElements } from './known-elements.js';
import { checkLoader, loaderTags } from './loader.js';
import { readPage, type Page } from './page.js';
import { forbidden, policiesOf, untrusted } from './policy.js';
import { checkSource, withoutKey, type SourceReport } from './source.js';
import { checkStyleSheet } from './style-sheet.js';
import { widgetsOf, type Widget } from './widgets.js';

export interface CheckOptions {
  /** The origin of the page that a source is read from, where a source is checked. */
  from?: string;
  /** What a source is; left out, it is found out. */
  sourceType?: string;
  /** Key of a source's API; widgets that name none have it, too. */
  sourceKey?: string;
  signal?: AbortSignal;
  /** Told what is looked at. */
  onProgress?: (what: string) => void;
}

/** What a check has found out. */
export interface Report {
  url: string;
  /** What is at the address. */
  kind: 'page' | 'source';
  /** Nothing is a problem. */
  passed: boolean;
  /** The page's loader. */
  loader?: { url: string; version?: string };
  /** Which widgets stand on the page. */
  widgets: { widget: string; line: number; framed?: true }[];
  /** What keeps widgets from working, or could be better, on the page; the worst first. */
  findings: Finding[];
  /** What the widgets read; of a source, itself. */
  sources: SourceReport[];
}

/** Who reads a source when nobody says which page it is for. */
const SOME_PAGE = 'https://partner.example/';

/**
 * Looks at a page with widgets, or at a source, and says what would keep widgets from working there.
 *
 * @throws {NewsrackError} `bad-attribute`: this is no address. Else: what is there could not be looked at.
 */
export async function check(address: string, options: CheckOptions = {}): Promise<Report> {
  const { from, sourceType, sourceKey, signal, onProgress } = options;
  const url = webUrl(address);
  if (!url) throw new NewsrackError('bad-attribute', `“${address}” is not an http(s) address.`);
  const page = webUrl(from ?? SOME_PAGE);
  if (!page) throw new NewsrackError('bad-attribute', `“${from}” is not an http(s) address.`);
  onProgress?.(withoutKey(url));
  const source = { url, type: sourceType, key: sourceKey } as Source;
  let status: number | undefined;
  if (!sourceType && !sourceKey && !from) {
    const answer = await lookAt(url, { signal });
    const found = /<[a-z]/i.test(answer.text) ? readPage(answer.text, answer.url) : undefined;
    if (found && isPartner(found)) return checkPage(found, answer, options);
    if (/<(!doctype html|html|body)\b/i.test(answer.text)) ({ status } = answer);
  }
  const report = await checkSource(source, page, { signal });
  return reported({
    url: withoutKey(url),
    kind: 'source',
    widgets: [],
    findings: status === undefined ? [] : [noPartner(status, !!report.type)],
    sources: [report],
  });
}

/** Why nothing of ours may be on a page. What can be read as a source is a publisher's, and need not be anything else. */
const noPartner = (status: number, isSource: boolean): Finding => ({
  level: isSource && !/^4(04|10)$/.test(String(status)) ? 'advice' : 'problem',
  code: 'widget',
  message: `${
    status !== 200
      ? `The page is answered with ${status}.`
      : isSource
        ? 'If widgets are to stand on this page: there is neither the loader nor a widget.'
        : 'There is neither the loader nor a widget on this page: its editor may have taken them out.'
  } What follows is said of it as a source.`,
});

/** Something on it is ours: else it may be a publisher's. */
const isPartner = (page: Page): boolean =>
  loaderTags(page).length > 0 ||
  frameTags(page).length > 0 ||
  page.tags.some(
    ({ name, attributes }) => /^nr-/.test(name) || attributes['data-nr'] !== undefined,
  );

const rank = ({ level }: Finding) => Number(level === 'advice');

function reported(report: Omit<Report, 'passed'>): Report {
  const all = [report, ...report.sources];
  for (const each of all)
    each.findings.sort((a, b) => rank(a) - rank(b) || (a.line ?? 0) - (b.line ?? 0));
  return {
    ...report,
    passed: !all.some(({ findings }) => findings.some(({ level }) => level === 'problem')),
  };
}

async function checkPage(page: Page, answer: Found, options: CheckOptions): Promise<Report> {
  const { signal, onProgress } = options;
  const findings: Findings = { found: [], needs: [] };
  const known = await knownElements();
  if (answer.status !== 200)
    findings.found.push({
      level: 'problem',
      code: 'widget',
      message: `The page is answered with ${answer.status}.`,
    });
  const hasWidgets = page.tags.some(
    ({ name, attributes, rendered }) =>
      (known.has(name) && !rendered) || attributes['data-nr'] !== undefined,
  );
  if (!hasWidgets && !frameTags(page).length && !page.tags.some(({ rendered }) => rendered))
    findings.found.push({
      level: 'advice',
      code: 'widget',
      message: 'There is no widget on this page. Those that a script adds later are not seen here.',
    });
  onProgress?.('the loader');
  const loader = await checkLoader(page, known, findings, { hasWidgets, signal });
  const widgets: (Widget | FramedWidget)[] = [
    ...widgetsOf(page, known, loader?.defaults ?? {}, findings),
    ...(await checkFrames(page, known, findings, signal)),
  ];
  await checkStyleSheet(page, widgets, loader, findings, signal);
  const sources = await checkSources(page, widgets, findings, options);
  needForms(page, widgets, findings);
  needRendered(page, findings);

  const policies = policiesOf(page, answer.headers);
  const stray = page.tags.find(
    ({ name, attributes, isInHead }) =>
      name === 'meta' &&
      !isInHead &&
      /^content-security-policy$/i.test(attributes['http-equiv'] ?? ''),
  );
  if (stray)
    findings.found.push({
      level: 'advice',
      code: 'csp',
      line: stray.line,
      message: 'A Content Security Policy in a <meta> outside the head is none.',
    });
  const readsXml = sources.some(({ type }) => type === 'rss');
  const trusted = loader
    ? ['newsrack', 'newsrack-lit', ...(readsXml ? ['newsrack-xml'] : [])]
    : ['newsrack', 'lit-html', ...(readsXml ? ['newsrack-xml'] : [])];
  findings.found.push(
    ...forbidden(policies, findings.needs, page.url),
    ...(widgets.some((each) => !('page' in each)) ? untrusted(policies, trusted) : []),
  );
  return reported({
    url: page.url,
    kind: 'page',
    loader: loader && { url: loader.url, version: loader.version },
    widgets: widgets.map((each) => ({
      widget: each.tag.slice(3),
      line: each.line,
      ...('page' in each && { framed: true as const }),
    })),
    findings: findings.found,
    sources,
  });
}

/** Each thing that widgets read, once for each page that they stand on: their own, or a frame's. */
async function checkSources(
  page: Page,
  widgets: (Widget | FramedWidget)[],
  { needs }: Findings,
  { sourceKey, signal, onProgress }: CheckOptions,
): Promise<SourceReport[]> {
  const reports = new Map<string, SourceReport>();
  for (const widget of widgets) {
    const { source, article } = widget;
    if (!source) continue;
    const from = 'page' in widget ? widget.page : page.url;
    const asked = { ...source, key: source.key || sourceKey };
    const key = JSON.stringify([asked, article, new URL(from).origin]);
    if (reports.has(key)) continue;
    onProgress?.(withoutKey(article ?? source.url));
    const report = await checkSource(asked, from, { article, signal });
    reports.set(key, report);
    if ('page' in widget) continue;
    for (const url of new Set([report.address ?? source.url, ...report.asked]))
      needs.push({ directive: 'connect-src', url, use: 'what widgets read' });
    for (const url of report.pictureHosts)
      needs.push({ directive: 'img-src', url, use: 'pictures' });
  }
  return [...reports.values()];
}

/** What forms and comment boxes ask for when a reader acts. */
function needForms(page: Page, widgets: (Widget | FramedWidget)[], { needs }: Findings): void {
  for (const widget of widgets) {
    if ('page' in widget) continue;
    const { tag, attributes } = widget;
    const action = webUrl(attributes.action, page.base);
    if (tag === 'nr-newsletter-form' && action) {
      const provider = (attributes.provider || providerOf(action)) as Provider;
      const way = wayOf({ provider, action, list: [], tags: [] });
      const use = 'the newsletter’s form';
      if (way.kind === 'script') needs.push({ directive: 'connect-src', url: action, use });
      else if (way.kind === 'browser')
        needs.push({ directive: 'form-action', url: way.action, use });
      else needs.push({ directive: 'frame-src', url: way.url, use });
    }
    const store =
      attributes['store-url'] || (attributes.store === 'cusdis' && 'https://cusdis.com/');
    const url = store ? webUrl(store, page.base) : undefined;
    if (tag === 'nr-comment-box' && url)
      needs.push({ directive: 'connect-src', url, use: 'comments' });
  }
}

/** Widgets that a server has rendered bring a style sheet of their own. */
function needRendered({ tags, url }: Page, { needs }: Findings): void {
  if (tags.some(({ rendered }) => rendered === 'style'))
    needs.push({
      directive: 'style-src',
      url,
      use: 'the <style> of rendered widgets',
      isInline: true,
    });
}
