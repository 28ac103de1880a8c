import { useState } from 'react';
import { NrArticle, NrHeadlines } from 'newsrack/react';

const SECTIONS = {
  '': 'All',
  'trade ports': 'Trade & ports',
  agribusiness: 'Agribusiness',
  energy: 'Energy',
  technology: 'Technology',
};

/** A reading room: sections by React's state, and articles that open beside the list. */
export function App({ publisher }) {
  const [section, setSection] = useState('');
  const [article, setArticle] = useState();
  const [count, setCount] = useState();

  return (
    <>
      <header>
        <p className="brand">Cabotage</p>
        <p>The reading room for dispatchers</p>
      </header>
      <main>
        <section className="list" aria-labelledby="sections">
          <h1 id="sections">
            Today{' '}
            <small aria-live="polite">
              {count === undefined ? '' : `${count} ${count === 1 ? 'article' : 'articles'}`}
            </small>
          </h1>
          <div className="sections" role="group" aria-label="Section">
            {Object.entries(SECTIONS).map(([slug, name]) => (
              <button
                key={slug}
                type="button"
                aria-pressed={slug === section}
                onClick={() => setSection(slug)}
              >
                {name}
              </button>
            ))}
          </div>
          <NrHeadlines
            source={publisher}
            category={section}
            limit={6}
            layout="row"
            show="image kicker date"
            headingLevel={2}
            onNrLoad={({ detail }) => setCount(detail.count)}
            onNrOpen={(event) => {
              event.preventDefault();
              setArticle(event.detail.article);
            }}
          >
            <a href={publisher}>The Austral Ledger</a>
          </NrHeadlines>
        </section>
        <section className="reading" aria-label="Reading">
          {article ? (
            <>
              <button type="button" className="close" onClick={() => setArticle(undefined)}>
                Close
              </button>
              <NrArticle src={article.url} headingLevel={2}>
                <a href={article.url}>{article.headline}</a>
              </NrArticle>
            </>
          ) : (
            <p className="hint">Choose an article: it opens here.</p>
          )}
        </section>
      </main>
    </>
  );
}
