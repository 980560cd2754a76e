/**
 * Finds what nobody uses: files, exports, packages; and packages that are used without being named in package.json.
 * knip looks, as knip.jsonc says; here stands how to mend what it finds.
 * Run: node tools/check-unused.mjs
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** How each sort of finding is mended, by the heading that knip writes above it. */
const mends = new Map([
  [
    'Unused files',
    'nothing that is started leads to it. Delete it; or, if it is started by name, add it to "entry" in knip.jsonc.',
  ],
  [
    'Unused exports',
    'no other file uses it. Take `export` away; where the file does not need it either, delete it.',
  ],
  [
    'Unused exported types',
    'no file uses it, its own neither. Delete it, or the name in the list that passes it on.',
  ],
  [
    'Unused dependencies',
    'no file imports it. `npm uninstall` it; or, if it is found by name, add it to "ignoreDependencies" in knip.jsonc.',
  ],
  [
    'Unused devDependencies',
    'no file imports it. `npm uninstall` it; or, if it is found by name, add it to "ignoreDependencies" in knip.jsonc.',
  ],
  [
    'Unlisted dependencies',
    'it is there only because another package brought it. `npm install --save-dev --save-exact` the version that is there.',
  ],
  [
    'Unlisted binaries',
    'a script calls a program that no package brings. Install the package; a program of the system goes into "ignoreBinaries" in knip.jsonc.',
  ],
  ['Unresolved imports', 'there is no such file. Write the whole path with its ending.'],
  ['Duplicate exports', 'one thing is exported under two names. Keep one.'],
]);

/**
 * How to mend what knip reported, a line for each sort of finding.
 * @param {string} report
 */
export const mendsFor = (report) =>
  [...report.matchAll(/^([A-Z][A-Za-z ]+) \(\d+\)$/gm)].map(
    ([, heading = '']) =>
      `${heading}: ${mends.get(heading) ?? 'see knip.dev for what this means and how it is mended.'}`,
  );

const check = () => {
  // By its path: the package shows nobody where it is.
  const knip = join(root, 'node_modules', 'knip', 'bin', 'knip.js');
  if (!existsSync(knip)) {
    console.error('unused: knip is not installed. `npm install` brings it.');
    return 1;
  }
  const { status, stdout, stderr } = spawnSync(process.execPath, [knip, '--no-progress'], {
    cwd: root,
    encoding: 'utf8',
  });
  console.log(`${stdout}${stderr}`.trim() || 'unused: every file, export and package is used');
  for (const mend of mendsFor(stdout)) console.error(mend);
  return status ?? 1;
};

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = check();
