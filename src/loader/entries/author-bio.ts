/** By its tag. */
export { NrAuthorBio as 'nr-author-bio' } from '../../elements/author-bio/author-bio.js';
