import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** Whether node_modules has exactly the versions of package-lock.json; packages for other platforms may be absent. */
export function isInstalled(folder) {
  const record = path.join(folder, 'node_modules', '.package-lock.json');
  if (!existsSync(record)) return false;
  const installed = packagesIn(record);
  return Object.entries(packagesIn(path.join(folder, 'package-lock.json'))).every(
    ([name, { version, optional, peer, link }]) =>
      !name ||
      link ||
      installed[name]?.version === version ||
      ((optional || peer) && !installed[name]),
  );
}

/**
 * Installs what a folder's package-lock.json lists, unless it is there.
 * @param {{ folder: string, what: string, log: (line: string) => void }} options
 */
export async function installDependencies({ folder, what, log }) {
  if (isInstalled(folder)) return;
  log(`Installing ${what} …`);
  const started = Date.now();
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder, (seconds) =>
    log(`Installing ${what} … ${seconds} s`),
  );
  log(`Installed ${what} in ${Math.round((Date.now() - started) / 1000)} s`);
}

/** Runs npm quietly; its output is shown only when it fails. */
export function npm(args, folder, onTick = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const kill = () => child.kill();
    process.once('exit', kill);
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    child.stderr.on('data', (data) => output.push(data));
    const started = Date.now();
    const ticking = setInterval(() => onTick(Math.round((Date.now() - started) / 1000)), 10_000);
    child.once('error', reject);
    child.once('close', (status) => {
      clearInterval(ticking);
      process.off('exit', kill);
      if (status === 0) return resolve();
      reject(new Error(`\`npm ${args.join(' ')}\` failed in ${folder}\n${Buffer.concat(output)}`));
    });
  });
}
