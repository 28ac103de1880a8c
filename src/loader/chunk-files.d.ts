declare module 'newsrack:chunks' {
  /** Name and hash of each chunk that the loader may ask for: `core/Ab3dE6gH cards/…`. */
  const files: string;
  export default files;
}
