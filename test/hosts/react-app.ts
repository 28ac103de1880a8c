import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { flushSync } from 'react-dom';

interface State {
  hidden?: boolean;
  reversed?: boolean;
}

const kinds = [...document.querySelector('template')!.content.children];
const root = createRoot(document.querySelector('#app')!);
let times = 0;

function App({ hidden, reversed, count }: State & { count: number }) {
  const list = kinds.map((kind) =>
    createElement(
      kind.localName,
      {
        key: kind.localName,
        ...Object.fromEntries([...kind.attributes].map(({ name, value }) => [name, value])),
      },
      createElement('a', { href: '/' }, 'Fallback'),
    ),
  );
  if (reversed) list.reverse();
  return createElement('div', null, createElement('output', null, count), hidden ? [] : list);
}

const show = (state: State) =>
  flushSync(() => root.render(createElement(App, { ...state, count: ++times })));
show({});
Object.assign(window, { show });
