/** Every sentence of the comment box. Numbers, names and hosts come formatted. */
export interface CommentStrings {
  /** Above the comments; `count` is `undefined` where nobody knows how many there are. */
  comments(count: number | undefined): string;
  /** There are no comments. */
  empty: string;
  more: string;
  moreShown(count: number): string;
  noMore: string;
  /** Above the form. */
  write: string;
  /** Above the form that answers a comment. */
  answering(name: string): string;
  cancel: string;
  name: string;
  email: string;
  /** Beside the e-mail field. */
  emailNote: string;
  text: string;
  remember: string;
  send: string;
  sendAgain: string;
  answer: string;
  answerTo(name: string): string;
  /** Beside an answer: whom it answers. */
  inAnswerTo(name: string): string;
  /** Stands for a name that is empty. */
  anonymous: string;
  /** Stands for a comment that was taken away and has answers. */
  removed: string;
  /** Beside a comment that nobody but its writer sees yet. */
  waiting: string;
  closed: string;
  /** Link to the publisher's page, where only that takes comments. */
  joinIn(host: string): string;
  /** Link to the publisher's page. */
  readAt(host: string): string;
  needText: string;
  needName: string;
  needEmail: string;
  /** What became of the comment; those with a number or a text take it. */
  sending: string;
  looking: string;
  unsent: string;
  unsure: string;
  offline: string;
  /** It was not sent, since a field was filled in that nobody sees. */
  again: string;
  approved: string;
  pending: string;
  login: string;
  duplicate: string;
  flood(seconds: number): string;
  tooLong: string;
  disallowed: string;
  invalid: string;
  /** With what the publisher's system says, which may be in another language, or nothing. */
  refused(message: string): string;
}
