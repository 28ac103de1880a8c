import files from 'newsrack:chunks';

/** Fetches a chunk by its name. */
export type ImportChunk = (name: string) => Promise<Record<string, unknown>>;

/**
 * The only place where the script tag brings code to a page. `base` is the loader's own address; without it relative
 * addresses are the module's.
 */
export function chunksBeside(base?: string): ImportChunk {
  const hashes = new Map(files.split(' ').map((each) => each.split('/') as [string, string]));
  const asked: Record<string, Promise<Record<string, unknown>> | undefined> = {};
  return (name) => {
    const hash = hashes.get(name);
    if (!hash) return Promise.resolve({});
    const file = `${name}-${hash}.js`;
    // For every `import()` the browser makes a task, also for a module that it has; what failed may be asked again.
    return (asked[name] ??= (
      import(/* @vite-ignore */ base ? new URL(file, base).href : `./${file}`) as Promise<
        Record<string, unknown>
      >
    ).catch((error: unknown) => {
      asked[name] = undefined;
      throw error;
    }));
  };
}
