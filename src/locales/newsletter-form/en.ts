import type { NewsletterFormStrings } from './strings.js';

const en: NewsletterFormStrings = {
  email: 'Email address',
  name: 'Name (optional)',
  join: 'Sign up',
  sending: 'Sending…',
  subscribed: 'You are signed up. Thank you!',
  confirm: 'Check your inbox: follow the link in our message to confirm.',
  already: 'This address is already signed up.',
  noAddress: 'Enter your email address.',
  badAddress: 'Enter an email address such as name@example.com.',
  refused: 'This address was not accepted. Please check it.',
  noConsent: 'Tick the box to sign up.',
  again: 'Please press the button once more.',
  wait: (minutes) =>
    `Too many attempts. Try again ${minutes ? `in ${minutes} minute${minutes === 1 ? '' : 's'}` : 'later'}.`,
  page: (host) => `Finish signing up at ${host}`,
  opened: (host) => `Finish signing up on the page of ${host}, in a new tab.`,
  unsent: 'No answer said that it worked. What you typed is still here.',
  frame: (host) => `Newsletter of ${host}`,
};

export default en;
