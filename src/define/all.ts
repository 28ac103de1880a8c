import './article-card.js';
import './headlines.js';
import './newsletter-form.js';
