import './article-card.js';
import './author-bio.js';
import './comment-box.js';
import './headlines.js';
