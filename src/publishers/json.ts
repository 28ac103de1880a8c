/**
 * What came as JSON. It may have any shape, so that each step may lead nowhere, and what is at its end is looked at
 * before it is used.
 */
export interface Json {
  [field: string]: Json | undefined;
}

export const string = (value: unknown): string => (typeof value === 'string' ? value : '');
export const list = (value: unknown): Json[] => (Array.isArray(value) ? (value as Json[]) : []);
