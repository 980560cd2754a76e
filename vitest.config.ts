import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // Two workers keep a small machine responsive; more gain little, since the suites are short.
    pool: 'forks',
    maxWorkers: 2,
    // The same tests must run everywhere: no test passes because another one left something behind.
    restoreMocks: true,
    unstubEnvs: true,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{shared,cli,electron,renderer,tools,bench}/**/*.test.{ts,tsx,mts}'],
          exclude: ['**/*.proof.test.ts', '**/node_modules/**', '**/golden/**'],
          // A slow machine under load must not fail what a fast one passes: bounds are asserted in the tests.
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          // What asks others: AWS's linter, the CDK, the compiler. Slow to start, so given time.
          name: 'proof',
          include: ['{shared,cli,tools,bench}/**/*.proof.test.ts'],
          exclude: ['**/node_modules/**', '**/golden/**'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
