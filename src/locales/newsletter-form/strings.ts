/** What the newsletter form says beside what every widget says. Those that tell how it went bear its states' names. */
export interface NewsletterFormStrings {
  /** Label of the field. */
  email: string;
  name: string;
  /** The button. */
  join: string;
  sending: string;
  subscribed: string;
  /** A mail is on its way, with a link to follow. */
  confirm: string;
  already: string;
  /** Nothing was typed. */
  noAddress: string;
  /** What was typed is no address. */
  badAddress: string;
  /** The other side does not take this address. */
  refused: string;
  /** The box is not ticked. */
  noConsent: string;
  /** A field that nobody sees was filled in, by a robot or by a browser that meant well. */
  again: string;
  /** Too many tries; minutes where they are known. */
  wait(minutes?: number): string;
  /** Link to the provider's page, where a person has to go on. */
  page(host: string): string;
  /** The provider's page has been opened. */
  opened(host: string): string;
  /** No answer, or none that says that it worked. */
  unsent: string;
  /** Title of a provider's page in a frame. */
  frame(host: string): string;
}
