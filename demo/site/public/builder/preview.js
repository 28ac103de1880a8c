/** The page in the builder's frame: shows the chosen widget as a partner's page would, and says how high it is. */

let widget;

/** Changes attributes in place, so that typing does not make the widget anew with every letter. */
function update({ tag, attributes, tokens, page }) {
  const root = document.documentElement;
  root.lang = page.lang;
  root.dir = page.dir;
  root.style.colorScheme = page.scheme;
  if (widget?.localName !== tag) {
    const next = document.createElement(tag);
    set(next, attributes, tokens);
    widget?.remove();
    document.body.append(next);
    widget = next;
  } else set(widget, attributes, tokens);
}

function set(element, attributes, tokens) {
  for (const name of element.getAttributeNames())
    if (name !== 'style' && !(name in attributes)) element.removeAttribute(name);
  for (const [name, value] of Object.entries(attributes))
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  for (const name of [...element.style]) if (!(name in tokens)) element.style.removeProperty(name);
  for (const [name, value] of Object.entries(tokens)) element.style.setProperty(name, value);
}

const say = (message) => parent.postMessage(message, location.origin);

addEventListener('message', ({ origin, source, data }) => {
  if (origin === location.origin && source === parent && data.tag) update(data);
});
for (const type of ['nr-load', 'nr-error', 'nr-open', 'nr-submit', 'nr-subscribe', 'nr-comment'])
  addEventListener(type, (event) => {
    // A preview leads nowhere and sends nothing.
    if (event.cancelable) event.preventDefault();
    const { error, count, status } = event.detail;
    say({ event: type, text: error ? `${error.code}: ${error.message}` : (status ?? count ?? '') });
  });
new ResizeObserver(() =>
  say({ height: Math.ceil(document.body.getBoundingClientRect().height) }),
).observe(document.body);
say({ ready: true });
