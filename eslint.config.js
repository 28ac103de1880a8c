import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import ts from 'typescript-eslint';
import { boundaries } from './test/lint/layers.js';

/** Markup that is not a Lit template becomes DOM in one place only: src/html, which sanitizes it. */
const markupDoors =
  'innerHTML|outerHTML|insertAdjacentHTML|setHTML|setHTMLUnsafe|parseHTMLUnsafe|createContextualFragment|srcdoc';
const markup = [
  `MemberExpression[property.name=/^(${markupDoors})$/]`,
  `MemberExpression[property.value=/^(${markupDoors})$/]`,
  `Property[key.name=/^(${markupDoors})$/]`,
  `TaggedTemplateExpression TemplateElement[value.raw=/[.?]?(${markupDoors})\\s*=/i]`,
  'CallExpression[callee.object.name="document"][callee.property.name=/^write(ln)?$/]',
  'NewExpression[callee.name="DOMParser"]',
  'ImportSpecifier[imported.name=/^unsafe(HTML|SVG|MathML|Static)$/]',
].map((selector) => ({
  selector,
  message: 'Markup from outside becomes DOM in src/html only, through the sanitizer.',
}));

const network = ['fetch', 'XMLHttpRequest', 'EventSource', 'WebSocket', 'sendBeacon'].map(
  (name) => ({
    selector: `:matches(CallExpression, NewExpression)[callee.name="${name}"], MemberExpression[object.name=/^(window|globalThis|self|navigator)$/][property.name="${name}"]`,
    message: 'Requests are made in src/net only: it times out, aborts, retries and shares.',
  }),
);

const storage = [
  'Identifier[name=/^(localStorage|sessionStorage|indexedDB|cookieStore|caches)$/]',
  'MemberExpression[object.name="document"][property.name="cookie"]',
].map((selector) => ({
  selector,
  message: 'The contract says what may be stored: sessionStorage, by src/storage only.',
}));

/** Style attributes and style elements are refused by a strict Content Security Policy. */
const inlineStyle = [
  'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/<style|\\sstyle\\s*=/]',
  'ImportDeclaration[source.value="lit/directives/style-map.js"]',
  'CallExpression[callee.property.name="createElement"][arguments.0.value="style"]',
  'CallExpression[callee.property.name="setAttribute"][arguments.0.value="style"]',
].map((selector) => ({
  selector,
  message:
    'A strict CSP refuses this: use a constructable style sheet, or element.style for a value.',
}));

const restrict = (...groups) => ({ 'no-restricted-syntax': ['error', ...groups.flat()] });

/** The rules that a group of files is not bound by are left out, since flat configuration replaces lists. */
const src = [
  { files: ['src/**/*.ts'], rules: restrict(markup, network, storage, inlineStyle) },
  { files: ['src/html/**/*.ts'], rules: restrict(network, storage, inlineStyle) },
  {
    files: [
      'src/net/**/*.ts',
      // It stands in front of a server's `fetch`, so that all of src/net asks as in a page.
      'src/server/check/as-in-a-page.ts',
    ],
    rules: restrict(markup, storage, inlineStyle),
  },
  { files: ['src/storage/**/*.ts'], rules: restrict(markup, network, inlineStyle) },
  { files: ['src/build/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
];

const nodeGlobals = Object.fromEntries(
  [
    'AbortController',
    'AbortSignal',
    'Buffer',
    'clearInterval',
    'clearTimeout',
    'console',
    'fetch',
    'performance',
    'process',
    'setImmediate',
    'setInterval',
    'setTimeout',
    'structuredClone',
    'TextDecoder',
    'TextEncoder',
    'URL',
    'URLSearchParams',
  ].map((name) => [name, 'readonly']),
);

const pageGlobals = Object.fromEntries(
  [
    'addEventListener',
    'customElements',
    'Event',
    'document',
    'getComputedStyle',
    'getSelection',
    'history',
    'localStorage',
    'MutationObserver',
    'location',
    'matchMedia',
    'navigator',
    'parent',
    'ResizeObserver',
    'Response',
    'window',
  ].map((name) => [name, 'readonly']),
);

export default defineConfig(
  globalIgnores([
    'dist',
    'coverage',
    '**/node_modules',
    '**/.wordpress',
    '**/output',
    'demo/site/built',
    'demo/partner/*/built',
    '**/.astro',
    'test/hosts/vendor',
    'test/publishers/recorded',
  ]),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    rules: {
      'no-console': ['error', { allow: ['warn', 'error'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
    },
  },
  {
    files: ['**/*.ts'],
    extends: [ts.configs.strict, ts.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-floating-promises': [
        'error',
        {
          allowForKnownSafeCalls: [
            { from: 'package', package: 'node:test', name: ['test', 'it', 'describe', 'suite'] },
          ],
        },
      ],
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: false }],
      // Indexed access is checked by the compiler; where the index is known to be right, “!” costs no bytes.
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      // Errors of any kind are put into messages; “${error}” is the shortest that never throws.
      '@typescript-eslint/no-base-to-string': 'off',
      '@typescript-eslint/restrict-template-expressions': 'off',
      // Lit calls event handlers with the element as `this`.
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['src/**/*.ts'],
    extends: [
      lit.configs['flat/recommended'],
      litA11y.configs.recommended,
      wc.configs['flat/recommended'],
    ],
    plugins: { newsrack: { rules: { boundaries } } },
    rules: {
      'newsrack/boundaries': 'error',
      // A click on the card opens its link, which has the keyboard's focus by itself.
      'lit-a11y/click-events-have-key-events': 'off',
      // Safari takes a list without bullets for no list, unless its role is written out.
      'lit-a11y/no-redundant-role': 'off',
      'lit/lifecycle-super': 'error',
      'lit/no-classfield-shadowing': 'error',
      'lit/no-legacy-imports': 'error',
      'lit/no-this-assign-in-render': 'error',
      'lit/no-value-attribute': 'error',
      'lit/prefer-nothing': 'error',
      'lit/quoted-expressions': ['error', 'never'],
      'lit/value-after-constraints': 'error',
      'wc/attach-shadow-constructor': 'error',
      'wc/no-child-traversal-in-connectedcallback': 'error',
      'wc/no-closed-shadow-root': 'error',
      'wc/no-constructor-params': 'error',
      'wc/no-customized-built-in-elements': 'error',
      'wc/no-typos': 'error',
      'wc/require-listener-teardown': 'error',
    },
  },
  ...src,
  {
    files: ['test/**/*.ts', 'demo/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'MemberExpression[object.name=/^(it|test|describe|suite)$/][property.name=/^(only|skip|todo)$/]',
          message: 'No test is left out: repair it or delete it.',
        },
        {
          selector: 'NewExpression[callee.name="Promise"] CallExpression[callee.name="setTimeout"]',
          message: 'Wait for what the reader would see, not for time to pass.',
        },
      ],
    },
  },
  {
    files: ['test/**/*.browser.test.ts', 'test/faults/matrix.ts', 'test/publishers/rss-suite.ts'],
    // The types of a chai plugin say that every equal() is a promise.
    rules: { '@typescript-eslint/no-floating-promises': 'off' },
  },
  { files: ['**/*.js'], languageOptions: { globals: nodeGlobals } },
  // Commands speak to who typed them.
  {
    files: ['demo/**', 'src/build/new-element.js', 'src/build/release.js'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['demo/site/public/**/*.js', 'demo/partner/{bootstrap,vue}/*.js'],
    languageOptions: { globals: pageGlobals },
  },
);
