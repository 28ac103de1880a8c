/** Both widgets that paint cards, by their tags. */
export { NrArticleCard as 'nr-article-card' } from '../../elements/article-card/article-card.js';
export { NrHeadlines as 'nr-headlines' } from '../../elements/headlines/headlines.js';
