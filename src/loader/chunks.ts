import files from 'newsrack:chunks';

/** Fetches a chunk by its name. */
export type ImportChunk = (name: string) => Promise<Record<string, unknown>>;

/**
 * The only place where the script tag brings code to a page. `base` is the loader's own address; without it relative
 * addresses are the module's.
 */
export function chunksBeside(base?: string): ImportChunk {
  return async (name) => {
    const file = files[name];
    if (!file) return {};
    const address = base ? new URL(file, base).href : `./${file}`;
    return (await import(/* @vite-ignore */ address)) as Record<string, unknown>;
  };
}
