import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { startOrigin, type Origin } from './origin.js';

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
};

export const cdnFolder = join(import.meta.dirname, '../dist/cdn');

export interface PartnerPage extends Origin {
  /** Another page of the same site, `/NAME`; its address. */
  page(name: string, markup: string, headers?: Record<string, string>): string;
}

/**
 * A partner's site: the given HTML at `/`, and the CDN build below `/newsrack/`. Its address is
 * `http://localhost:PORT`, another site than a publisher on `127.0.0.1`, as in life.
 */
export async function servePartnerPage(
  markup: string,
  headers?: Record<string, string>,
): Promise<PartnerPage> {
  const origin = await startOrigin();
  origin.route('/newsrack/*', async ({ path }) => {
    const file = normalize(path.slice('/newsrack/'.length));
    try {
      return {
        body: await readFile(join(cdnFolder, file)),
        headers: { 'content-type': types[extname(file)] ?? 'application/octet-stream' },
      };
    } catch {
      return { status: 404, body: `dist/cdn has no ${file}; run npm run build first` };
    }
  });
  const page = (name: string, body: string, more?: Record<string, string>) => {
    origin.route(`/${name}`, { body, headers: more });
    return `${origin.otherUrl}/${name}`;
  };
  page('', markup, headers);
  return { ...origin, url: origin.otherUrl, page };
}
