declare module '@esm-bundle/chai/esm/chai.js' {
  export { expect } from '@open-wc/testing';
}
