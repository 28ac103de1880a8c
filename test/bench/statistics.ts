export interface Spread {
  median: number;
  least: number;
  most: number;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

export const spread = (values: readonly number[]): Spread => ({
  median: median(values),
  least: Math.min(...values),
  most: Math.max(...values),
});

/**
 * Ratios of one side to another in each round, so that a slow minute counts for both. `undefined` where the other has
 * none.
 */
export function ratios(ours: readonly number[], theirs: readonly number[]): Spread | undefined {
  const rounds = Math.min(ours.length, theirs.length);
  const found = ours
    .slice(0, rounds)
    .map((each, round) => each / theirs[round]!)
    .filter(Number.isFinite);
  return found.length ? spread(found) : undefined;
}

/** How far values usually stand from their middle, as a share of it. */
export function noise(values: readonly number[]): number {
  const middle = median(values);
  return middle ? median(values.map((value) => Math.abs(value - middle))) / middle : 0;
}
