import { NrAuthorBio } from '../elements/author-bio/author-bio.js';
import { define } from './define.js';

define('nr-author-bio', NrAuthorBio);
