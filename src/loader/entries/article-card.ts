/** By its tag; beside what the cards share. */
export { NrArticleCard as 'nr-article-card' } from '../../elements/article-card/article-card.js';
