import { NewsrackError, type ErrorCode } from '../model/error.js';
import { webUrl } from '../model/url.js';

/** One promise of a port, to be handed to any test runner: `test(name, run)`. `run` rejects where it is not kept. */
export interface ConformanceTest {
  name: string;
  run(): Promise<void>;
}

export function check(holds: unknown, message: string): asserts holds {
  if (!holds) throw new Error(message);
}

export const same = (actual: unknown, expected: unknown, what: string): void => {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  check(found === wanted, `${what}: ${found}, expected ${wanted}`);
};

/** The promise is rejected by a NewsrackError with one of these codes. */
export async function rejected(
  promise: Promise<unknown>,
  codes: ErrorCode[],
  what: string,
): Promise<void> {
  const error = await promise.then(
    () => check(false, `${what}: answered, instead of rejecting with ${codes.join(' or ')}`),
    (reason: unknown) => reason,
  );
  check(
    error instanceof NewsrackError,
    `${what}: rejected with ${String(error)}, which is no NewsrackError`,
  );
  check(codes.includes(error.code), `${what}: code ${error.code}, expected ${codes.join(' or ')}`);
}

export const isWeb = (address: unknown): boolean =>
  typeof address === 'string' && webUrl(address) !== undefined;

export const isInstant = (iso: unknown): boolean =>
  typeof iso === 'string' &&
  /^\d{4}-\d\d-\d\dT[\d:.]+(Z|[+-]\d\d:\d\d)$/.test(iso) &&
  !Number.isNaN(Date.parse(iso));

/** No tags and no entities: what is to be text was not left as markup. */
export const isText = (text: unknown): boolean =>
  typeof text === 'string' &&
  !/<\/?[a-z][^>]*>|&(#\d+|#x[\da-f]+|amp|lt|gt|quot|nbsp);/i.test(text);
