/**
 * What a release is told with: its part of the changelog. Refuses a tag that is not the version of package.json, and a
 * version that the changelog does not know, so that neither is released.
 *
 *   node tools/release-notes.mjs v1.2.3
 */
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/**
 * @param {string} tag
 * @param {string} version
 * @param {string} changelog
 * @returns {string}
 */
export const releaseNotes = (tag, version, changelog) => {
  if (!/^v\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/.test(tag))
    throw new Error(`${tag} is no tag of a release, such as v1.2.3.`);
  if (tag !== `v${version}`)
    throw new Error(`The tag is ${tag}, but package.json says ${version}: npm version sets both.`);
  const heading = `## [${version}]`;
  const at = changelog
    .split('\n')
    .findIndex((line) => line === heading || line.startsWith(`${heading} `));
  if (at < 0)
    throw new Error(
      `CHANGELOG.md has no heading "${heading} - <day>": move what is unreleased below one.`,
    );
  const rest = changelog.split('\n').slice(at + 1);
  const end = rest.findIndex((line) => line.startsWith('## '));
  const notes = rest
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim();
  if (notes === '') throw new Error(`CHANGELOG.md says nothing of ${version}.`);
  return `${notes}\n`;
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  try {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const changelog = readFileSync(join(root, 'CHANGELOG.md'), 'utf8');
    process.stdout.write(releaseNotes(process.argv[2] ?? '', version, changelog));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
