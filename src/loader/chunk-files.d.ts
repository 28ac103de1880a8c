/** Hashes of the chunks by their names: `NAME-HASH.js` lies beside the loader. The build writes it. */
declare module 'newsrack:chunks' {
  const hashes: Record<string, string>;
  export default hashes;
}
