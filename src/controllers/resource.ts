import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { asNewsrackError, type NewsrackError } from '../model/error.js';
import { toJson } from '../model/json.js';
import { whenNear } from '../page/near.js';
import { report } from '../page/report.js';
import { isOn, settings } from '../page/settings.js';
import { tell } from '../page/tell.js';

/** `deferred`: far from the viewport. `asking`: waits for the reader's click. */
export type ResourceState = 'deferred' | 'asking' | 'loading' | 'ready' | 'failed';

/** Where an element is on screen, in pixels. */
export type Place = Pick<DOMRectReadOnly, 'width' | 'top'>;
export interface AskOptions {
  signal: AbortSignal;
  /** The reader wants a new answer, not a remembered one. */
  fresh: boolean;
}

export interface ResourceOptions<Question, Answer> {
  /** What to ask for; asked anew when it changes. `undefined`: nothing, the element has what it needs. */
  question(host: ResourceHost): Question | undefined;
  ask(question: Question, options: AskOptions): Promise<Answer>;
  /** The last answer to the question, shown at once while it is asked again. */
  recall?(question: Question): Answer | undefined;
  /** How many things are shown, for `nr-load`. */
  count(host: ResourceHost): number;
}

export type ResourceHost = ReactiveControllerHost &
  HTMLElement & { load: string | undefined; widget: string };

/**
 * What an element asks for before it can show something: when (near the viewport, at once, on a click), once for
 * each question, never after the element has left, and late answers never arrive.
 */
export class Resource<Question, Answer> implements ReactiveController {
  state: ResourceState = 'loading';
  value: Answer | undefined;
  error: NewsrackError | undefined;
  /** Where the element was when it started; tells how wide its pictures will be. */
  place: Place | undefined;

  readonly #host: ResourceHost;
  /** What is asked, and how. */
  options: ResourceOptions<Question, Answer>;
  #key: string | undefined;
  #activated = false;
  #abort: AbortController | undefined;
  #stopWaiting: (() => void) | undefined;
  #isSettled = false;
  /** Made when somebody waits: most widgets come by the dozen, and nobody asks each of them. */
  #settled: Promise<void> | undefined;
  #tellSettled: (() => void) | undefined;

  constructor(host: ResourceHost, options: ResourceOptions<Question, Answer>) {
    this.#host = host;
    this.options = options;
    host.addController(this);
  }

  /** What there is to ask for now, if anything. */
  get question(): Question | undefined {
    return this.options.question(this.#host);
  }

  /** Resolves when the host shows content, its empty state or its error, or waits for the viewport or a click. */
  get settled(): Promise<void> {
    return this.#isSettled
      ? Promise.resolve()
      : (this.#settled ??= new Promise((resolve) => (this.#tellSettled = resolve)));
  }

  /**
   * Takes data that the page sets in place of an answer. The same again begins nothing anew: frameworks set it with each
   * rendering, and “none” as `null` or the empty string.
   */
  take<Data>(data: Data | undefined, before: Data | undefined): Data | undefined {
    data ||= undefined;
    if (data !== before) {
      this.#key = undefined;
      this.#host.requestUpdate();
    }
    return data;
  }

  /** The host could not paint what there is. If not even that it failed can be painted, it is settled all the same. */
  fail(error: NewsrackError): void {
    if (this.state === 'failed') return this.#settle();
    this.#stop();
    this.error = error;
    this.#finish('failed');
  }

  /** Asks now: the reader clicked, or wants to try again. */
  activate(): void {
    this.#activated = true;
    this.#begin(this.state === 'failed');
  }

  hostConnected(): void {
    if (this.#key === undefined) this.#isSettled = false;
    // What has changed while it was off the page has not been looked at.
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    // A move within the page disconnects and connects in one go, and is no reason to ask again.
    queueMicrotask(() => {
      if (this.#host.isConnected) return;
      // What is under way goes out again when the host is back.
      if (this.state === 'deferred' || this.#abort) this.#key = undefined;
      this.#stop();
      this.#settle();
    });
  }

  hostUpdate(): void {
    if (!this.#host.isConnected) return;
    if (toJson(this.question ?? null) !== this.#key) this.#begin();
  }

  /** While the host updates, or as somebody wants it; what it has come to is painted. */
  #begin(fresh = false): void {
    this.#stop();
    this.#isSettled = false;
    const { question } = this;
    this.#key = toJson(question ?? null);
    this.value = this.error = undefined;
    const load = this.#host.load ?? (isOn(settings.nrEager) && 'eager');
    if (question === undefined) {
      this.#finish('ready');
    } else if (load === 'click' && !this.#activated) {
      this.state = 'asking';
      // To be looked at with every change: a page that has got its reader's leave says so by the attribute.
      this.#key = undefined;
      this.#settle();
    } else if (load === 'eager' || this.#activated) {
      void this.#ask(question, fresh);
    } else {
      this.state = 'deferred';
      this.#stopWaiting = whenNear(
        this.#host,
        (entry) => {
          this.place = entry?.boundingClientRect;
          void this.#ask(question, fresh);
        },
        () => this.#settle(),
      );
    }
  }

  #stop(): void {
    this.#stopWaiting?.();
    this.#abort?.abort();
    this.#abort = undefined;
  }

  async #ask(question: Question, fresh: boolean): Promise<void> {
    this.#isSettled = false;
    const recalled = fresh ? undefined : this.options.recall?.(question);
    if (recalled) {
      this.value = recalled;
      this.#finish('ready');
    } else {
      this.state = 'loading';
      this.#host.requestUpdate();
    }
    let signal: AbortSignal | undefined;
    try {
      ({ signal } = this.#abort = new AbortController());
      const answer = await this.options.ask(question, { signal, fresh });
      if (signal.aborted) return;
      this.value = answer;
      if (recalled) this.#host.requestUpdate();
      else this.#finish('ready');
    } catch (cause) {
      // What stands already is better than an error in its place.
      if (signal?.aborted || recalled) return;
      this.error = asNewsrackError(
        cause,
        // What the browser, or what the page has made of it, lacks is no answer's fault.
        /^Ref|constructor/.test(cause as string) ? 'unsupported' : 'bad-answer',
        true,
      );
      this.#finish('failed');
    } finally {
      if (!signal?.aborted) this.#abort = undefined;
    }
  }

  /** Says so when the host has painted it, unless something else has been asked meanwhile. */
  #finish(state: 'ready' | 'failed'): void {
    const key = this.#key;
    const host = this.#host;
    this.state = state;
    host.requestUpdate();
    void host.updateComplete.then(() => {
      if (key !== this.#key || state !== this.state) return;
      if (this.error) report(host, this.error);
      else tell(host, 'nr-load', { widget: host.widget, count: this.options.count(host) });
      this.#settle();
    });
  }

  #settle(): void {
    this.#isSettled = true;
    this.#tellSettled?.();
    this.#settled = this.#tellSettled = undefined;
  }
}
