/*
 * What old libraries do to what every script of a page shares, in the few lines that matter; each is a function that runs
 * before anything else on the page.
 */

/* eslint-disable @typescript-eslint/no-unsafe-argument, @typescript-eslint/no-unsafe-assignment, @typescript-eslint/no-unsafe-call, @typescript-eslint/no-unsafe-member-access, @typescript-eslint/no-unsafe-return -- they knew no types */
type Anything = any; // eslint-disable-line @typescript-eslint/no-explicit-any

/** As Prototype 1.7 does. */
export function prototypeJs(): void {
  const toArray = function (this: Anything) {
    const copy: unknown[] = [];
    for (let index = 0; index < this.length; index++) copy[index] = this[index];
    return copy;
  };
  const from = (iterable: Anything) => {
    if (!iterable) return [];
    if ('toArray' in Object(iterable)) return iterable.toArray();
    let length = iterable.length || 0;
    const results = new Array(length);
    while (length--) results[length] = iterable[length];
    return results;
  };
  const encode = (value: Anything): string => {
    if (value && typeof value.toJSON === 'function' && typeof value !== 'string')
      return value.toJSON();
    if (typeof value === 'string') return `"${value.replace(/["\\]/g, '\\$&')}"`;
    if (value && typeof value === 'object')
      return `{${Object.keys(value)
        .map((key) => `"${key}": ${encode(value[key])}`)
        .join(', ')}}`;
    return String(value);
  };
  const extras: Record<string, Anything> = {
    each(this: Anything, iterator: Anything, context: unknown) {
      for (let index = 0; index < this.length; index++) iterator.call(context, this[index], index);
      return this;
    },
    toArray,
    entries: toArray,
    select: Array.prototype.filter,
    collect: Array.prototype.map,
    detect: Array.prototype.find,
    include: Array.prototype.includes,
    clear(this: Anything) {
      this.length = 0;
      return this;
    },
    first(this: Anything) {
      return this[0];
    },
    last(this: Anything) {
      return this[this.length - 1];
    },
    size(this: Anything) {
      return this.length;
    },
    map(this: Anything, iterator: Anything, context: unknown) {
      const results: unknown[] = [];
      this.each((value: unknown, index: number) =>
        results.push((iterator || ((x: unknown) => x)).call(context, value, index)),
      );
      return results;
    },
    toJSON(this: Anything) {
      const results: string[] = [];
      for (let index = 0; index < this.length; index++) results.push(encode(this[index]));
      return `[${results.join(', ')}]`;
    },
  };
  (Array as Anything).from = (window as Anything).$A = from;
  Object.assign(Array.prototype, extras);
  Object.assign(Object, { toJSON: encode, extend: Object.assign });
  Object.assign(String.prototype, {
    toJSON(this: string) {
      return encode(String(this));
    },
    sub(this: string, pattern: string, replacement: string) {
      return this.replace(pattern, replacement);
    },
    include: String.prototype.includes,
    startsWith(this: string, pattern: string) {
      return this.lastIndexOf(pattern, 0) === 0;
    },
    empty(this: string) {
      return this === '';
    },
  });
  const toNumberJson = function (this: number) {
    return isFinite(this) ? this.toString() : 'null';
  };
  Object.assign(Number.prototype, { toJSON: toNumberJson, times: () => {}, succ: () => {} });
  const bind = function (this: Anything, context: unknown, ...args: unknown[]) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- as then
    const method = this;
    return function (...more: unknown[]) {
      return method.apply(context, [...args, ...more]);
    };
  };
  Object.assign(Function.prototype, { bind, wrap: () => {}, defer: () => {}, curry: () => {} });

  const element: Record<string, Anything> = {
    remove(this: Element) {
      this.parentNode!.removeChild(this);
      return this;
    },
    update(this: Element, content: string) {
      this.innerHTML = content;
      return this;
    },
    replace(this: Element) {
      return this;
    },
    select(this: Element, selector: string) {
      return from(this.querySelectorAll(selector));
    },
    clone(this: Element, deep: boolean) {
      return this.cloneNode(deep);
    },
    show() {},
    hide() {},
    toggle() {},
    visible: () => true,
    match(this: Element, selector: string) {
      return this.matches(selector);
    },
    up() {},
    down() {},
    next() {},
    previous() {},
    identify() {},
    observe() {},
    stopObserving() {},
    absolutize() {},
    wrap() {},
    scrollTo(this: Element) {
      window.scrollTo(0, 0);
      return this;
    },
  };
  Object.assign(HTMLElement.prototype, element);
  const old = window.Element;
  const made = function (tag: string) {
    return document.createElement(tag);
  };
  Object.assign(made, old);
  made.prototype = old.prototype;
  Object.assign(window, {
    Element: made,
    Prototype: { Version: '1.7.3' },
    $: (id: string) => document.getElementById(id),
    $$: (selector: string) => from(document.querySelectorAll(selector)),
    Hash: function () {},
    Template: function () {},
    Form: {},
    Field: {},
    Selector: {},
    Position: {},
    Ajax: {},
  });
}

