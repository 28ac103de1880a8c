import { loader, type Host } from './host-page.js';
import {
  enumerableExtras,
  frozenShared,
  moduleLoaders,
  mooTools,
  prototypeJs,
  wrappedCalls,
  wrappedElements,
  wrappedFetch,
} from './old-libraries.js';

const all = '<script type="module" src="/newsrack/newsrack.all.js"></script>';

/** Scripts that change what all scripts share, and ways to place ours. */
export const scripts: Host[] = [
  { name: 'Prototype', init: prototypeJs },
  { name: 'MooTools', init: mooTools },
  { name: 'enumerable extras on arrays and objects', init: enumerableExtras },
  { name: 'all that scripts share frozen', init: frozenShared },
  { name: 'RequireJS and CommonJS leftovers', init: moduleLoaders },
  { name: 'wrapped timers, promises and listeners', init: wrappedCalls },
  { name: 'a wrapped fetch', init: wrappedFetch },
  { name: 'wrapped custom elements and shadow trees', init: wrappedElements },
  {
    name: 'things of its own under names of the window’s',
    head: '<script>var origin = /here/, performance = { a: 1 }, console = { log() {} }</script>',
  },
  {
    name: 'no IntersectionObserver',
    init: () => Reflect.deleteProperty(window, 'IntersectionObserver'),
  },
  { name: 'no MutationObserver', init: () => Reflect.deleteProperty(window, 'MutationObserver') },
  {
    name: 'neither observer',
    init: () => {
      Reflect.deleteProperty(window, 'IntersectionObserver');
      Reflect.deleteProperty(window, 'MutationObserver');
    },
  },
  {
    name: 'elements that answer to our names',
    before:
      '<form id="newsrack"><input name="ready"><input name="version"></form><img name="currentScript" alt="" hidden><a id="customElements"></a><a id="trustedTypes"></a>',
  },
  {
    name: 'a base address elsewhere, on https',
    head: '<base href="https://elsewhere.example/deep/" target="_top">',
    script: '',
    after: `<script>{
      const script = document.createElement('script');
      script.src = location.origin + '/newsrack/newsrack.js';
      document.head.append(script);
      script.remove();
    }</script>`,
  },
  { name: 'the script at the end', script: '', after: loader },
  { name: 'the script as a module', script: loader.replace('async', 'type="module"') },
  { name: 'the script in the way of the parser', script: loader.replace('async', '') },
  { name: 'everything in one file', script: all },
  { name: 'two loaders', script: loader + loader },
  { name: 'the loader and everything in one file', script: loader + all },
  {
    name: 'document.write',
    script: '',
    before: `<script>document.write('<script src="/newsrack/newsrack.js"><\\/script>')</script>`,
  },
  {
    name: 'a tag manager that brings the script late',
    script: '',
    after: `<script>addEventListener('load', () => setTimeout(() => {
      const script = document.createElement('script');
      script.src = '/newsrack/newsrack.js';
      document.body.append(script);
      script.remove();
    }))</script>`,
  },
];
