import pixelmatch from 'pixelmatch';
import type { PNG } from 'pngjs';

/** Edges that are smoothed come out different by 1 or 2 of 255 from one run to the next. */
export const SAME = 0.02;

/** Photographs that are scaled come out different by up to 20, here and there. */
export const SAME_PHOTOGRAPHS = 0.1;

/** How many pixels differ; a picture of other size differs in all. */
export function difference(was: PNG, is: PNG, threshold: number, diff?: PNG): number {
  const { width, height } = is;
  if (was.width !== width || was.height !== height) return width * height;
  if (was.data.equals(is.data)) return 0;
  return pixelmatch(was.data, is.data, diff?.data, width, height, {
    threshold,
    includeAA: threshold <= SAME_PHOTOGRAPHS,
  });
}
