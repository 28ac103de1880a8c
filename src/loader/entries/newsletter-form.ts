export { NrNewsletterForm as 'nr-newsletter-form' } from '../../elements/newsletter-form/newsletter-form.js';
