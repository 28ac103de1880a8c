declare module 'newsrack:chunks' {
  /** Name and hash of each chunk that the loader may ask for: `core-Ab3dE6 headlines-…`. */
  const files: string;
  export default files;
}
