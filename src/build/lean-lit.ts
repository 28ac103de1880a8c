import type { Plugin } from 'vite';

type Cut = [text: string, shorter: string];

/**
 * What Lit carries for browsers, polyfills and pages that the script tag does not serve, and for features that no widget
 * uses. Each is a text in Lit's production files: the build fails when an update of Lit writes it otherwise, and when our
 * code comes to use what was cut (`forbidden` here, `misplaced` in literals.ts).
 */
const cuts: Record<string, Cut[]> = {
  // Style sheets come as text without expressions (finished-styles.ts), each is made once.
  '@lit/reactive-element/css-tag.js': [
    [
      'i=(t,...e)=>{const o=1===t.length?t[0]:e.reduce((e,s,o)=>e+(t=>{if(!0===t._$cssResult$)return t.cssText;if("number"==typeof t)return t;throw Error("Value passed to \'css\' function must be a \'css\' function result: "+t+". Use \'unsafeCSS\' to pass non-literal values, but take care to ensure page security.")})(s)+t[o+1],t[0]);return new n(o,t,s)}',
      'i=t=>{const e=new CSSStyleSheet;return e.replaceSync(t[0]),e}',
    ],
    [
      'S=(s,o)=>{if(e)s.adoptedStyleSheets=o.map(t=>t instanceof CSSStyleSheet?t:t.styleSheet);else for(const e of o){const o=document.createElement("style"),n=t.litNonce;void 0!==n&&o.setAttribute("nonce",n),o.textContent=e.cssText,s.appendChild(o)}}',
      'S=(s,o)=>{s.adoptedStyleSheets=o}',
    ],
    [
      'e=t.ShadowRoot&&(void 0===t.ShadyCSS||t.ShadyCSS.nativeShadow)&&"adoptedStyleSheets"in Document.prototype&&"replace"in CSSStyleSheet.prototype,s=Symbol(),o=new WeakMap',
      'e=!0,s=0,o=0',
    ],
  ],
  '@lit/reactive-element/reactive-element.js': [
    [',p=a.reactiveElementPolyfillSupport,d=(t,s)=>t', ''],
    ['p?.({ReactiveElement:y}),(a.reactiveElementVersions??=[]).push("2.1.2");', '0;'],
    ['Symbol.metadata??=Symbol("metadata"),a.litPropertyMetadata??=new WeakMap;', ''],
    [
      'const t=this[Symbol.metadata];if(null!==t){const s=litPropertyMetadata.get(t);if(void 0!==s)for(const[t,i]of s)this.elementProperties.set(t,i)}',
      '',
    ],
    // Attributes are read as text or numbers; properties never set attributes.
    [
      'toAttribute(t,s){switch(s){case Boolean:t=t?l:null;break;case Object:case Array:t=null==t?t:JSON.stringify(t)}return t},',
      '',
    ],
    [
      'let i=t;switch(s){case Boolean:i=null!==t;break;case Number:i=null===t?null:Number(t);break;case Object:case Array:try{i=JSON.parse(t)}catch(t){i=null}}return i',
      'return s&&null!==t?s(t):t',
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
      'e){const t=i.getPropertyOptions(e);this[e]=(t.converter??u).fromAttribute(s,t.type)}',
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
  ],
  'lit-element/lit-element.js': [
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
  ],
  'lit-html/lit-html.js': [
    [',B=t.litHtmlPolyfillSupport;B?.(S,k),(t.litHtmlVersions??=[]).push("3.3.3");', ';'],
    // Under Trusted Types: a name that the page's own Lit does not use, and only when something is painted, since a page can
    // let a name be used once only.
    ['e=s?s.createPolicy("lit-html",{createHTML:t=>t}):void 0,', ''],
    [
      'return void 0!==e?e.createHTML(i):i}',
      'return s?(litPolicy??=s.createPolicy("newsrack-lit",{createHTML:t=>t})).createHTML(i):i}let litPolicy;',
    ],
    // Templates: HTML only, and expressions only as children and as whole or quoted values of attributes.
    [
      String.raw`v=/<(?:(!--|\/[^a-zA-Z])|(\/?[a-zA-Z][^>\s]*)|(\/?$))/g,_=/-->/g,m=/>/g`,
      String.raw`v=/<\/?[a-zA-Z][^>\s]*/g`,
    ],
    [String.raw`,y=/^(?:script|style|textarea|title)$/i`, ''],
    [
      'if(!u(t)||!t.hasOwnProperty("raw"))throw Error("invalid template strings array");return',
      'return',
    ],
    ['let n,l=2===i?"<svg>":3===i?"<math>":"",c=v;', 'let l="",c=v;'],
    [
      'f=c.lastIndex,c===v?"!--"===u[1]?c=_:void 0!==u[1]?c=m:void 0!==u[2]?(y.test(u[2])&&(n=RegExp("</"+u[2],"g")),c=p):void 0!==u[3]&&(c=p):c===p?">"===u[0]?(c=n??v,d=-1):void 0===u[1]?d=-2:(d=c.lastIndex-u[2].length,a=u[1],c=void 0===u[3]?p:\'"\'===u[3]?$:g):c===$||c===g?c=p:c===_||c===m?c=v:(c=p,n=void 0)',
      'f=c.lastIndex,c===p?">"===u[0]?(c=v,d=-1):(d=c.lastIndex-u[2].length,a=u[1],c=void 0===u[3]?p:\'"\'===u[3]?$:g):c=p',
    ],
    ['const x=c===p&&t[i+1].startsWith("/>")?" ":"";', ''],
    ['h+s.slice(d)+o+x):s+o+(-2===d?i:x)', 'h+s.slice(d)+o):s+o'],
    ['l+(t[s]||"<?>")+(2===i?"</svg>":3===i?"</math>":"")', 'l+(t[s]||"<?>")'],
    [
      'if(this.el=S.createElement(f,e),P.currentNode=this.el.content,2===i||3===i){const t=this.el.content.firstChild;t.replaceWith(...t.childNodes)}',
      'this.el=S.createElement(f,e);P.currentNode=this.el.content;',
    ],
    [
      'r.removeAttribute(t)}else t.startsWith(o)&&(d.push({type:6,index:l}),r.removeAttribute(t));',
      'r.removeAttribute(t)}',
    ],
    [
      'if(y.test(r.tagName)){const t=r.textContent.split(o),i=t.length-1;if(i>0){r.textContent=s?s.emptyScript:"";for(let s=0;s<i;s++)r.append(t[s],c()),P.nextNode(),d.push({type:2,index:++l});r.append(t[i],c())}}',
      '',
    ],
    [
      'if(r.data===n)d.push({type:2,index:l});else{let t=-1;for(;-1!==(t=r.data.indexOf(o,t+1));)d.push({type:7,index:l}),t+=o.length-1}',
      'r.data===n&&d.push({type:2,index:l});',
    ],
    ['if(1===r.nodeType){if(r.hasAttributes())for', 'if(1===r.nodeType){for'],
    [
      '2===r.type?i=new k(h,h.nextSibling,this,t):1===r.type?i=new r.ctor(h,r.name,r.strings,this,t):6===r.type&&(i=new Z(h,this,t))',
      'i=2===r.type?new k(h,h.nextSibling):new r.ctor(h,r.name,r.strings)',
    ],
    ['u(t){const{el', 'u(){const{el'],
    // As long as it has to be: `push` makes room for seventeen.
    ['P.currentNode=e;let h', 'P.currentNode=e,this._$AV=Array(s.length);let h'],
    ['this._$AV.push(i),r', 'this._$AV[n]=i,r'],
    ['s=t.u(this.options)', 's=t.u()'],
    ['R(e,this)', 'R(e)'],
    ['constructor(t,i){this._$AV', 'constructor(t){this._$AV'],
    ['(t?.creationScope??l).importNode', 'l.importNode'],
    ['void 0!==s&&(void 0!==s.strings', '(void 0!==s.strings'],
    [
      'const{values:i,_$litType$:s}=t,e="number"==typeof s?this._$AC(t):(void 0===s.el&&(s.el=S.createElement(V(s.h,s.h[0]),this.options)),s);',
      'const{values:i}=t,e=this._$AC(t);',
    ],
    // Directives, but none that wants to know when its place leaves the page.
    ['h?._$AO?.(!1),', ''],
    ['this._$AV=[],this._$AN=void 0,', 'this._$AV=[],'],
    ['this._$AD=t,this._$AM=i}', 'this._$AD=t}'],
    ['get parentNode(){return this._$AM.parentNode}get _$AU(){return this._$AM._$AU}', ''],
    ['get _$AU(){return this._$AM?._$AU??this._$Cv}', ''],
    ['this.type=2,this._$AH=A,this._$AN=void 0,this._$AA', 'this._$AH=A,this._$AA'],
    ['D=(t,i,s)=>', 'D=(t,i)=>'],
    ['constructor(t,i,s,e,h){this.type=1', 'constructor(t,i,s){this.type=1'],
    ['constructor(t,i,s,e){this._$AH', 'constructor(t,i){this._$AH'],
    ['this._$AB=i,this._$AM=s,this.options=e', 'this._$AB=i'],
    ['k(this.O(c()),this.O(c()),this,this.options)', 'k(this.O(c()),this.O(c()))'],
    [',this._$Cv=e?.isConnected??!0', ''],
    [
      'get parentNode(){let t=this._$AA.parentNode;const i=this._$AM;return void 0!==i&&11===t?.nodeType&&(t=i.parentNode),t}get startNode(){return this._$AA}get endNode(){return this._$AB}',
      '',
    ],
    [
      '_$AR(t=this._$AA.nextSibling,s){for(this._$AP?.(!1,!0,s);t!==this._$AB;){const s=i(t).nextSibling;i(t).remove(),t=s}}setConnected(t){void 0===this._$AM&&(this._$Cv=t,this._$AP?.(t))}',
      '_$AR(t=this._$AA.nextSibling){for(;t!==this._$AB;){const s=t.nextSibling;t.remove(),t=s}}',
    ],
    [
      '(this._$AR(s&&s._$AB.nextSibling,e),i.length=e)',
      '(this._$AR(s&&s._$AB.nextSibling),i.length=e)',
    ],
    [
      'get tagName(){return this.element.tagName}get _$AU(){return this._$AM._$AU}constructor',
      'constructor',
    ],
    ['this.type=1,this._$AH=A,this._$AN=void 0,', 'this._$AH=A,'],
    // Listeners are functions.
    [
      'class z extends H{constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}',
      'class z extends H{',
    ],
    ['constructor(){super(...arguments),this.type=3}', ''],
    ['constructor(){super(...arguments),this.type=4}', ''],
    [
      'const s=this._$AH,e=t===A&&s!==A||t.capture!==s.capture||t.once!==s.once||t.passive!==s.passive,h=t!==A&&(s===A||e);e&&this.element.removeEventListener(this.name,this,s),h&&this.element.addEventListener(this.name,this,t),this._$AH=t',
      'const s=this._$AH;t===A?this.element.removeEventListener(this.name,this):s===A&&this.element.addEventListener(this.name,this),this._$AH=t',
    ],
    [
      '"function"==typeof this._$AH?this._$AH.call(this.options?.host??this.element,t):this._$AH.handleEvent(t)',
      'this._$AH.call(this.element.getRootNode().host,t)',
    ],
    // What is rendered into is ours alone.
    [
      'const e=s?.renderBefore??i;let h=e._$litPart$;if(void 0===h){const t=s?.renderBefore??null;e._$litPart$=h=new k(i.insertBefore(c(),t),t,void 0,s??{})}return h._$AI(t),h',
      '(i._$litPart$??=new k(i.appendChild(c()),null))._$AI(t)',
    ],
    [
      'x=t=>(i,...s)=>({_$litType$:t,strings:i,values:s}),b=x(1),w=x(2),T=x(3)',
      'b=(t,...i)=>({_$litType$:E,strings:t,values:i}),w=0,T=0',
    ],
    // A symbol of ours in place of a number, and of a look at the strings: JSON can look like a template, and is text.
    ['void 0!==t._$litType$?this.$(t)', 't._$litType$===E?this.$(t)'],
    ['Symbol.for("lit-noChange"),A=Symbol.for("lit-nothing")', 'Symbol(),A=Symbol()'],
    ['f="[ \\t\\n\\f\\r]",', ''],
    [
      'p=RegExp(`>|${f}(?:([^\\\\s"\'>=/]+)(${f}*=${f}*(?:[^ \\t\\n\\f\\r"\'\\`<>=]|("|\')|))|$)`,"g")',
      'p=/>|\\s([^\\s"\'>=/]+)(\\s*=\\s*(?:[^\\s"\'`<>=]|("|\')|))/g',
    ],
    ['static createElement(t,i){const s=l.createElement("template");return s.innerHTML=t,s}', ''],
    [
      'this.el=S.createElement(f,e);',
      'this.el=document.createElement("template");this.el.innerHTML=f;',
    ],
    ['constructor({strings:t,_$litType$:i},e){let r;', 'constructor({strings:t}){let r;'],
    ['[f,v]=N(t,i)', '[f,v]=N(t)'],
    ['_$AI(t,i=this,s,e){const h=this.strings', '_$AI(t,i=this,s){const h=this.strings'],
    ['o&&!e&&this.j(t)', 'o&&this.j(t)'],
    [
      'this._$AH=A,this.element=t,this.name=i,this._$AM=e,this.options=h,s.length>2||""!==s[0]||""!==s[1]?(this._$AH=Array(s.length-1).fill(new String),this.strings=s):this._$AH=A',
      'this._$AH=A,this.element=t,this.name=i,(s.length>2||s[0]||s[1])&&(this._$AH=Array(s.length-1).fill(s),this.strings=s)',
    ],
    // What takes over a server's markup gets at these.
    ['const j={M:h,P:o,A:n,C:1,L:N,R,D:d,V:M,I:k,H,N:L,U:z,B:I,F:Z}', 'const j={R,D:d,V:M,I:k}'],
  ],
  'lit-html/private-ssr-support.js': [
    [
      'let r=null;const i={boundAttributeSuffix:e.M,marker:e.P,markerMatch:e.A,HTML_RESULT:e.C,getTemplateHtml:e.L,overrideDirectiveResolve:(e,t)=>class extends e{_$AS(e,r){return t(this,r)}},patchDirectiveResolve:(e,t)=>{if(e.prototype._$AS.name!==t.name){r??=e.prototype._$AS.name;for(let i=e.prototype;i!==Object.prototype;i=Object.getPrototypeOf(i))if(i.hasOwnProperty(r))return void(i[r]=t);throw Error("Internal error: It is possible that both dev mode and production mode Lit was mixed together during SSR. Please comment on the issue: https://github.com/lit/lit/issues/4527")}},setDirectiveClass(e,t){e._$litDirective$=t},getAttributePartCommittedValue:(e,r,i)=>{let o=t;return e.j=e=>o=e,e._$AI(r,e,i),o},connectedDisconnectable:e=>({...e,_$AU:!0}),resolveDirective:e.V,AttributePart:e.H,PropertyPart:e.B,BooleanAttributePart:e.N,EventPart:e.U,ElementPart:e.F,TemplateInstance:e.R,isIterable:e.D,ChildPart:e.I}',
      'const i={resolveDirective:e.V,TemplateInstance:e.R,isIterable:e.D,ChildPart:e.I}',
    ],
  ],
  // Parts do not know their type: attributes have no class above theirs, and only they must not be written again.
  '@lit-labs/ssr-client/lib/hydrate-lit-html.js': [
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
  ],
};

/** What needs a part of Lit that was cut. */
const forbidden =
  /\b(reflect|useDefault|hasChanged):|\btype: (Boolean|Object|Array)\b|\b(shouldUpdate|scheduleUpdate|firstUpdated|removeController|addInitializer)\(|from ["']lit\/(?!directive\.js)/;

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
        if (!shorter.includes(text)) this.error(`${path} has changed; not found: ${text}`);
        shorter = shorter.replace(text, () => instead);
      }
      return { code: shorter, map: null };
    },
  };
}
