import { supportedLanguage } from '../locales/ask.js';
import { unavailable } from '../locales/frame.js';
import { NewsrackError } from '../model/error.js';
import { request } from '../net/http.js';
import { tags } from '../loader/widgets.js';
import { permitted, type FrameSettings } from './permission.js';

/** `frame.html?widget=…&source=…`: one widget on a page of its own, for editors that allow nothing but frames. */

const query = new URLSearchParams(location.search);
const root = document.documentElement;
const isAlone = window.parent === window;

async function settings(): Promise<FrameSettings> {
  const { data } = await request<Partial<FrameSettings> | null>(
    new URL('frame.json', document.baseURI).href,
  );
  if (!Array.isArray(data?.sources))
    throw new NewsrackError('bad-answer', 'frame.json has no list of “sources”.');
  return data as FrameSettings;
}

/** Custom properties of the address; a value that could fetch something is none. */
const tokens = () =>
  [...query].filter(([name, value]) => /^--nr-[\w-]+$/.test(name) && !/url|[;{}\\]/i.test(value));

function makeWidget(allowed: FrameSettings): HTMLElement {
  const tag = `nr-${query.get('widget')}`;
  if (!tags.includes(tag)) throw new NewsrackError('bad-attribute', `There is no <${tag}>.`);
  const widget = document.createElement(tag);
  for (const [name, value] of permitted(query, allowed, document.baseURI))
    widget.setAttribute(name, value);
  for (const [name, value] of tokens()) widget.style.setProperty(name, value);
  return widget;
}

async function show(): Promise<void> {
  root.lang = query.get('page-lang') ?? 'en';
  root.dir = query.get('page-dir') === 'rtl' ? 'rtl' : 'ltr';
  const scheme = query.get('page-scheme') ?? '';
  if (/^(dark|auto)$/.test(scheme)) root.classList.add(scheme);
  if (isAlone) root.classList.add('alone');
  const main = document.querySelector('main')!;
  try {
    const allowed = await settings();
    if (allowed.title) document.title = allowed.title;
    main.append(makeWidget(allowed));
  } catch (error) {
    console.warn(`Newsrack: ${error}`);
    main.append(unavailable[supportedLanguage(root.lang)]!);
  }
}

/** Any page may know how high this one is. */
const tellHeight = () => {
  const height = Math.ceil(document.querySelector('main')!.getBoundingClientRect().height);
  window.parent.postMessage({ type: 'nr-size', height }, '*');
};

if (!isAlone) new ResizeObserver(tellHeight).observe(document.querySelector('main')!);
void show();
