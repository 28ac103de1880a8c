import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { NrHeadlines } from 'newsrack/react';
import type { Article } from 'newsrack';

const given: Article[] = [
  { id: '1', url: 'https://publisher.example/1', headline: 'Given as a property', authors: [] },
];

/** A list whose attributes, data and listeners come from React's state. */
function App({ source }: { source: string }) {
  const [count, setCount] = useState<number>();
  const [opened, setOpened] = useState('');
  const [articles, setArticles] = useState<Article[]>();
  return (
    <main>
      <NrHeadlines
        source={source}
        limit={articles ? 1 : 3}
        headingLevel={4}
        heading="From React"
        articles={articles}
        onNrLoad={({ detail }) => setCount(detail.count)}
        onNrOpen={(event) => {
          event.preventDefault();
          setOpened(event.detail.article.headline);
        }}
      >
        <a href="/">Fallback</a>
      </NrHeadlines>
      <output>{count === undefined ? '' : `${count} loaded. ${opened}`}</output>
      <button type="button" onClick={() => setArticles(given)}>
        Give articles
      </button>
    </main>
  );
}

const root = document.querySelector<HTMLElement>('#app')!;
createRoot(root).render(
  <StrictMode>
    <App source={root.dataset['source']!} />
  </StrictMode>,
);
