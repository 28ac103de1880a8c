import { useXmlParser } from '../html/xml.js';
import { openPublisher } from '../publishers/open.js';
import type { Publisher, ReadOptions, Source } from '../publishers/publisher.js';
import { treeParser } from './xml-tree.js';

/** The publisher's system behind a source, as in a page; what a browser brings along for it comes from here. */
export function openSource(source: Source, options?: ReadOptions): Promise<Publisher> {
  useXmlParser(treeParser);
  return openPublisher(source, options);
}
