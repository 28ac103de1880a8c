import './article-card.js';
import './author-bio.js';
import './headlines.js';
