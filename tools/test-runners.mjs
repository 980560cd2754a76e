/** How a step of `npm test` runs, and how many things it says it has run. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import { auditCodes } from './audit.mjs';
import { listFiles } from './check-layers.mjs';
import { findChromium } from './find-chromium.mjs';
import { findElectron } from './find-electron.mjs';

/**
 * @typedef {object} Outcome
 * @property {number} passed
 * @property {number} failed
 * @property {readonly string[]} notChecked  Said loudly at the end: skipped tests, absent tools.
 * @property {readonly string[]} files  The test files that ran, relative, with `/`.
 *
 * @typedef {(root: string) => Outcome} Run
 *
 * @typedef {object} VitestReport  The part of vitest's JSON report that is read here.
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {{ name: string, status: string, message?: string,
 *   assertionResults: { status: string, fullName: string }[] }[]} testResults
 */

/**
 * @typedef {object} PlaywrightSuite  The part of Playwright's JSON report that is read here.
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly { title: string, file: string,
 *   tests: readonly { projectName: string, status: string }[] }[]} [specs]
 *
 * @typedef {object} PlaywrightReport
 * @property {readonly PlaywrightSuite[]} suites
 * @property {readonly { message?: string }[]} errors
 */

/** Runs a script with this Node.js; its output goes where ours goes. */
const runNode = (
  /** @type {string} */ root,
  /** @type {string} */ script,
  /** @type {readonly string[]} */ args,
  /** @type {Record<string, string>} */ env = {},
) => {
  const own = join(root, script);
  const path = existsSync(own) ? own : join(root, 'node_modules', script);
  const { status, error } = spawnSync(process.execPath, [path, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  if (error) console.error(error.message);
  return status ?? 1;
};

/**
 * One check: it passes when the script ends with 0.
 * @param {string} script  A file of the project, or of a package in node_modules.
 * @param {readonly string[]} args
 * @returns {Run}
 */
export const command = (script, args) => (root) => {
  const passed = runNode(root, script, args) === 0;
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, notChecked: [], files: [] };
};

/**
 * Asks the registry about what ships. Where it does not answer, nothing passed and nothing failed, and that is said.
 * @type {Run}
 */
export const audit = (root) => {
  const status = runNode(root, 'tools/audit.mjs', []);
  if (status === auditCodes.notChecked)
    return {
      passed: 0,
      failed: 0,
      notChecked: ['known weaknesses of what ships: the registry does not answer npm audit'],
      files: [],
    };
  return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, notChecked: [], files: [] };
};

/**
 * What a vitest run did. A file that does not even load has no failed test in it, and an error
 * outside every test has no file: both count as one failure, so that neither can hide.
 * @param {VitestReport | undefined} report
 * @param {number} status
 * @param {{ root: string }} options
 * @returns {Outcome}
 */
export const readVitestReport = (report, status, { root }) => {
  if (report === undefined)
    return { passed: 0, failed: 1, notChecked: ['vitest ended without a report'], files: [] };
  const results = report.testResults;
  if (results.length === 0)
    return { passed: 0, failed: 1, notChecked: ['vitest found no tests'], files: [] };
  const passed = report.numPassedTests;
  const unloadable = results.filter(
    (file) =>
      file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed'),
  ).length;
  const counted = report.numFailedTests + unloadable;
  const skipped = results.flatMap((file) =>
    file.assertionResults
      .filter(({ status: of }) => of !== 'passed' && of !== 'failed')
      .map(({ status: of, fullName }) => `${of}: ${fullName}`),
  );
  return {
    passed,
    failed: counted === 0 && status !== 0 ? 1 : counted,
    notChecked: skipped,
    files: results.map(({ name }) => relative(root, name).split(sep).join('/')),
  };
};

/**
 * A project of vitest.config.ts.
 * @param {string} project
 * @returns {Run}
 */
export const vitest = (project) => (root) => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-test-'));
  try {
    const file = join(folder, 'report.json');
    const status = runNode(root, 'vitest/vitest.mjs', [
      'run',
      ...['--project', project],
      // A golden file that is missing is a failure here, and never written: see npm run golden.
      ...['--update', 'none'],
      ...['--reporter', 'default', '--reporter', 'json', `--outputFile.json=${file}`],
    ]);
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    return readVitestReport(report, status, { root });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};

/**
 * What a Playwright run did. One spec counts once for each project that it ran in. A test that passed only when it was
 * tried again has failed.
 * @param {PlaywrightReport | undefined} report
 * @param {number} status
 * @param {string} folder  Of the specs, relative to the project.
 * @returns {Outcome}
 */
export const readPlaywrightReport = (report, status, folder) => {
  if (report === undefined)
    return { passed: 0, failed: 1, notChecked: ['Playwright ended without a report'], files: [] };
  /** @type {{ title: string, file: string, tests: readonly { projectName: string, status: string }[] }[]} */
  const specs = [];
  const walk = (/** @type {PlaywrightSuite} */ suite) => {
    specs.push(...(suite.specs ?? []));
    for (const inner of suite.suites ?? []) walk(inner);
  };
  for (const suite of report.suites) walk(suite);
  const tests = specs.flatMap(({ title, tests: all }) =>
    all.map(({ projectName, status: of }) => ({ of, name: `${title} [${projectName}]` })),
  );
  const count = (/** @type {readonly string[]} */ words) =>
    tests.filter(({ of }) => words.includes(of)).length;
  const passed = count(['expected']);
  const failed = count(['unexpected', 'flaky']) + report.errors.length;
  return {
    passed,
    // A run that fails, or runs nothing, without naming a test is a failure all the same.
    failed: failed === 0 && (status !== 0 || tests.length === 0) ? 1 : failed,
    notChecked: tests.filter(({ of }) => of === 'skipped').map(({ name }) => `skipped: ${name}`),
    files: [...new Set(specs.map(({ file }) => `${folder}/${file.split(sep).join('/')}`))],
  };
};

/**
 * The journeys of a folder, on every launcher that this machine has. Without a browser none can run: that is said, and
 * nothing counts as passed.
 * @param {string} folder
 * @returns {Run}
 */
export const playwright = (folder) => (root) => {
  const browser = findChromium();
  if (browser === undefined) {
    const files = listFiles(root).filter((file) => /\.spec\.ts$/.test(file));
    const why = `${files.length} files of journeys: there is no Chromium on this machine (name one in ISOBAR_CHROMIUM)`;
    return { passed: 0, failed: 0, notChecked: [why], files };
  }
  const electron = findElectron();
  console.log(`browser: ${browser}`);
  console.log(
    electron === undefined
      ? 'desktop: no Electron here; its stand-in runs the real main process over Chromium'
      : `desktop: ${electron}`,
  );
  const output = mkdtempSync(join(tmpdir(), 'isobar-test-'));
  try {
    const file = join(output, 'report.json');
    const status = runNode(root, '@playwright/test/cli.js', ['test', '--reporter', 'list,json'], {
      PLAYWRIGHT_JSON_OUTPUT_FILE: file,
      ISOBAR_CHROMIUM: browser,
    });
    const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
    const outcome = readPlaywrightReport(report, status, folder);
    const unproved =
      electron === undefined
        ? ['Electron itself: the desktop journeys ran on the stand-in for its executable']
        : [];
    return { ...outcome, notChecked: [...outcome.notChecked, ...unproved] };
  } finally {
    rmSync(output, { recursive: true, force: true });
  }
};
