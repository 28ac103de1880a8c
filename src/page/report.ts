import type { NewsrackError } from '../model/error.js';
import { tell } from './tell.js';

const said = new Set<string>();

/** Tells the console, once. Never throws. */
export function warn(tag: string, problem: string): void {
  const line = `[newsrack] <${tag}> ${problem}`;
  if (said.has(line)) return;
  said.add(line);
  // Many a page has put its own in the console's place.
  console.warn?.(line);
}

/** Tells the page (`nr-error`) and, once, the console. Never throws. */
export function report(host: HTMLElement, error: NewsrackError): void {
  const { code, message, retryable } = error;
  warn(host.localName, `${code}: ${message}`);
  tell(host, 'nr-error', { error: { code, message, retryable } });
}
