/**
 * Holds the licences of what is in the window to those that we may ship under (sbom.mjs lists them), and their texts to
 * being there.
 * Run after tools/build-app.mjs: node tools/check-licences.mjs
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licenceProblem } from './sbom.mjs';

/** @typedef {import('./licences.mjs').Licence} Licence */

/** Packages that carry no text of their licence: their authors gave none. */
const withoutText = new Set(['react-remove-scroll-bar']);

/**
 * What is wrong with a list of licences, and how to mend it.
 * @param {readonly Licence[]} licences
 */
export const licenceProblems = (licences) =>
  licences.flatMap(({ name, version, licence, text }) => {
    const licenses = [{ expression: licence }];
    const problem = licenceProblem({ 'bom-ref': name, type: 'library', name, version, licenses });
    if (problem !== undefined)
      return [
        `${problem}, which may not be shipped. Take another package; or, when somebody has read the licence and it allows it, add it to allowedLicences in tools/sbom.mjs.`,
      ];
    if (text === '' && !withoutText.has(name))
      return [
        `${name} ${version} has no text of its licence. See whether its file has another name (tools/licences.mjs); or, where its authors give none, add it to withoutText in tools/check-licences.mjs.`,
      ];
    return [];
  });

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  const list = join(root, '.vite', 'renderer', 'licences.json');
  if (existsSync(list)) {
    /** @type {Licence[]} */
    const licences = JSON.parse(readFileSync(list, 'utf8'));
    const problems = licenceProblems(licences);
    for (const problem of problems) console.error(problem);
    console.log(`licences: ${licences.length} packages are shipped, ${problems.length} problems`);
    process.exitCode = problems.length === 0 ? 0 : 1;
  } else {
    console.error('licences: nothing is built. Run node tools/build-app.mjs first.');
    process.exitCode = 1;
  }
}
