import { toJson } from '../model/json.js';

const key = 'newsrack:reader';

/** Who the reader is, as far as a form asks for it. */
export interface Reader {
  author: string;
  email: string;
}

/** What the reader let this site remember; `undefined` if nothing, and where storage is blocked. */
export function rememberedReader(): Reader | undefined {
  try {
    const { author = '', email = '' } = JSON.parse(localStorage.getItem(key)!) as Partial<Reader>;
    return { author, email };
  } catch {
    return undefined;
  }
}

/** To be called only when the reader has asked for it, or, with `undefined`, to forget. Does nothing where storage is blocked. */
export function rememberReader(reader: Reader | undefined): void {
  try {
    if (reader) localStorage.setItem(key, toJson(reader));
    else localStorage.removeItem(key);
  } catch {
    // Then the fields are empty next time.
  }
}
