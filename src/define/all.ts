import './article-card.js';
import './article.js';
import './author-bio.js';
import './comment-box.js';
import './headlines.js';
import './newsletter-form.js';
