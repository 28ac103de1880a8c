import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DEFLATED = 8;

/** Unpacks an ordinary zip file (no encryption, no zip64), so that nothing needs a system's unzip. */
export async function unzip(zipFile, folder) {
  const zip = await readFile(zipFile);
  let end = zip.length - 22;
  while (end >= 0 && zip.readUInt32LE(end) !== END_OF_DIRECTORY) end--;
  if (end < 0) throw new Error(`${zipFile} is not a zip file`);

  let entry = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const nameLength = zip.readUInt16LE(entry + 28);
    const name = zip.toString('utf8', entry + 46, entry + 46 + nameLength);
    const target = path.join(folder, name);
    if (path.relative(folder, target).startsWith('..')) throw new Error(`${name} leaves ${folder}`);

    if (name.endsWith('/')) {
      await mkdir(target, { recursive: true });
    } else {
      const header = zip.readUInt32LE(entry + 42);
      const start = header + 30 + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28);
      const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
      await mkdir(path.dirname(target), { recursive: true });
      const deflated = zip.readUInt16LE(entry + 10) === DEFLATED;
      await writeFile(target, deflated ? inflateRawSync(packed) : packed);
    }
    entry += 46 + nameLength + zip.readUInt16LE(entry + 30) + zip.readUInt16LE(entry + 32);
  }
}
