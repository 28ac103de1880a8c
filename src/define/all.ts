import './article-card.js';
import './headlines.js';
