/**
 * Whether an attribute is present and not `="false"`; also of a property, which frameworks set to what the attribute
 * would say.
 */
export const isOn = (value?: boolean | string | null): boolean => `${value ?? false}` !== 'false';

export const booleanAttribute = { fromAttribute: isOn };

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