/** As MooTools 1.6 does with its compatibility layer. */
export function mooTools(): void {
  const slice = Array.prototype.slice;
  (Array as Anything).from = (item: Anything) => {
    if (item == null) return [];
    const isList = typeof item === 'object' && typeof item.length === 'number';
    return isList ? (Array.isArray(item) ? item : slice.call(item)) : [item];
  };
  const nothing = function (this: unknown) {
    return this;
  };
  const give = (target: object, names: string, value: unknown = nothing) => {
    for (const name of names.split(' ')) (target as Anything)[name] = value;
  };
  give(
    Array.prototype,
    'append associate clean clone combine contains each empty erase flatten getLast getRandom include invoke link pick rgbToHex',
  );
  give(String.prototype, 'camelCase capitalize clean contains hyphenate test toInt toFloat');
  give(Number.prototype, 'each limit round times toInt');
  give(Function.prototype, 'attempt delay extend implement overloadSetter pass periodical protect');
  (Function.prototype as Anything).bind = function (bound: unknown, args?: unknown[]) {
    // eslint-disable-next-line @typescript-eslint/no-this-alias -- as then
    const self = this;
    return function (...more: unknown[]) {
      return self.apply(bound, args == null ? more : [].concat(args as never));
    };
  };
  give(Date.prototype, 'clone decrement format increment parse');
  give(
    Element.prototype,
    'addClass addEvent adopt clone destroy dispose empty erase fireEvent get getElement getElements getParent getSize grab hasClass hide highlight inject isVisible match measure retrieve set show store swap toggle wraps',
  );
  (Element.prototype as Anything).contains = function (element: Element) {
    return this !== element && this.compareDocumentPosition(element) & 16;
  };
  const element = function (tag: string) {
    return document.createElement(tag);
  };
  element.prototype = Element.prototype;
  const request = function () {};
  give(request, 'JSON HTML JSONP', request);
  Object.assign(window, {
    Element: element,
    MooTools: { version: '1.6.0' },
    Class: function () {},
    DOMEvent: function () {},
    Events: function () {},
    Options: function () {},
    Request: request,
    URI: function () {},
    Hash: function () {},
    typeOf: (item: unknown) => typeof item,
    $: (id: string) => document.getElementById(id),
  });
}

/** As an object's and an array's methods that a page's own author wrote. */
export function enumerableExtras(): void {
  const extra = function () {
    throw new Error('called');
  };
  for (const name of ['each', 'extend', 'clone', 'keys', 'isEmpty', 'remove', 'contains', 'last']) {
    (Array.prototype as Anything)[name] = extra;
    (Object.prototype as Anything)[name] = extra;
  }
}

/** As a page that trusts nobody: nothing that all scripts share can be changed any more. */
export function frozenShared(): void {
  for (const shared of [
    Object,
    Array,
    Function,
    String,
    Number,
    Boolean,
    RegExp,
    Date,
    Promise,
    Map,
    Set,
    WeakMap,
    Error,
    TypeError,
    Symbol,
  ])
    Object.freeze((shared as Anything).prototype);
  Object.freeze(Object.prototype);
  for (const shared of [Object, Array, Promise, JSON, Math, Reflect]) Object.freeze(shared);
}

/** As RequireJS and a bundler's leftovers. */
export function moduleLoaders(): void {
  const define = () => {
    throw new Error('Mismatched anonymous define() module');
  };
  define.amd = { jQuery: true };
  Object.assign(window, {
    define,
    require: () => {
      throw new Error('Module name has not been loaded yet');
    },
    exports: {},
    module: { exports: {} },
    process: { env: {} },
    global: window,
  });
}

/** As zone.js and the agents of error reporters: what calls back is wrapped. */
export function wrappedCalls(): void {
  const wrap = (target: Anything, name: string, place: number) => {
    const original = target[name];
    target[name] = function (this: unknown, ...args: Anything[]) {
      const call = args[place];
      if (typeof call === 'function')
        args[place] = function (this: unknown, ...more: unknown[]) {
          return call.apply(this, more);
        };
      return original.apply(this, args);
    };
  };
  wrap(window, 'setTimeout', 0);
  wrap(window, 'queueMicrotask', 0);
  wrap(window, 'requestAnimationFrame', 0);
  wrap(Promise.prototype, 'then', 0);
  const listeners = new WeakMap<object, Anything>();
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  EventTarget.prototype.addEventListener = function (
    type: string,
    given: Anything,
    more: Anything,
  ) {
    if (!given) return;
    const listener =
      listeners.get(given) ??
      function (this: unknown, event: Event) {
        return typeof given === 'function' ? given.call(this, event) : given.handleEvent(event);
      };
    listeners.set(given, listener);
    add.call(this, type, listener, more);
  };
  EventTarget.prototype.removeEventListener = function (
    type: string,
    given: Anything,
    more: Anything,
  ) {
    remove.call(this, type, (given && listeners.get(given)) ?? given, more);
  };
}

/** As a consent manager or a metric that stands before every request. */
export function wrappedFetch(): void {
  const original = window.fetch;
  const asked: string[] = [];
  Object.assign(window, { asked });
  window.fetch = async function (this: unknown, input, init) {
    asked.push(String((input as Request).url ?? input));
    await Promise.resolve();
    const answer = await original.call(window, new Request(input, init));
    return answer.clone();
  };
}

/** As a polyfill for scoped registries, and one for old shadow trees. */
export function wrappedElements(): void {
  const { define } = CustomElementRegistry.prototype;
  CustomElementRegistry.prototype.define = function (name, constructor, options) {
    class Stand extends (constructor as Anything) {}
    define.call(this, name, Stand as never, options);
  };
  const { attachShadow } = Element.prototype;
  Element.prototype.attachShadow = function (init) {
    return attachShadow.call(this, { ...init, delegatesFocus: false });
  };
}
