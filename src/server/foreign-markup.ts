import { writerIn, type Dom, type WriteMarkup } from '../html/write.js';
import { NewsrackError } from '../model/error.js';

let writer: Promise<WriteMarkup> | undefined;

/**
 * Fetches what makes foreign markup safe in Node: DOMPurify over jsdom, the one DOM in Node that it is made for.
 *
 * @throws {NewsrackError} `unsupported`: jsdom is not installed.
 */
export const openMarkupWriter = (): Promise<WriteMarkup> =>
  (writer ??= open().catch((error: unknown) => {
    writer = undefined;
    throw error;
  }));

async function open(): Promise<WriteMarkup> {
  let jsdom;
  try {
    jsdom = await import('jsdom');
  } catch (cause) {
    const message =
      'Rendering markup needs the package jsdom, installed and left out of bundles: npm install jsdom.';
    throw new NewsrackError('unsupported', message, { cause });
  }
  // Without a document type tables would stand in paragraphs.
  return writerIn(new jsdom.JSDOM('<!doctype html>').window as Dom);
}
