import type { NewsrackError } from '../model/error.js';
import { tell } from './tell.js';

const said = new Set<string>();

/** Tells the page (`nr-error`) and, once, the console. Never throws. */
export function report(host: HTMLElement, error: NewsrackError): void {
  const { code, message, retryable } = error;
  const line = `[newsrack] <${host.localName}> ${code}: ${message}`;
  if (!said.has(line)) {
    said.add(line);
    console.warn(line);
  }
  tell(host, 'nr-error', { error: { code, message, retryable } });
}
