import { NrArticle } from '../elements/article/article.js';
import { define } from './define.js';

define('nr-article', NrArticle);
