import type { Plugin } from 'vite';
import { cuts as cssTag } from './lean-lit/css-tag.js';
import type { Cut } from './lean-lit/cut.js';
import { cuts as hydrateLitHtml } from './lean-lit/hydrate-lit-html.js';
import { cuts as litElement } from './lean-lit/lit-element.js';
import { cuts as litHtml } from './lean-lit/lit-html.js';
import { cuts as privateSsrSupport } from './lean-lit/private-ssr-support.js';
import { cuts as reactiveElement } from './lean-lit/reactive-element.js';

/**
 * What Lit carries for browsers, polyfills and pages that the script tag does not serve, and for features that no widget
 * uses. Each is a text in Lit's production files: the build fails when an update of Lit writes it otherwise, and when our
 * code comes to use what was cut (`forbidden` here, `misplaced` in literals.ts).
 */
const cuts: Record<string, Cut[]> = {
  '@lit/reactive-element/css-tag.js': cssTag,
  '@lit/reactive-element/reactive-element.js': reactiveElement,
  'lit-element/lit-element.js': litElement,
  'lit-html/lit-html.js': litHtml,
  'lit-html/private-ssr-support.js': privateSsrSupport,
  '@lit-labs/ssr-client/lib/hydrate-lit-html.js': hydrateLitHtml,
};

/** What needs a part of Lit that was cut. */
const forbidden =
  /\b(reflect|useDefault|hasChanged):|\btype: (Boolean|Number|Object|Array)\b|\bfromAttribute\b|\bstate: true\b|\bshadowRootOptions\b|\b(shouldUpdate|scheduleUpdate|firstUpdated|removeController|addInitializer)\(|from ["']lit\/(?!directive\.js)/;

/** Makes Lit smaller where it is bundled. */
export function leanLit(): Plugin {
  return {
    name: 'newsrack:lean-lit',
    transform(code, id) {
      if (!id.includes('/node_modules/')) {
        const found = forbidden.exec(code);
        if (found) this.error(`lean-lit.ts cuts what this needs out of Lit: ${found[0]}`);
        return;
      }
      const path = Object.keys(cuts).find((each) => id.endsWith(`/node_modules/${each}`));
      if (!path) return;
      let shorter = code;
      for (const [text, instead] of cuts[path]!) {
        const [before, after, ...more] = shorter.split(text);
        if (after === undefined || more.length)
          this.error(`${path} has changed; not found once: ${text}`);
        shorter = before + instead + after;
      }
      return { code: shorter, map: null };
    },
  };
}
