import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

const lockHash = async (folder) =>
  createHash('sha256')
    .update(await readFile(path.join(folder, 'package-lock.json')))
    .digest('hex');

// A stamp of our own: npm's hidden lock file differs from package-lock.json even when both agree.
const stampFile = (folder) => path.join(folder, 'node_modules', '.installed');

/**
 * Runs `npm ci` in a folder whose node_modules is missing or belongs to another package-lock.json.
 * @param {{ folder: string, what: string, log: (line: string) => void }} options
 * @returns {Promise<boolean>} whether something was installed
 */
export async function installDependencies({ folder, what, log }) {
  const hash = await lockHash(folder);
  const stamp = await readFile(stampFile(folder), 'utf8').catch(() => '');
  if (stamp === hash) return false;

  log(`Installing ${what} …`);
  const started = Date.now();
  await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], folder, (seconds) =>
    log(`Installing ${what} … ${seconds} s`),
  );
  await writeFile(stampFile(folder), hash);
  log(`Installed ${what} in ${Math.round((Date.now() - started) / 1000)} s`);
  return true;
}

/** Runs npm quietly; its output is shown only when it fails. */
export function npm(args, folder, onTick = () => {}) {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    const output = [];
    child.stdout.on('data', (data) => output.push(data));
    child.stderr.on('data', (data) => output.push(data));
    const started = Date.now();
    const ticking = setInterval(() => onTick(Math.round((Date.now() - started) / 1000)), 10_000);
    child.once('error', reject);
    child.once('close', (status) => {
      clearInterval(ticking);
      if (status === 0) return resolve();
      reject(new Error(`\`npm ${args[0]}\` failed in ${folder}\n${Buffer.concat(output)}`));
    });
  });
}
