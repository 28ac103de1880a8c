import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm } from '../../demo/install.js';
import { findChromium } from '../chromium.js';
import { runNode } from './children.js';

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules has exactly the versions of package-lock.json; packages for other platforms may be absent. */
export function isInstalled(root) {
  const record = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(join(root, 'package-lock.json'))).every(
    ([path, { version, optional, link, peer }]) =>
      !path ||
      link ||
      installed[path]?.version === version ||
      ((optional || peer) && !installed[path]),
  );
}

/** Installs what package-lock.json lists, unless it is there. */
export async function installPackages(root, log) {
  if (isInstalled(root)) return;
  log('installing the packages of package-lock.json …');
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], root, (seconds) =>
    log(`installing … ${seconds} s`),
  );
}

/** Fetches a Chromium for this user where the machine has none. */
export async function provideChromium(root, log) {
  if (findChromium()) return;
  log('no Chromium on this machine: trying to download one …');
  const cli = join(root, 'node_modules/playwright-core/cli.js');
  await runNode([cli, 'install', 'chromium', '--no-shell'], { limit: 180 });
}
