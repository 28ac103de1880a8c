/** A newsletter at its back end, as the attributes of a form tell it. */
export interface Newsletter {
  provider: Provider;
  /** Absolute address: what the back end's own form posts to, or where the back end is. */
  action: string;
  /** Which of the back end's lists, as it names them. */
  list: string[];
  tags: string[];
}

export type Provider =
  | 'json'
  | 'form'
  | 'ghost'
  | 'listmonk'
  | 'kit'
  | 'mailchimp'
  | 'buttondown'
  | 'beehiiv'
  | 'substack'
  /** An adapter of the page's own. */
  | `x-${string}`;

/** What a reader typed and ticked. */
export interface Reader {
  email: string;
  name?: string | undefined;
  /** The box was ticked; absent where there is none. */
  consent?: true | undefined;
  /** Address of the page that the form stands on, without fragment. */
  page: string;
  /** Fields of a captcha and of other things that the page's author put into the form. */
  more?: Record<string, string> | undefined;
}

/** What the other side said: the only source of these words. */
export type SubscriptionStatus = 'subscribed' | 'confirm' | 'already';

/**
 * How it ended. `refused`: the back end does not take this address. `wait`: too many tries. `page`: a person has to go on
 * at the back end's own page.
 */
export interface Outcome {
  status: SubscriptionStatus | 'refused' | 'wait' | 'page';
  /** The back end's own page. */
  url?: string | undefined;
  /** How long to wait, where that is known. */
  minutes?: number | undefined;
}

/** The back end answers to requests of other sites' scripts. */
export interface SentByScript {
  kind: 'script';
}

/** The back end wants a form that the browser itself posts, and answers with a page. */
export interface SentByBrowser {
  kind: 'browser';
  action: string;
  /** Names of the fields. */
  email: string;
  name: string;
  consent: string;
  /** Name of the field that must stay empty. */
  trap?: string | undefined;
  hidden: [name: string, value: string][];
}

/** The back end offers a page to be framed. */
export interface Framed {
  kind: 'frame';
  url: string;
}

/** How a reader gets on the list. */
export type Way = SentByScript | SentByBrowser | Framed;
