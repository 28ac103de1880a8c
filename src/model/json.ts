/** As `JSON.stringify`, also where an old library gave arrays, strings or all objects a `toJSON` of its own. */
export const toJson = (value: unknown): string =>
  JSON.stringify(value, function (this: Record<string, unknown>, key) {
    return this[key];
  });
