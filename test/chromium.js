import { accessSync, constants, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

/** Without a window of its own, the same engine opens a page in a fifth of the time. */
const names = [
  'chromium-headless-shell',
  'chrome-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'chrome',
];

const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
];

/** What `npx playwright-core install chromium` leaves. */
function downloaded() {
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), '.cache/ms-playwright');
  try {
    return readdirSync(cache)
      .filter((name) => name.startsWith('chromium-'))
      .flatMap((name) =>
        ['chrome-linux64/chrome', 'chrome-linux/chrome'].map((file) => join(cache, name, file)),
      );
  } catch {
    return [];
  }
}

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of Chromium or Chrome on this machine, or nothing. CHROMIUM_PATH or CHROME_PATH names another. */
export function findChromium() {
  const named = process.env.CHROMIUM_PATH ?? process.env.CHROME_PATH;
  if (named) return isProgram(named) ? named : undefined;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...onPath, ...elsewhere, ...downloaded()].find(isProgram);
}

export const chromiumMissing = `No Chromium was found. Install it, for example on Debian or Ubuntu:

    sudo apt-get update && sudo apt-get install --yes chromium-headless-shell

or name one that is elsewhere: CHROMIUM_PATH=/path/to/chrome npm test`;

/** As findChromium, but throws with the way to install it. */
export function chromium() {
  const path = findChromium();
  if (!path) throw new Error(chromiumMissing);
  return path;
}

/** No request leaves the machine unless a page makes it, and measurements are not disturbed. */
export const chromiumFlags = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-quic',
  '--disable-sync',
  // As a window draws letters; without one it would take other settings than the system's.
  '--font-render-hinting=slight',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--no-default-browser-check',
  '--no-first-run',
  // Chromium's sandbox refuses to run as root, as in a container.
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  // A container's /dev/shm is often 64 MB.
  '--disable-dev-shm-usage',
];
