import { NrArticleCard } from '../elements/article-card/article-card.js';
import { define } from './define.js';

define('nr-article-card', NrArticleCard);
