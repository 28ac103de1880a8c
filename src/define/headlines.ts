import { NrHeadlines } from '../elements/headlines/headlines.js';
import { define } from './define.js';

define('nr-headlines', NrHeadlines);
