/** File names of the chunks, beside the loader; the build writes it. */
declare module 'newsrack:chunks' {
  const files: Record<string, string>;
  export default files;
}
