declare module 'newsrack:chunks' {
  /** What the names of all chunks end in: it changes when one of them does. */
  export const hash: string;
  /** SHA-256 of the chunk “pins”, in base64 without its last character. */
  export const pins: string;
}
