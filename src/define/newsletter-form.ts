import { NrNewsletterForm } from '../elements/newsletter-form/newsletter-form.js';
import { define } from './define.js';

define('nr-newsletter-form', NrNewsletterForm);
