/** Whether an adapter of one's own keeps what widgets rely on; for any test runner. */
export { commentStoreTests, type CommentStoreSubject } from './comment-store-tests.js';
export type { ConformanceTest } from './check.js';
export { newsletterTests, type NewsletterSubject } from './newsletter-tests.js';
export { publisherTests, type PublisherSubject } from './publisher-tests.js';
