import type { Cut } from './cut.js';

// Parts do not know their type: attributes have no class above theirs, and only they must not be written again.
export const cuts: Cut[] = [
  [
    'import{PartType as r}from"lit-html/directive.js";import{isPrimitive as n,isTemplateResult as o,isCompiledTemplateResult as i,isSingleExpression as a}from"lit-html/directive-helpers.js";',
    'const n=e=>null===e||"object"!=typeof e&&"function"!=typeof e,o=e=>e?._$litType$,a=e=>void 0===e.strings;',
  ],
  ['ChildPart:c,ElementPart:p}=t', 'ChildPart:c}=t'],
  ['if(i(f))throw Error("compiled templates are not supported");', ''],
  [
    'if(void 0===t||t.type!==r.ATTRIBUTE&&t.type!==r.ELEMENT||t.index!==i)break;if(t.type===r.ATTRIBUTE){const o=',
    'if(1!==t?.type||t.index!==i)break;{const o=',
  ],
  [
    ',d=!(o.type===r.EVENT||o.type===r.PROPERTY);o._$AI(i,o,s.instancePartIndex,d),',
    ';Object.getPrototypeOf(t.ctor.prototype)===Object.prototype&&(o.j=()=>{});o._$AI(i,o,s.instancePartIndex);delete o.j;',
  ],
  [
    'else{const t=new p(l,s.instance,n);d(t,s.result.values[s.instancePartIndex++]),e._$AV.push(t)}',
    '',
  ],
];
