import type { ComplexAttributeConverter } from 'lit';

/** Presence is true, `="false"` is false. */
export const booleanAttribute: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value !== 'false',
};

/** The words of a list that is separated by spaces. */
export const words = (value: string | undefined): string[] =>
  value?.split(/\s+/).filter(Boolean) ?? [];

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
