import { ghost } from './ghost.js';
import { json } from './json.js';
import { kit } from './kit.js';
import { listmonk } from './listmonk.js';
import type { Newsletter, Outcome, Provider, Reader } from './newsletter.js';

type Sender = (newsletter: Newsletter, reader: Reader) => Promise<Outcome>;

/** The back ends that answer to requests of other sites' scripts; together they are smaller than apart. */
export const senders: Partial<Record<Provider, Sender>> = { json, ghost, listmonk, kit };

/** @throws {NewsrackError} `unsupported`: nobody has registered it. `network`: its code did not come. */
export const senderOf = async (provider: Provider): Promise<Sender> =>
  senders[provider] ?? (await import('../adapters.js')).ownNewsletter(provider);
