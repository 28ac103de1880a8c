import { useXmlParser } from '../html/xml.js';
import { openPublisher } from '../publishers/open.js';
import type { Publisher, ReadOptions, Source } from '../publishers/publisher.js';
import { treeParser } from './xml-tree.js';

/** What a browser brings along for sources comes from here. */
export const bringParser = (): void => useXmlParser(treeParser);

/** The publisher's system behind a source, as in a page. */
export function openSource(source: Source, options?: ReadOptions): Promise<Publisher> {
  bringParser();
  return openPublisher(source, options);
}
