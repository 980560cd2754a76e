import { describe, expect, test } from 'vitest';
import {
  type PlaywrightReport,
  readPlaywrightReport,
  readVitestReport,
  type VitestReport,
} from './test-runners.mjs';

const root = '/project';

const file = (name: string, status: string, tests: Record<string, string>) => ({
  name: `${root}/${name}`,
  status,
  assertionResults: Object.entries(tests).map(([fullName, of]) => ({ fullName, status: of })),
});

const report = (...testResults: VitestReport['testResults']): VitestReport => {
  const count = (status: string) =>
    testResults.flatMap((each) => each.assertionResults).filter((each) => each.status === status)
      .length;
  return { numPassedTests: count('passed'), numFailedTests: count('failed'), testResults };
};

describe('the count of a vitest run', () => {
  test('is of the tests that ran', () => {
    const outcome = readVitestReport(
      report(
        file('a.test.ts', 'passed', { one: 'passed', two: 'passed' }),
        file('b.test.ts', 'failed', { three: 'failed', four: 'passed' }),
      ),
      1,
      { root },
    );
    expect(outcome).toEqual({
      passed: 3,
      failed: 1,
      notChecked: [],
      files: ['a.test.ts', 'b.test.ts'],
    });
  });

  test('names what was skipped, and does not count it as passed', () => {
    const tests = { one: 'passed', two: 'skipped', three: 'todo' };
    expect(readVitestReport(report(file('a.test.ts', 'passed', tests)), 0, { root })).toMatchObject(
      {
        passed: 1,
        failed: 0,
        notChecked: ['skipped: two', 'todo: three'],
      },
    );
  });

  test('takes a file that does not load for a failure', () => {
    const broken = report(
      file('a.test.ts', 'failed', {}),
      file('b.test.ts', 'passed', { one: 'passed' }),
    );
    expect(readVitestReport(broken, 1, { root })).toMatchObject({ passed: 1, failed: 1 });
  });

  test('takes an error outside every test for a failure', () => {
    const passing = report(file('a.test.ts', 'passed', { one: 'passed' }));
    expect(readVitestReport(passing, 1, { root })).toMatchObject({ passed: 1, failed: 1 });
  });

  test('takes a run without a report, or without a test, for a failure', () => {
    expect(readVitestReport(undefined, 0, { root })).toMatchObject({ passed: 0, failed: 1 });
    expect(readVitestReport(report(), 0, { root })).toMatchObject({ passed: 0, failed: 1 });
  });
});

describe('the count of a Playwright run', () => {
  const journey = (title: string, ...statuses: string[]) => ({
    title,
    file: `journeys/${title}.spec.ts`,
    tests: statuses.map((status, index) => ({ projectName: `launcher ${index}`, status })),
  });
  const run = (...specs: ReturnType<typeof journey>[]): PlaywrightReport => ({
    suites: [{ specs: [], suites: [{ specs }] }],
    errors: [],
  });

  test('is of every journey on every launcher', () => {
    expect(
      readPlaywrightReport(
        run(journey('a', 'expected', 'expected'), journey('b', 'expected', 'unexpected')),
        1,
        'e2e',
      ),
    ).toEqual({
      passed: 3,
      failed: 1,
      notChecked: [],
      files: ['e2e/journeys/a.spec.ts', 'e2e/journeys/b.spec.ts'],
    });
  });

  test('names what was skipped, and takes what passed at the second try for failed', () => {
    expect(
      readPlaywrightReport(run(journey('a', 'skipped', 'flaky', 'expected')), 0, 'e2e'),
    ).toMatchObject({ passed: 1, failed: 1, notChecked: ['skipped: a [launcher 0]'] });
  });

  test('takes errors outside every journey, no journey and no report for failures', () => {
    const passing = run(journey('a', 'expected'));
    expect(readPlaywrightReport(passing, 1, 'e2e')).toMatchObject({ passed: 1, failed: 1 });
    const broken = { ...passing, errors: [{ message: 'the app does not build' }] };
    expect(readPlaywrightReport(broken, 1, 'e2e')).toMatchObject({ passed: 1, failed: 1 });
    expect(readPlaywrightReport(run(), 0, 'e2e')).toMatchObject({ passed: 0, failed: 1 });
    expect(readPlaywrightReport(undefined, 1, 'e2e')).toMatchObject({ passed: 0, failed: 1 });
  });
});
