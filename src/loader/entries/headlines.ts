/** The list of cards, by its tag, with what all cards share. */
export { NrHeadlines as 'nr-headlines' } from '../../elements/headlines/headlines.js';
