import type { ReactiveControllerHost } from 'lit';

/** As many as fill a screen, and then as many as a page can bear between two of its reader's gestures. */
const FIRST = 40;
const STEP = 100;

/** Lets a long list be painted a piece at a time, so that the page can be used in between. */
export class Slices {
  /** So many items may be painted. */
  limit = FIRST;
  readonly #host: ReactiveControllerHost;
  readonly #wanted: () => number;
  #coming: Promise<void> | undefined;
  #done: (() => void)[] = [];

  constructor(host: ReactiveControllerHost, wanted: () => number) {
    this.#host = host;
    this.#wanted = wanted;
  }

  /** Everything is to be painted anew. */
  restart(): void {
    this.limit = FIRST;
  }

  /** Resolves when everything is painted. */
  all(): Promise<void> {
    return new Promise((resolve) => {
      this.#done.push(resolve);
      this.#host.requestUpdate();
    });
  }

  /** To be called when the host has painted, and perhaps begun anew. */
  next(): void {
    if (this.limit >= this.#wanted()) {
      for (const resolve of this.#done.splice(0)) resolve();
    } else if (!this.#coming) {
      // First the reader sees what is painted. Where nobody looks there are no frames to wait for: half a second at most.
      this.#coming = new Promise((resolve) => {
        requestAnimationFrame(() => setTimeout(resolve));
        setTimeout(resolve, 500);
      }).then(() => {
        this.#coming = undefined;
        this.limit += STEP;
        this.#host.requestUpdate();
      });
    }
  }
}
