import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

/** When a file, or the youngest file in a folder, was changed; 0 where there is none. Installed and built files don't count. */
export function newest(file) {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  return Math.max(
    0,
    ...readdirSync(file)
      .filter((name) => name !== 'node_modules' && name !== 'built' && !name.startsWith('.'))
      .map((name) => newest(path.join(file, name))),
  );
}
