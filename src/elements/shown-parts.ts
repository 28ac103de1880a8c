import { oneOf, words } from './attributes.js';

/** What is wrong with an attribute: its name, its value, and what its author can do. */
export type AttributeProblem = [attribute: string, value: string, advice: string];

/**
 * The parts that `show` names, in our order; without it, or where it names none of ours, the usual ones. `always` is shown in
 * any case, and may be named.
 */
export function shownParts<Part extends string>(
  show: string | null | undefined,
  parts: readonly Part[],
  usual: readonly Part[],
  always: string,
): { shown: readonly Part[]; problem?: AttributeProblem } {
  if (show == null) return { shown: usual };
  const tokens = words(show);
  const unknown = tokens.filter((token) => token !== always && !oneOf(parts)(token));
  const shown = parts.filter((part) => tokens.includes(part));
  return unknown[0]
    ? {
        shown: shown[0] ? shown : usual,
        problem: ['show', show, `${unknown.join(', ')} is none of ${parts.join(', ')}`],
      }
    : { shown };
}
