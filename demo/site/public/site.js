/** What all pages of the site have: the switch between light and dark, and buttons that copy. */

const root = document.documentElement;
const remembered = 'newsrack-site:scheme';

function read() {
  try {
    return localStorage.getItem(remembered);
  } catch {
    return null;
  }
}

function setScheme(scheme) {
  root.dataset.scheme = scheme;
  try {
    localStorage.setItem(remembered, scheme);
  } catch {
    // Storage is blocked: it lasts as long as the page.
  }
}

const isDark = () =>
  root.dataset.scheme
    ? root.dataset.scheme === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;

const known = read();
if (known === 'light' || known === 'dark') root.dataset.scheme = known;
document
  .querySelector('.scheme')
  ?.addEventListener('click', () => setScheme(isDark() ? 'light' : 'dark'));

/** Copies the code beside a button, and says so on it. */
document.addEventListener('click', async ({ target }) => {
  const button = target.closest?.('.copy');
  if (!button) return;
  const code = button.parentElement.querySelector('code');
  try {
    await navigator.clipboard.writeText(code.textContent);
    button.textContent = 'Copied';
  } catch {
    getSelection().selectAllChildren(code);
    button.textContent = 'Press Ctrl+C';
  }
  button.addEventListener('blur', () => (button.textContent = 'Copy'), { once: true });
});

/** Colours comments, tags, attributes and values of HTML. */
export function colour(code) {
  const text = code.textContent;
  const parts = [];
  const pattern = /(<!--.*?-->)|(<\/?[\w-]+|\/?>)|([\w-]+)(?==)|("[^"]*")/g;
  const kinds = ['comment', 'tag', 'name', 'value'];
  let end = 0;
  for (const match of text.matchAll(pattern)) {
    parts.push(text.slice(end, match.index));
    const span = document.createElement('span');
    span.className = kinds[match.slice(1).findIndex(Boolean)];
    span.textContent = match[0];
    parts.push(span);
    end = match.index + match[0].length;
  }
  code.replaceChildren(...parts, text.slice(end));
}

for (const code of document.querySelectorAll('.snippet code')) colour(code);
