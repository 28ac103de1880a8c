/** What went wrong, in the words of the contract. */
export type ErrorCode =
  | 'network'
  | 'cors'
  | 'timeout'
  | 'not-found'
  | 'forbidden'
  | 'bad-answer'
  | 'bad-attribute'
  | 'integrity'
  | 'unsupported';

export interface ErrorOptions {
  cause?: unknown;
  /** Whether asking again may help; follows from the code when left out. */
  retryable?: boolean | undefined;
  /** Seconds that the other side asked to wait. */
  retryAfter?: number | undefined;
  /** HTTP status, where an answer came. */
  status?: number | undefined;
}

/** An error whose message tells the page's author what happened and what can be done about it. */
export class NewsrackError extends Error {
  readonly code: ErrorCode;
  readonly retryable: boolean;
  readonly retryAfter: number | undefined;
  readonly status: number | undefined;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    // Whatever could not be done for it: code has come that is not ours.
    const refusal = options.cause as NewsrackError | undefined;
    if (refusal?.code === 'integrity') ({ code, message } = refusal);
    super(message, { cause: options.cause });
    this.name = 'NewsrackError';
    this.code = code;
    this.retryable = options.retryable ?? /^(network|timeout|cors)$/.test(code);
    this.retryAfter = options.retryAfter;
    this.status = options.status;
  }
}

/** What was thrown, as an error of ours: what is none gets this code, and says what it says. */
export const asNewsrackError = (
  cause: unknown,
  code: ErrorCode = 'bad-answer',
  retryable?: boolean,
  message = String(cause),
): NewsrackError =>
  cause instanceof NewsrackError ? cause : new NewsrackError(code, message, { cause, retryable });
