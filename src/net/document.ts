import { NewsrackError } from '../model/error.js';
import type { RequestOptions } from './http.js';
import { request } from './http.js';

/** A file of text, as it came. */
export interface TextDocument {
  text: string;
  /** Where it was found in the end: its relative addresses are meant from there. */
  url: string;
}

/** What a page's author can do where a browser may not read something. */
export const waysOut = (url: string): string =>
  `Its server may send “Access-Control-Allow-Origin: *” with it, or yours serves a copy: npx newsrack snapshot ${url} -o headlines.json`;

const MEGABYTE = 2 ** 20;
const MOST = 32 * MEGABYTE;

/**
 * Reads a file of text of any kind, in whatever encoding it says it is in. Whoever asks for it within a minute gets the
 * same object.
 *
 * @throws {NewsrackError} As `request` does. `bad-answer`: it is longer than 32 MB. `cors`: with what can be done.
 */
export async function requestDocument(
  url: string,
  options: RequestOptions = {},
): Promise<TextDocument> {
  const ask = async (probe?: RequestOptions['probe']) =>
    (await request<TextDocument>(url, { ...options, probe, read })).data;
  try {
    return await ask(options.probe ?? 'named');
  } catch (error) {
    const { probe, background } = options;
    if (!(error instanceof NewsrackError) || error.code !== 'network' || probe || background)
      throw error;
    // What no other site may read looks like what is away, and trying again does not help.
    const { explain } = await import('./retry.js');
    const reason = await explain(url, error);
    if (reason.code !== 'cors') return ask();
    throw new NewsrackError('cors', `${reason.message} ${waysOut(url)}`, { cause: error });
  }
}

/** An answer that is none, such as a page that says so, is left unread. */
async function read(answer: Response): Promise<TextDocument | undefined> {
  const reader = answer.ok && answer.body?.getReader();
  if (!reader) return undefined;
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let part; !(part = await reader.read()).done;) {
    chunks.push(part.value);
    size += part.value.length;
    if (size > MOST) {
      await reader.cancel();
      const { host } = new URL(answer.url);
      throw new NewsrackError('bad-answer', `${host}: this is longer than ${MOST / MEGABYTE} MB.`);
    }
  }
  const bytes = new Uint8Array(size);
  let place = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, place);
    place += chunk.length;
  }
  return { text: decoded(bytes, answer.headers.get('Content-Type') ?? ''), url: answer.url };
}

/** Text that can be read as UTF-8 is that, whatever else its server or its first line say. */
function decoded(bytes: Uint8Array, type: string): string {
  const [first, second] = bytes;
  if (first === 0xfe || first === 0) return new TextDecoder('utf-16be').decode(bytes);
  if (first === 0xff || second === 0) return new TextDecoder('utf-16le').decode(bytes);
  // A page says it within so much: https://html.spec.whatwg.org/multipage/semantics.html#charset
  const start = String.fromCharCode(...bytes.subarray(0, 1024));
  const said =
    /^\W{0,9}xml[^>]+?encoding\s*=\s*["']([\w-]+)/.exec(start)?.[1] ??
    /charset="?([\w-]+)/i.exec(type)?.[1] ??
    /<meta\b[^>]+?charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ??
    '';
  try {
    return new TextDecoder(/^iso-2022/i.test(said) ? said : 'utf-8', { fatal: true }).decode(bytes);
  } catch {
    try {
      return new TextDecoder(said || 'utf-8').decode(bytes);
    } catch {
      return new TextDecoder().decode(bytes);
    }
  }
}
