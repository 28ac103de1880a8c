import { FiltersEngine, Request } from '@ghostery/adblocker';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** By the numbers that AdGuard gives its lists. */
const lists = {
  2: 'EasyList and the base list',
  3: 'EasyPrivacy and tracking protection',
  4: 'social media',
  9: 'Spanish and Portuguese',
  18: 'cookie notices',
  19: 'popups',
  20: 'banners for apps',
  21: 'other annoyances',
  22: 'widgets',
};

const folder = join(
  import.meta.dirname,
  '../../node_modules/@adguard/dnr-rulesets/dist/filters/declarative',
);

interface Ruleset {
  /** The list from which the rules were made, as its authors wrote it. */
  metadata?: { rawFilterList: string };
}

async function readList(number: string): Promise<string> {
  const file = join(folder, `ruleset_${number}`, `ruleset_${number}.json`);
  const rules = JSON.parse(await readFile(file, 'utf8')) as Ruleset[];
  return rules.find(({ metadata }) => metadata)!.metadata!.rawFilterList;
}

export type RequestType = 'script' | 'stylesheet' | 'xhr' | 'sub_frame' | 'document' | 'image';

export interface Blocker {
  /** The filter that stops this request of a page, if there is one. */
  stops(url: string, type: RequestType, page: string): string | undefined;
  /** Selectors of what is hidden on any page whatever. */
  hides: string[];
}

/** A blocker with everything that a careful reader switches on. */
export async function loadBlocker(): Promise<Blocker> {
  const texts = await Promise.all(Object.keys(lists).map(readList));
  const engine = FiltersEngine.parse(texts.join('\n').replaceAll('\r', ''), { debug: true });
  return {
    stops(url, type, sourceUrl) {
      const { match, filter } = engine.match(Request.fromRawDetails({ url, type, sourceUrl }));
      return match ? (filter?.rawLine ?? String(filter)) : undefined;
    },
    hides: engine
      .getFilters()
      .cosmeticFilters.filter(
        (filter) =>
          !filter.hasHostnameConstraint() && !filter.isUnhide() && !filter.isScriptInject(),
      )
      .map((filter) => filter.getSelector()),
  };
}
