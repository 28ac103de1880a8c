/** By its tag. */
export { NrArticle as 'nr-article' } from '../../elements/article/article.js';
