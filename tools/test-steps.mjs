/**
 * What `npm test` runs, in this order. A new suite is one entry here; a new kind of runner is one
 * function in test-runners.mjs.
 *
 * @typedef {object} Step
 * @property {string} name  For `--only`.
 * @property {'check' | 'suite'} group  `npm run check` runs the checks alone.
 * @property {string} proves  Shown above the step.
 * @property {import('./test-runners.mjs').Run} run
 */
import { audit, command, playwright, vitest } from './test-runners.mjs';

/** @type {readonly Step[]} */
export const steps = [
  {
    name: 'types',
    group: 'check',
    proves: 'everything compiles under the strictest settings',
    run: command('typescript/bin/tsc', ['--project', 'tsconfig.json']),
  },
  {
    name: 'types-shared',
    group: 'check',
    proves: 'shared/ compiles with neither the DOM nor Node.js',
    run: command('typescript/bin/tsc', ['--project', 'shared/tsconfig.json']),
  },
  {
    name: 'types-renderer',
    group: 'check',
    proves: 'the window compiles for a browser',
    run: command('typescript/bin/tsc', ['--project', 'renderer/tsconfig.json']),
  },
  {
    name: 'types-electron',
    group: 'check',
    proves: 'main process and host compile for Node.js',
    run: command('typescript/bin/tsc', ['--project', 'electron/tsconfig.json']),
  },
  {
    name: 'types-preload',
    group: 'check',
    proves: 'the bridge compiles for a page',
    run: command('typescript/bin/tsc', ['--project', 'electron/preload/tsconfig.json']),
  },
  {
    name: 'types-e2e',
    group: 'check',
    proves: 'the journeys compile',
    run: command('typescript/bin/tsc', ['--project', 'e2e/tsconfig.json']),
  },
  {
    name: 'types-bench',
    group: 'check',
    proves: 'the pages that Isobar is measured against compile for a browser',
    run: command('typescript/bin/tsc', ['--project', 'bench/peers/tsconfig.json']),
  },
  {
    name: 'lint',
    group: 'check',
    proves: 'format, order of imports and lint rules (mend with npm run format)',
    run: command('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']),
  },
  {
    name: 'layers',
    group: 'check',
    proves: 'imports go one way, as tools/layers.mjs says, and never in a circle',
    run: command('tools/check-layers.mjs', []),
  },
  {
    name: 'build',
    group: 'check',
    proves: 'the command line bundles',
    run: command('tools/build.mjs', []),
  },
  {
    name: 'audit',
    group: 'check',
    proves: 'nothing is known to be weak of what ships (the registry is asked)',
    run: audit,
  },
  {
    name: 'unused',
    group: 'check',
    proves: 'no file, export or package is there for nobody',
    run: command('tools/check-unused.mjs', []),
  },
  {
    name: 'build-app',
    group: 'check',
    proves: 'the app bundles',
    run: command('tools/build-app.mjs', ['--if-changed']),
  },
  {
    name: 'budgets',
    group: 'check',
    proves: 'what is shipped is as small as tools/budgets.mjs says',
    run: command('tools/check-budgets.mjs', []),
  },
  {
    name: 'licences',
    group: 'check',
    proves: 'what is shipped is under licences that allow it',
    run: command('tools/check-licences.mjs', []),
  },
  {
    name: 'unit',
    group: 'suite',
    proves: 'units, rule examples, fixes, golden files',
    run: vitest('unit'),
  },
  {
    name: 'e2e',
    group: 'suite',
    proves: 'journeys through the app, in a browser and on the desktop',
    run: playwright('e2e'),
  },
  {
    name: 'proof',
    group: 'suite',
    proves: "exports hold before AWS's linter, the CDK and the compiler",
    run: vitest('proof'),
  },
];
