/**
 * Puts everything that a release is made of into one folder, with its checksums.
 *
 *   node tools/gather-release.mjs <from> <to>
 */
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** What people download. All else that makers leave (maps of blocks, feeds of updaters) stays behind. */
const released = /\.(?:AppImage|deb|dmg|exe|zip|tgz|cdx\.json)$/;

/** @param {string} folder @returns {string[]} */
const filesBelow = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && released.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/**
 * Two files of one name would be one in a release: that is an error, not a matter of luck.
 * @param {string} from
 * @param {string} to
 * @returns {string[]} The names.
 */
export const gatherRelease = (from, to) => {
  const files = filesBelow(from);
  if (files.length === 0) throw new Error(`There is nothing to release in ${from}.`);
  mkdirSync(to, { recursive: true });
  /** @type {string[]} */
  const lines = [];
  for (const file of files) {
    // GitHub makes dots of blanks in names, and the checksums would name something else.
    const name = basename(file).replaceAll(' ', '-');
    if (existsSync(join(to, name))) throw new Error(`Two files of the release are called ${name}.`);
    copyFileSync(file, join(to, name));
    lines.push(`${createHash('sha256').update(readFileSync(file)).digest('hex')}  ${name}`);
  }
  // Two blanks between sum and name: as `sha256sum --check` reads it.
  writeFileSync(
    join(to, 'SHA256SUMS'),
    `${lines.sort((a, b) => (a.slice(66) < b.slice(66) ? -1 : 1)).join('\n')}\n`,
  );
  return lines.map((line) => line.slice(66));
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const [from, to] = process.argv.slice(2);
  if (from === undefined || to === undefined) {
    console.error('usage: node tools/gather-release.mjs <from> <to>');
    process.exitCode = 2;
  } else for (const name of gatherRelease(from, to)) console.log(name);
}
