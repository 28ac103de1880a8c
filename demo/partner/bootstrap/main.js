import 'bootstrap/dist/css/bootstrap.css';
import 'newsrack/cdn/newsrack.css';
import './bank.css';
import 'bootstrap/js/dist/collapse.js';
import 'newsrack/define/headlines.js';
import 'newsrack/define/article-card.js';
import 'newsrack/define/newsletter-form.js';

// Bootstrap has its colours by an attribute; the widgets follow them.
const dark = matchMedia('(prefers-color-scheme: dark)');
const follow = () =>
  document.documentElement.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
dark.addEventListener('change', follow);
follow();
