import files from 'newsrack:chunks';

/** Fetches a chunk by its name. */
export type ImportChunk = (name: string) => Promise<Record<string, unknown>>;

/**
 * The only place where the script tag brings code to a page. `base` is the loader's own address; without it relative
 * addresses are the module's.
 */
export function chunksBeside(base?: string): ImportChunk {
  const known = files.split(' ');
  const asked = new Map<string, Promise<Record<string, unknown>>>();
  return (name) => {
    const file = known.find((each) => each.slice(0, -7) === name);
    // For every `import()` the browser makes a task, also for a module that it has; what failed may be asked again.
    const chunk =
      asked.get(name) ??
      (file
        ? (import(
            /* @vite-ignore */ base ? new URL(`${file}.js`, base).href : `./${file}.js`
          ) as Promise<Record<string, unknown>>)
        : Promise.resolve({}));
    asked.set(name, chunk);
    chunk.catch(() => asked.delete(name));
    return chunk;
  };
}
