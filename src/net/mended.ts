import { MOST_LETTERS, type Answer, type Exchange, type ExchangeOptions } from './exchange.js';

/**
 * JSON around which a publisher's server has written something: PHP its warnings before it, what keeps copies of pages
 * its comments behind it. `undefined` for what is no JSON, or not what was asked for.
 */
export function mended(
  { answer, data, cause }: Exchange,
  { fits }: ExchangeOptions,
): Answer<unknown> | undefined {
  // A page may have JSON in it, and is not meant by that.
  if (
    !(cause instanceof SyntaxError) ||
    !answer?.ok ||
    !/json/.test(answer.headers.get('Content-Type') ?? '')
  )
    return undefined;
  // Cut off: what is left of it is no JSON, and long.
  if ((data as string).length === MOST_LETTERS) return undefined;
  let text = (data as string).trim();
  while (text.endsWith('-->')) text = text.slice(0, text.lastIndexOf('<!--')).trim();
  const start = text.search(/\[?\{"|\[\]$/);
  if (start < 0) return undefined;
  try {
    const found: unknown = JSON.parse(text.slice(start));
    return !fits || fits(found) ? { data: found, headers: answer.headers } : undefined;
  } catch {
    return undefined;
  }
}
