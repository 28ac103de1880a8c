import type { Cut } from './cut.js';

export const cuts: Cut[] = [
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
  ['class z extends H{constructor(t,i,s,e,h){super(t,i,s,e,h),this.type=5}', 'class z extends H{'],
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
  // Directives stand for children only, one in a place, and none of them gives another.
  [
    'function M(t,i,s=t,e){if(i===E)return i;let h=void 0!==e?s._$Co?.[e]:s._$Cl;const o=a(i)?void 0:i._$litDirective$;return h?.constructor!==o&&(void 0===o?h=void 0:(h=new o(t),h._$AT(t,s,e)),void 0!==e?(s._$Co??=[])[e]=h:s._$Cl=h),void 0!==h&&(i=M(t,h._$AS(t,i.values),h,e)),i}',
    'function M(t,i){const s=a(i)?void 0:i._$litDirective$;let h=t._$Cl;return h?.constructor!==s&&(t._$Cl=h=s&&new s(t)),h?h._$AS(t,i.values):i}',
  ],
  ['_$AI(t,i=this){t=M(this,t,i),a(t)', '_$AI(t){t=M(this,t),a(t)'],
  [
    't=M(this,t,i,0),o=!a(t)||t!==this._$AH&&t!==E,o&&(this._$AH=t)',
    'o=!a(t)||t!==this._$AH,o&&(this._$AH=t)',
  ],
  ['r=M(this,e[s+n],i,n),r===E&&(r=this._$AH[n]),o||=', 'r=e[s+n],o||='],
  ['_$AI(t,i=this){if((t=M(this,t,i,0)??A)===E)return;const s=', '_$AI(t){t??=A;const s='],
  ['_$AI(t){M(this,t)}', '_$AI(){}'],
  // Lists are arrays.
  ['u=Array.isArray,d=t=>u(t)||"function"==typeof t?.[Symbol.iterator],', 'u=Array.isArray,d=u,'],
];
