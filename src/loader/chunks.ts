import { hash, pins } from 'newsrack:chunks';
import type { ScriptTag } from './script-tag.js';

/** Fetches a chunk by its name. */
export type ImportChunk = (name: string) => Promise<Record<string, unknown>>;

/** A policy of the page's Trusted Types. */
export interface Policy {
  createHTML(markup: string): string;
  createScriptURL(url: string): string;
}

/** The only place where the script tag brings code to a page. */
export function chunksBeside({ base, isPinned }: ScriptTag): ImportChunk {
  const address = (name: string) => {
    const file = `./${name}-${hash}.js`;
    return base ? new URL(file, base).href : file;
  };
  const bring = (name: string) => import(/* @vite-ignore */ address(name));

  /** Of all code only “pins” is verified here: it knows what all else must be, and brings it. */
  const openPins = async (): Promise<ImportChunk> => {
    const rules: Policy = { createHTML: (markup) => markup, createScriptURL: (url) => url };
    const policy =
      (
        window as { trustedTypes?: { createPolicy(name: string, rules: Policy): Policy } }
      ).trustedTypes?.createPolicy('newsrack', rules) ?? rules;
    await new Promise((onload, reject) =>
      document.head.append(
        Object.assign(document.createElement('script'), {
          type: 'module',
          integrity: pins,
          src: policy.createScriptURL(address('pins')),
          onload,
          onerror: () => reject({ code: 'integrity' }),
        }),
      ),
    );
    return (await bring('pins')).pinned(policy);
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
