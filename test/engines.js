import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromiumMissing, findChromium } from './chromium.js';

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (names) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)));

/** The path of the first program that there is; `variable` names another one. */
function find(variable, candidates) {
  const named = process.env[variable];
  return (named ? [named] : candidates).find(isProgram);
}

export const findFirefox = () =>
  find('FIREFOX_PATH', [
    ...onPath(['firefox-esr', 'firefox']),
    '/Applications/Firefox.app/Contents/MacOS/firefox',
  ]);

/** WebKit's driver, the browser that it drives, and a display for that; or nothing where one of them is missing. */
export function findWebKit() {
  const driver = find('WEBKIT_DRIVER_PATH', onPath(['WebKitWebDriver']));
  const libraries = ['x86_64-linux-gnu', 'aarch64-linux-gnu', '.'].flatMap((folder) =>
    ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) =>
      join('/usr/lib', folder, name),
    ),
  );
  const browser = find('WEBKIT_PATH', [
    ...libraries.map((folder) => join(folder, 'MiniBrowser')),
    ...onPath(['MiniBrowser']),
  ]);
  const display = find('XVFB_PATH', onPath(['Xvfb']));
  return driver && browser && display ? { driver, browser, display } : undefined;
}

const install = (
  name,
  packages,
  variable,
) => `${name} was not found. Install it, for example on Debian:

    sudo apt-get update && sudo apt-get install --yes --no-install-recommends ${packages}

or name one that is elsewhere: ${variable}`;

/** What each engine's tests need: how to find it, and what to say where it is missing. */
export const engines = {
  chromium: { find: findChromium, missing: chromiumMissing },
  firefox: {
    find: findFirefox,
    missing: install('Firefox', 'firefox-esr', 'FIREFOX_PATH=/path/to/firefox npm run test:all'),
  },
  webkit: {
    find: findWebKit,
    missing: install(
      'WebKit (its driver, MiniBrowser and Xvfb)',
      'webkit2gtk-driver xvfb',
      'WEBKIT_DRIVER_PATH, WEBKIT_PATH and XVFB_PATH',
    ),
  },
};
