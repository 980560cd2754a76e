/**
 * Packs the command line as a package of its own: one file that needs nothing but Node.js, with what belongs beside
 * it. `npm publish <the file>` puts it into a registry.
 *
 *   node tools/pack-cli.mjs                into out/npm
 *   node tools/pack-cli.mjs --to <folder>
 */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { bundleCli } from './bundle.mjs';
import { licencesAsText } from './licence-text.mjs';
import { licencesOf } from './licences.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What the package weighs at most, unpacked: who puts it into a project should not notice. */
export const mostBytes = 5 * 1024 * 1024;

/**
 * The package's own package.json.
 * @param {Record<string, unknown>} whole  That of the project.
 * @param {string | undefined} repository  `owner/name` on GitHub, where it is built there.
 */
export const packageFileOf = (
  { name, version, description, license, author, engines },
  repository,
) => ({
  name,
  version,
  description,
  license,
  author,
  keywords: ['aws', 'serverless', 'sam', 'cdk', 'architecture', 'diagram', 'validate', 'cli'],
  type: 'module',
  bin: { isobar: 'isobar.mjs' },
  engines,
  // Provenance is refused for a package that does not say where it comes from.
  ...(repository === undefined
    ? {}
    : { repository: { type: 'git', url: `git+https://github.com/${repository}.git` } }),
});

/**
 * Makes the tarball; gives its path and what it weighs.
 * @param {string} folder
 */
export const packCli = async (folder) => {
  const stage = mkdtempSync(join(tmpdir(), 'isobar-pack-'));
  try {
    const { inputs } = await bundleCli(await import('esbuild'), {
      root,
      outfile: join(stage, 'isobar.mjs'),
    });
    const modules = inputs.map((input) => join(root, input));
    // Only what is in this bundle: not the window's, which are listed there.
    const inside = licencesOf(root, modules).filter(
      ({ name }) =>
        [
          ...modules.filter((id) => id.includes(`/node_modules/${name}/`)),
          ...(name === 'aws-icons' ? [name] : []),
        ].length > 0,
    );
    writeFileSync(join(stage, 'third-party-licences.txt'), licencesAsText(inside));
    const whole = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const own = packageFileOf(whole, process.env.GITHUB_REPOSITORY || undefined);
    writeFileSync(join(stage, 'package.json'), `${JSON.stringify(own, null, 2)}\n`);
    copyFileSync(join(root, 'cli', 'README.md'), join(stage, 'README.md'));
    for (const file of ['LICENSE', 'NOTICE', 'CHANGELOG.md'])
      copyFileSync(join(root, file), join(stage, file));
    const target = resolve(folder);
    mkdirSync(target, { recursive: true });
    const { status, stdout, stderr } = spawnSync(
      'npm',
      ['pack', '--json', '--ignore-scripts', '--pack-destination', target],
      { cwd: stage, encoding: 'utf8', shell: process.platform === 'win32' },
    );
    if (status !== 0) throw new Error(`npm pack failed: ${stderr}`);
    const [{ filename, unpackedSize, files }] = JSON.parse(stdout);
    if (unpackedSize > mostBytes)
      throw new Error(
        `The package weighs ${unpackedSize} bytes unpacked, more than ${mostBytes}: look for what came into dist/isobar.mjs.`,
      );
    const path = join(target, filename);
    return {
      path,
      bytes: statSync(path).size,
      unpackedBytes: unpackedSize,
      files: files.map((/** @type {{ path: string }} */ file) => file.path),
    };
  } finally {
    rmSync(stage, { recursive: true, force: true });
  }
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) {
  const at = process.argv.indexOf('--to');
  const { path, bytes, unpackedBytes } = await packCli(
    at < 0 ? join(root, 'out', 'npm') : (process.argv[at + 1] ?? ''),
  );
  console.log(`${path}: ${bytes} bytes, ${unpackedBytes} unpacked`);
}
