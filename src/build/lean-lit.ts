import type { Plugin } from 'vite';

/**
 * What Lit carries for browsers, polyfills and pages that the script tag does not serve. Each is a text in Lit's production
 * files: the build fails when an update of Lit writes it otherwise.
 */
const cuts: Record<string, [text: string, shorter: string][]> = {
  '@lit/reactive-element/css-tag.js': [
    [
      'e=t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype',
      'e=!0',
    ],
    [
      'if(this._$cssResult$=!0,o!==s)throw Error("CSSResult is not constructable. Use `unsafeCSS` or `css` instead.");this.cssText',
      'this._$cssResult$=!0,this.cssText',
    ],
    [
      `throw Error("Value passed to 'css' function must be a 'css' function result: "+t+". Use 'unsafeCSS' to pass non-literal values, but take care to ensure page security.")`,
      'throw Error(t)',
    ],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [',p=a.reactiveElementPolyfillSupport', ''],
    ['p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");', '0;'],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
  ],
  'lit-element/lit-element.js': [
    ['const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ''],
    ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  ],
  'lit-html/lit-html.js': [
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
  ],
};

/** Makes Lit smaller where it is bundled. */
export function leanLit(): Plugin {
  return {
    name: 'newsrack:lean-lit',
    transform(code, id) {
      const path = Object.keys(cuts).find((each) => id.endsWith(`/node_modules/${each}`));
      if (!path) return;
      let shorter = code;
      for (const [text, instead] of cuts[path]!) {
        if (!shorter.includes(text)) this.error(`${path} has changed; not found: ${text}`);
        shorter = shorter.replace(text, () => instead);
      }
      return { code: shorter, map: null };
    },
  };
}
