import { toJson } from '../model/json.js';

const prefix = 'newsrack:';
/** Characters of one entry; longer ones are not worth a page's storage. */
const longest = 200_000;

/** What this tab remembers under a key; `undefined` where storage is blocked or the entry is broken. */
export function readSession<T>(key: string): T | undefined {
  try {
    return (JSON.parse(sessionStorage.getItem(prefix + key)!) ?? undefined) as T | undefined;
  } catch {
    return undefined;
  }
}

/** Remembers for as long as the tab lives; does nothing where storage is blocked or full. `undefined` forgets. */
export function writeSession(key: string, value: unknown): void {
  try {
    const text = toJson(value);
    if (text && text.length <= longest) sessionStorage.setItem(prefix + key, text);
    else sessionStorage.removeItem(prefix + key);
  } catch {
    // Comfort only: everything works without it.
  }
}
