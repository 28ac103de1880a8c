import type { Cut } from './cut.js';

export const cuts: Cut[] = [
  ['const o=s.litElementPolyfillSupport;o?.({LitElement:i});', ''],
  ['(s.litElementVersions??=[]).push("4.2.2");', ''],
  [',s.litElementHydrateSupport?.({LitElement:i})', ''],
  ['i._$litElement$=!0,i["finalized"]=!0', 'i.finalized=!0'],
  // Listeners find their element by themselves: nothing is kept for it with each place of a template.
  ['constructor(){super(...arguments),this.renderOptions={host:this},this._$Do=void 0}', ''],
  ['this.renderRoot,this.renderOptions)', 'this.renderRoot)'],
  ['i.finalized=!0', 'i.finalized=!0,i.prototype.renderOptions={}'],
  // Nothing stands in a shadow root before the first template, and no directive wants to know of disconnection.
  [
    'createRenderRoot(){const t=super.createRenderRoot();return this.renderOptions.renderBefore??=t.firstChild,t}',
    '',
  ],
  [
    'this.hasUpdated||(this.renderOptions.isConnected=this.isConnected),super.update(t),this._$Do=e(',
    'super.update(t),e(',
  ],
  [
    'connectedCallback(){super.connectedCallback(),this._$Do?.setConnected(!0)}disconnectedCallback(){super.disconnectedCallback(),this._$Do?.setConnected(!1)}',
    '',
  ],
];
