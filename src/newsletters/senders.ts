import { ghost } from './ghost.js';
import { json } from './json.js';
import { kit } from './kit.js';
import { listmonk } from './listmonk.js';
import type { Newsletter, Outcome, Provider, Reader } from './newsletter.js';

/** The back ends that answer to requests of other sites' scripts; together they are smaller than apart. */
export const senders: Partial<
  Record<Provider, (newsletter: Newsletter, reader: Reader) => Promise<Outcome>>
> = { json, ghost, listmonk, kit };
