/** A number as it is written in an attribute; what is none, and 0, stays text: it is told as it was written. */
export const numeric = (value: string | null): number | string | null => Number(value) || value;

/** The words of a list that is separated by spaces. */
export const words = (value: string | undefined): string[] => value?.match(/\S+/g) ?? [];

export const wholeNumber =
  (least: number, most: number) =>
  (value: number): boolean =>
    Number.isInteger(value) && value >= least && value <= most;

export const oneOf =
  (values: readonly string[]) =>
  (value: string): boolean =>
    values.includes(value);

/** One of ours, or what the page has registered: `x-…`. */
export const adapterOf =
  (ours: readonly string[]) =>
  (value: string): boolean =>
    /^x-/.test(value) || ours.includes(value);
