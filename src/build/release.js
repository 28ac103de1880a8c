/**
 * Makes a release of what is committed and passes `npm test`, and publishes nothing: `npm run release -- FOLDER`.
 *
 * FOLDER is what a CDN serves. It gets `/1.2.3/`, which never changes again, and `/1/`, the newest of its kind with all chunks
 * of earlier ones, so that a loader that some cache still has finds its own. Beside them stands the package for npm.
 */
import { execFileSync } from 'node:child_process';
import { cp, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const exists = (path) =>
  stat(path).then(
    () => true,
    () => false,
  );

/** What must be so before a release; each sentence says what is not. */
export function objections({ status, version, versionInCode, changelog }) {
  const said = [];
  if (status.trim()) said.push(`The working tree has changes:\n${status}`);
  if (version !== versionInCode)
    said.push(`package.json says ${version}, src/version.ts ${versionInCode}.`);
  if (!new RegExp(`^## ${version.replaceAll('.', '\\.')}\\b`, 'm').test(changelog))
    said.push(`CHANGELOG.md has no section “## ${version}”.`);
  return said;
}

const newer = (version, other) => version.localeCompare(other, 'en', { numeric: true }) > 0;

/**
 * Puts a CDN build into the folder that is served.
 *
 * @returns {Promise<{ file: string, integrity: string }[]>} what partners paste, by path in the folder
 */
export async function addRelease(cdn, folder, version) {
  const pinned = join(folder, version);
  if (await exists(pinned)) throw new Error(`${pinned} is there already: a release never changes.`);
  await mkdir(folder, { recursive: true });
  await cp(cdn, pinned, { recursive: true });
  const list = join(folder, 'versions.json');
  const known = (await exists(list)) ? JSON.parse(await readFile(list, 'utf8')) : {};

  // Names of chunks change with what is in them: none of an earlier release is replaced. A fix of an old one is not the newest.
  const major = version.split('.')[0];
  const isNewest = Object.keys(known).every(
    (other) => other.split('.')[0] !== major || newer(version, other),
  );
  await cp(cdn, join(folder, major), { recursive: true, force: isNewest });
  const { loader, all } = JSON.parse(await readFile(join(cdn, 'manifest.json'), 'utf8'));
  const integrity = { [loader.file]: loader.integrity, [all.file]: all.integrity };
  known[version] = { integrity };
  await writeFile(list, `${JSON.stringify(known, null, 2)}\n`);
  return Object.entries(integrity).map(([file, hash]) => ({
    file: `${version}/${file}`,
    integrity: hash,
  }));
}

/** `_headers` for these versions, in the words of the example: for ever what never changes, shortly what does. */
export function headersFor(example, versions) {
  const [shared] = example.split(/^\/\d/m);
  const [forEver, shortly] = example.match(/^ {2}Cache-Control: .*$/gm);
  const majors = [...new Set(versions.map((version) => version.split('.')[0]))];
  const rules = [
    ...versions.map((version) => `/${version}/*\n${forEver}\n`),
    ...majors.map((major) => `/${major}/*\n${shortly}\n`),
  ];
  return shared + rules.join('');
}

async function release(folder) {
  const run = (program, args, options) => execFileSync(program, args, options)?.toString() ?? '';
  const { version } = JSON.parse(await readFile('package.json', 'utf8'));
  const said = objections({
    version,
    versionInCode: /'([^']+)'/.exec(await readFile('src/version.ts', 'utf8'))[1],
    changelog: await readFile('CHANGELOG.md', 'utf8'),
    status: run('git', ['status', '--porcelain']),
  });
  if (said.length) throw new Error(said.join('\n'));
  run('npm', ['test'], { stdio: 'inherit' });
  run('npm', ['run', 'build'], { stdio: 'inherit' });
  run('npx', ['publint', '--strict'], { stdio: 'inherit' });
  const made = await addRelease('dist/cdn', folder, version);
  run('npm', ['pack', '--ignore-scripts', '--pack-destination', folder], { stdio: 'inherit' });
  const versions = Object.keys(JSON.parse(await readFile(join(folder, 'versions.json'), 'utf8')));
  const example = await readFile('demo/hosting/_headers', 'utf8');
  await writeFile(join(folder, '_headers'), headersFor(example, versions));
  for (const { file, integrity } of made) process.stdout.write(`${file}\n  ${integrity}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const folder = process.argv[2];
  try {
    if (!folder) throw new Error('npm run release -- FOLDER');
    await release(folder);
  } catch (error) {
    console.error(error.message);
    process.exitCode = 1;
  }
}
