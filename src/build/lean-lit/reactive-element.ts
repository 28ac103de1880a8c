import type { Cut } from './cut.js';

export const cuts: Cut[] = [
  [',p=a.reactiveElementPolyfillSupport,d=(t,s)=>t', ''],
  ['p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");', '0;'],
  ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
  [
    'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
    '',
  ],
  // Attributes are read as text, or by a function; properties never set attributes.
  [
    'u={toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},fromAttribute(t,s){let i=t;switch(s){case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i}},',
    'u={},',
  ],
  ['b={attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f}', 'b={}'],
  [
    ',e=this.constructor._$Eu(t,i);if(void 0!==e&&!0===i.reflect){const h=(void 0!==i.converter?.toAttribute?i.converter:u).toAttribute(s,i.type);this._$Em=t,null==h?this.removeAttribute(e):this.setAttribute(e,h),this._$Em=null}',
    '',
  ],
  ['_$ET(t,s){const i=this.constructor.elementProperties.get(t)}', ''],
  ['this._$Eq&&=this._$Eq.forEach(t=>this._$ET(t,this[t])),this._$EM()', 'this._$EM()'],
  [
    'void 0!==e&&this._$Em!==e){const t=i.getPropertyOptions(e),h="function"==typeof t.converter?{fromAttribute:t.converter}:void 0!==t.converter?.fromAttribute?t.converter:u;this._$Em=e;const r=h.fromAttribute(s,t.type);this[e]=r??this._$Ej?.get(e)??r,this._$Em=null}',
    'e){const t=i.getPropertyOptions(e);this[e]=t.converter?t.converter(s):s}',
  ],
  [
    'requestUpdate(t,s,i,e=!1,h){if(void 0!==t){const r=this.constructor;if(!1===e&&(h=this[t]),i??=r.getPropertyOptions(t),!((i.hasChanged??f)(h,s)||i.useDefault&&i.reflect&&h===this._$Ej?.get(t)&&!this.hasAttribute(r._$Eu(t,i))))return;this.C(t,s,i)}!1===this.isUpdatePending&&',
    'requestUpdate(t,s){if(t){if(i(this[t],s))return;(this._$AL??=new Map).has(t)||this._$AL.set(t,this.hasUpdated?s:void 0)}this.isUpdatePending||',
  ],
  [
    'C(t,s,{useDefault:i,reflect:e,wrapped:h},r){i&&!(this._$Ej??=new Map).has(t)&&(this._$Ej.set(t,r??s??this[t]),!0!==h||void 0!==r)||(this._$AL.has(t)||(this.hasUpdated||i||(s=void 0),this._$AL.set(t,s)),!0===e&&this._$Em!==t&&(this._$Eq??=new Set).add(t))}',
    '',
  ],
  [
    'const t=this.constructor.elementProperties;if(t.size>0)for(const[s,i]of t){const{wrapped:t}=i,e=this[s];!0!==t||this._$AL.has(s)||void 0===e||this.C(s,void 0,i,e)}',
    '',
  ],
  [
    'this._$Ei(),this.prototype.hasOwnProperty(t)&&((s=Object.create(s)).wrapped=!0),this.elementProperties',
    'this.elementProperties',
  ],
  // A class has its properties in place before its first instance.
  ['static addInitializer(t){this._$Ei(),(this.l??=[]).push(t)}', ''],
  [',this.constructor.l?.forEach(t=>t(this))', ''],
  [',void 0!==t.l&&(this.l=[...t.l])', ''],
  [
    'const t=this.properties,s=[...r(t),...o(t)];for(const i of s)',
    'const t=this.properties;for(const i of r(t))',
  ],
  [
    'const i=[];if(Array.isArray(s)){const e=new Set(s.flat(1/0).reverse());for(const s of e)i.unshift(t(s))}else void 0!==s&&i.push(t(s));return i',
    'return[s??[]].flat(1/0)',
  ],
  ['"string"==typeof i?i:"string"==typeof t?t.toLowerCase():void 0', 'i||t.toLowerCase()'],
  ['this.hasOwnProperty(d("elementProperties"))', 'Object.hasOwn(this,"elementProperties")'],
  ['this.hasOwnProperty(d("finalized"))', 'Object.hasOwn(this,"finalized")'],
  ['this.hasOwnProperty(d("properties"))', 'Object.hasOwn(this,"properties")'],
  ['y[d("elementProperties")]=', 'y.elementProperties='],
  ['y[d("finalized")]=new Map', 'y.finalized=!0'],
  [
    'this._$Ep=void 0,this.isUpdatePending=!1,this.hasUpdated=!1,this._$Em=null,this._$Ev()',
    'this._$Ev()',
  ],
  ['removeController(t){this._$EO?.delete(t)}', ''],
  ['enableUpdating(t){}', ''],
  [
    'const t=this.scheduleUpdate();return null!=t&&await t,!this.isUpdatePending',
    'this.performUpdate();return!this.isUpdatePending',
  ],
  ['scheduleUpdate(){return this.performUpdate()}', ''],
  [
    'let t=!1;const s=this._$AL;try{t=this.shouldUpdate(s),t?(this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)):this._$EM()}catch(s){throw t=!1,this._$EM(),s}t&&this._$AE(s)',
    'const s=this._$AL??=new Map;try{this.willUpdate(s),this._$EO?.forEach(t=>t.hostUpdate?.()),this.update(s)}catch(s){throw this._$EM(),s}this._$AE(s)',
  ],
  ['shouldUpdate(t){return!0}', ''],
  [
    'this.hasUpdated||(this.hasUpdated=!0,this.firstUpdated(t)),this.updated(t)',
    'this.hasUpdated=!0,this.updated(t)',
  ],
  ['firstUpdated(t){}', ''],
  [
    'const{is:i,defineProperty:e,getOwnPropertyDescriptor:h,getOwnPropertyNames:r,getOwnPropertySymbols:o,getPrototypeOf:n}=Object,a=globalThis,c=a.trustedTypes,l=c?c.emptyScript:""',
    'const{is:i,defineProperty:e,getPrototypeOf:n}=Object',
  ],
  [
    'if(this.finalized=!0,this._$Ei(),Object.hasOwn(this,"properties")){const t=this.properties;for(const i of r(t))this.createProperty(i,t[i])}',
    'this.finalized=!0;const t=n(this);if(t.finalize(),this.elementProperties=new Map(t.elementProperties),Object.hasOwn(this,"properties"))for(const[t,s]of Object.entries(this.properties))this.createProperty(t,s);',
  ],
  [
    'static _$Ei(){if(Object.hasOwn(this,"elementProperties"))return;const t=n(this);t.finalize(),this.elementProperties=new Map(t.elementProperties)}',
    '',
  ],

  ['static finalizeStyles(s){return[s??[]].flat(1/0)}', ''],
  [
    'this.elementStyles=this.finalizeStyles(this.styles)',
    'this.elementStyles=[this.styles??[]].flat(1/0)',
  ],
  ['static getPropertyOptions(t){return this.elementProperties.get(t)??b}', ''],
  ['const t=i.getPropertyOptions(e);', 'const t=i.elementProperties.get(e);'],
  ['performUpdate(){if(!this.isUpdatePending)return;', 'performUpdate(){'],
  ['attributeChangedCallback(t,s,i){this._$AK(t,i)}', ''],
  [
    '_$AK(t,s){const i=this.constructor',
    'attributeChangedCallback(t,h,s){const i=this.constructor',
  ],
  // Cards come by the hundred: nothing is made for an element before it is needed.
  ['_$EM(){this._$AL=new Map,', '_$EM(){this._$AL=void 0,'],
  ['(this._$EO??=new Set).add(t)', 'this._$EO=[...this._$EO??[],t]'],
  [
    'const t=new Map,s=this.constructor.elementProperties;for(const i of s.keys())this.hasOwnProperty(i)&&(t.set(i,this[i]),delete this[i]);t.size>0&&(this._$Ep=t)',
    'for(const t of Object.keys(this))this.constructor.elementProperties.has(t)&&((this._$Ep??=new Map).set(t,this[t]),delete this[t])',
  ],
  ['this.enableUpdating(!0)', 'this.enableUpdating?.(this.enableUpdating=null)'],
  // Values in an object of their own: with more than a dozen of them on itself, V8 makes a slow dictionary of an element.
  [
    'const i=Symbol(),h=this.getPropertyDescriptor(t,i,s);void 0!==h&&e(this.prototype,t,h)',
    'e(this.prototype,t,{get(){return this._$v?.[t]},set(s){const h=this[t];this._$v[t]=s,this.requestUpdate(t,h)},configurable:!0,enumerable:!0})',
  ],
  [
    'static getPropertyDescriptor(t,s,i){const{get:e,set:r}=h(this.prototype,t)??{get(){return this[s]},set(t){this[s]=t}};return{get:e,set(s){const h=e?.call(this);r?.call(this,s),this.requestUpdate(t,h,i)},configurable:!0,enumerable:!0}}',
    '',
  ],
  ['this._$AL=new Map,this._$E_()', 'this._$v={},this._$E_()'],
  // Every property says what it is, and none is a state.
  ['createProperty(t,s=b){if(s.state&&(s.attribute=!1),this', 'createProperty(t,s){if(this'],
  ['f=(t,s)=>!i(t,s),b={};', 'f=(t,s)=>!i(t,s);'],
  ['this._$Eh&&[...this._$Eh.keys()]', '[...this._$Eh.keys()]'],
  [
    'const i=this._$Eu(t,s);void 0!==i&&this._$Eh.set(i,t)',
    '!1!==s.attribute&&this._$Eh.set(s.attribute||t.toLowerCase(),t)',
  ],
  ['static _$Eu(t,s){const i=s.attribute;return!1===i?void 0:i||t.toLowerCase()}', ''],
  // All shadow roots are alike, and there before the first update.
  ['attachShadow(this.constructor.shadowRootOptions)', 'attachShadow({mode:"open"})'],
  ['y.elementStyles=[],y.shadowRootOptions={mode:"open"},', ''],
  [
    'if(!this.hasUpdated){if(this.renderRoot??=this.createRenderRoot(),this._$Ep){for(const[t,s]of this._$Ep)this[t]=s;this._$Ep=void 0}}',
    'if(this._$Ep){for(const[t,s]of this._$Ep)this[t]=s;this._$Ep=void 0}',
  ],
  // What one place calls stands there.
  [
    'this._$Ev()}_$Ev(){this._$ES=new Promise(t=>this.enableUpdating=t),this._$v={},this._$E_(),this.requestUpdate()}',
    'this._$ES=new Promise(t=>this.enableUpdating=t),this._$v={};for(const t of Object.keys(this))this.constructor.elementProperties.has(t)&&((this._$Ep??=new Map).set(t,this[t]),delete this[t]);this.requestUpdate()}',
  ],
  [
    '_$E_(){for(const t of Object.keys(this))this.constructor.elementProperties.has(t)&&((this._$Ep??=new Map).set(t,this[t]),delete this[t])}',
    '',
  ],
  [
    'this._$AE(s)}willUpdate(t){}_$AE(t){this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated=!0,this.updated(t)}',
    'this._$EO?.forEach(t=>t.hostUpdated?.()),this.hasUpdated=!0,this.updated(s)}willUpdate(t){}',
  ],
];
