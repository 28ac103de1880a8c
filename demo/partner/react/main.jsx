import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.jsx';
import 'newsrack/cdn/newsrack.css';
import './app.css';

const root = document.querySelector('#app');
createRoot(root).render(
  <StrictMode>
    <App publisher={root.dataset.publisher} />
  </StrictMode>,
);
