import { permitted, type FrameSettings } from '../../frame/permission.js';
import { webUrl } from '../../model/url.js';
import { NewsrackError } from '../../model/error.js';
import { isMixed, lookAt } from './as-in-a-page.js';
import type { Finding, Findings } from './finding.js';
import type { KnownElements } from './known-elements.js';
import type { Page, Tag } from './page.js';
import { unframeable } from './policy.js';
import { widgetsOf, type Widget } from './widgets.js';

/** A frame with a widget in it. */
export interface FramedWidget extends Widget {
  /** The frame's own page, which is who asks. */
  page: string;
}

/** The frames of a page that show `frame.html`. */
export const frameTags = ({ tags, base }: Page): { tag: Tag; url: URL }[] =>
  tags.flatMap((tag) => {
    const url = tag.name === 'iframe' ? webUrl(tag.attributes.src, base) : undefined;
    const address = url && new URL(url);
    return address &&
      /\/frame(\.html)?$/.test(address.pathname) &&
      address.searchParams.has('widget')
      ? [{ tag, url: address }]
      : [];
  });

/** What is wrong with a page's frames, and what their widgets will ask for. */
export async function checkFrames(
  page: Page,
  known: KnownElements,
  findings: Findings,
  signal?: AbortSignal,
): Promise<FramedWidget[]> {
  const { found, needs } = findings;
  const widgets: FramedWidget[] = [];
  for (const { tag, url } of frameTags(page)) {
    const { line, attributes } = tag;
    const say = (message: string, paste?: string, level: Finding['level'] = 'problem') =>
      found.push({ level, code: 'frame', line, message, paste });
    needs.push({ directive: 'frame-src', url: url.href, use: 'frame.html' });
    if (attributes.sandbox !== undefined && !/\ballow-scripts\b/.test(attributes.sandbox))
      say('The frame’s sandbox does not allow scripts.', 'sandbox="allow-scripts allow-popups"');
    if (!attributes.title) say('The frame has no title for screen readers.', 'title="…"', 'advice');

    // The frame's address says what a tag's attributes would.
    const query = url.searchParams;
    const written = Object.fromEntries(
      [...query].filter(([name]) => !/^(widget$|page-|--nr-)/.test(name)),
    );
    const stand = {
      ...tag,
      name: `nr-${query.get('widget')}`,
      attributes: written,
      isClosed: true,
    };
    const inside = { url: url.href, base: url.href, tags: [stand] };
    for (const widget of widgetsOf(inside, known, {}, findings))
      widgets.push({ ...widget, page: url.href });

    if (isMixed(url.href, page.url)) {
      found.push({
        level: 'problem',
        code: 'mixed-content',
        line,
        message: 'The frame is not on https, as the page is: browsers leave it empty.',
        paste: `src="${url.href.replace(/^http:/, 'https:')}"`,
      });
      continue;
    }
    try {
      const answer = await lookAt(url.href, { signal });
      if (answer.status !== 200) {
        say(`${url.origin}${url.pathname} answered ${answer.status}.`);
        continue;
      }
      const reason = unframeable(answer, page.url);
      if (reason) say(`The frame’s page may not stand on this one: ${reason}.`);
      await checkPermission(url, query, say, signal);
    } catch (error) {
      if (!(error instanceof NewsrackError)) throw error;
      say(`The frame’s page could not be fetched: ${error.message}`);
    }
  }
  return widgets;
}

/** Whether `frame.json` lets the frame show what its address asks for. */
async function checkPermission(
  url: URL,
  query: URLSearchParams,
  say: (message: string, paste?: string) => void,
  signal?: AbortSignal,
): Promise<void> {
  const address = new URL('frame.json', url).href;
  const { status, text } = await lookAt(address, { signal });
  const source = webUrl(query.get('source') ?? query.get('src') ?? query.get('action'));
  const example = JSON.stringify({ sources: [source ? new URL(source).origin : 'https://…'] });
  if (status !== 200)
    return say(`${address} answered ${status}: without it a frame shows nothing.`, example);
  let settings: Partial<FrameSettings> | undefined;
  try {
    settings = JSON.parse(text) as Partial<FrameSettings>;
  } catch {
    // It has no list of sources either.
  }
  if (!Array.isArray(settings?.sources))
    return say(`${address} has no list of “sources”.`, example);
  try {
    permitted(query, settings as FrameSettings, address);
  } catch (error) {
    say((error as Error).message);
  }
}
