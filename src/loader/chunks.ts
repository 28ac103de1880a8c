import { hash, pins } from 'newsrack:chunks';
import type { ScriptTag } from './script-tag.js';

/** Fetches a chunk by its name. */
export type ImportChunk = (name: string) => Promise<Record<string, unknown>>;

/** A policy of the page's Trusted Types. */
export interface Policy {
  createHTML(markup: string): string;
  createScriptURL(url: string): string;
}

/** The chunk “pins”. */
interface Pins {
  pinned(policy: Policy): ImportChunk;
}

/** The only place where the script tag brings code to a page. */
export function chunksBeside({ base, isPinned }: ScriptTag): ImportChunk {
  const address = (name: string) => {
    const file = `./${name}-${hash}.js`;
    return base ? new URL(file, base).href : file;
  };
  const bring: ImportChunk = (name) =>
    import(/* @vite-ignore */ address(name)) as ReturnType<ImportChunk>;

  let policy: Policy | undefined;
  /** Of all code only “pins” is verified here: it knows what all else must be, and brings it. */
  const openPins = async (): Promise<ImportChunk> => {
    const rules: Policy = { createHTML: (markup) => markup, createScriptURL: (url) => url };
    // Once: many pages let a policy of one name be made once only.
    policy ??=
      (
        window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
      ).trustedTypes?.createPolicy('newsrack', rules) ?? rules;
    await new Promise((onload, reject) =>
      document.head.append(
        Object.assign(document.createElement('script'), {
          integrity: pins,
          type: 'module',
          src: policy!.createScriptURL(address('pins')),
          onerror() {
            reject(Object.assign(Error('integrity'), { code: 'integrity' }));
          },
          onload,
        }),
      ),
    );
    return ((await bring('pins')) as unknown as Pins).pinned(policy);
  };
  let pinned: Promise<ImportChunk> | undefined;

  return isPinned
    ? async (name) => {
        pinned ??= openPins();
        pinned.catch(() => (pinned = undefined));
        return (await pinned)(name);
      }
    : bring;
}
