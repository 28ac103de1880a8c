/**
 * What `import()` becomes in the chunks (src/build/one-door.ts), so that there is one place to verify what comes.
 *
 * @param name - Of the chunk, without its hash
 */
export let bring = (name: string): Promise<unknown> =>
  import(/* @vite-ignore */ `./${name}-000000.js`);

/** From now on chunks come in another way. */
export function bringBy(way: typeof bring): void {
  bring = way;
}
