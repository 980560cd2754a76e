/**
 * Asks the registry whether something is known to be weak of what ships. Ends with 0: nothing is; 1: something is;
 * 3: nobody answered, so nothing is known. That is not the same as fine, and is said loudly.
 */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { mayShip } from './shipped.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');

/** What audit ends with. */
export const auditCodes = { clean: 0, weak: 1, notChecked: 3 };

/**
 * @typedef {{ name: string, severity: string, range?: string,
 *   via?: readonly (string | { title?: string, url?: string })[] }} Weakness
 */

/**
 * What npm's report says of the packages that ship; undefined when it is none.
 * @param {string} report
 * @param {ReadonlySet<string>} shipped
 * @returns {Weakness[] | undefined}
 */
export const weaknessesIn = (report, shipped) => {
  let json;
  try {
    json = JSON.parse(report);
  } catch {
    return undefined;
  }
  if (typeof json?.vulnerabilities !== 'object' || json.vulnerabilities === null) return undefined;
  return Object.values(json.vulnerabilities).filter(({ name }) => shipped.has(name));
};

const lineOf = (/** @type {Weakness} */ { name, severity, range = '', via = [] }) => {
  const why = via.flatMap((item) =>
    typeof item === 'string' ? [] : [`${item.title ?? ''} ${item.url ?? ''}`.trim()],
  );
  return `${severity}: ${name} ${range}${why.length === 0 ? '' : ` (${why.join('; ')})`}`;
};

/** Asks, says what came of it, and gives the code to end with. */
const audit = () => {
  const names = new Set(mayShip(root).map(({ name }) => name));
  const patience = ['--fetch-retries=0', '--fetch-timeout=20000'];
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json', ...patience], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    timeout: 60_000,
    shell: process.platform === 'win32',
  });
  const found = weaknessesIn(stdout ?? '', names);
  if (found === undefined) {
    const why = /npm (?:warn|error) (?:audit )?(\d{3} [^\n]*?)(?: - |\n|$)/.exec(stderr ?? '')?.[1];
    console.error(
      `NOT CHECKED: known weaknesses of the ${names.size} packages that ship. The registry does not answer npm audit${why ? ` (${why})` : ''}.`,
    );
    return auditCodes.notChecked;
  }
  for (const weakness of found) console.error(lineOf(weakness));
  console.log(
    found.length === 0
      ? `nothing is known to be weak of the ${names.size} packages that ship`
      : `${found.length} of the ${names.size} packages that ship are known to be weak: renew them (npm update <name>), then run npm test`,
  );
  return found.length === 0 ? auditCodes.clean : auditCodes.weak;
};

const isMain = process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href;
if (isMain) process.exitCode = audit();
