import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import config from '../forge.config.ts';

/*
 * Workflows cannot be run here. What can be known without running them is held: their form, that what they name is
 * there, and that nothing in them gives more rights than it needs.
 */

interface Step {
  readonly name?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly shell?: string;
  readonly 'working-directory'?: string;
}

interface Job {
  readonly name: string;
  readonly 'runs-on': string;
  readonly 'timeout-minutes': number;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly strategy?: {
    readonly 'fail-fast': boolean;
    readonly matrix: { readonly include: readonly Readonly<Record<string, string | number>>[] };
  };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly name: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly concurrency: object;
  readonly jobs: Readonly<Record<string, Job>>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, '.github/workflows');
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  scripts: Readonly<Record<string, string>>;
};
const texts = readdirSync(folder).map((file): [string, string] => [
  file,
  readFileSync(join(folder, file), 'utf8'),
]);
const read = (text: string): Workflow =>
  parse(text, { strict: true, uniqueKeys: true }) as Workflow;
const release = read(readFileSync(join(folder, 'release.yml'), 'utf8'));

/** Runners that GitHub hosts, by label. https://docs.github.com/en/actions/reference/runners/github-hosted-runners */
const runners = new Set([
  'ubuntu-24.04',
  'ubuntu-24.04-arm',
  'macos-15',
  'macos-15-intel',
  'windows-2025',
]);

describe.each(texts)('%s', (_file, text) => {
  const workflow = read(text);
  const jobs = Object.entries(workflow.jobs);
  const steps = jobs.flatMap(([id, { steps: all }]) => all.map((step) => ({ id, step })));
  const runs = steps.flatMap(({ step }) => (step.run === undefined ? [] : [step.run]));

  test('has the form of a workflow', () => {
    const top = ['name', 'on', 'permissions', 'concurrency', 'jobs'];
    expect(Object.keys(workflow)).toEqual(top);
    for (const [id, job] of jobs) {
      expect(job.name, id).toEqual(expect.any(String));
      expect(job['timeout-minutes'], id).toBeGreaterThan(0);
      for (const needed of [job.needs ?? []].flat())
        expect(Object.keys(workflow.jobs)).toContain(needed);
      const labels = job.strategy?.matrix.include.map(({ os }) => String(os)) ?? [job['runs-on']];
      for (const label of labels) expect(runners, id).toContain(label);
      for (const step of job.steps) {
        expect(
          [step.uses, step.run].filter((value) => value !== undefined),
          id,
        ).toHaveLength(1);
        const known = ['name', 'uses', 'run', 'if', 'with', 'env', 'shell', 'working-directory'];
        expect(Object.keys(step).filter((key) => !known.includes(key))).toEqual([]);
      }
    }
  });

  test('every value of a matrix that is asked for is there', () => {
    for (const [id, job] of jobs)
      for (const [, key = ''] of JSON.stringify(job).matchAll(/matrix\.(\w+)/g))
        for (const entry of job.strategy?.matrix.include ?? [{}])
          expect(entry, `${id}: matrix.${key}`).toHaveProperty(key);
  });

  test('pins every action to a commit, and says which version that is', () => {
    const used = [...text.matchAll(/^\s*-? *uses: (.*)$/gm)].map(([, value]) => value);
    expect(used).toHaveLength(steps.filter(({ step }) => step.uses !== undefined).length);
    for (const value of used)
      expect(value).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test('gives no right that is not needed, and leaves no token behind', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const rights = Object.fromEntries(
      jobs.flatMap(([id, { permissions }]) => (permissions ? [[id, permissions]] : [])),
    );
    expect(rights).toEqual(
      workflow.name === 'Release'
        ? {
            draft: { contents: 'write', 'id-token': 'write', attestations: 'write' },
            npm: { contents: 'read', 'id-token': 'write' },
          }
        : {},
    );
    for (const { step } of steps)
      if (step.uses?.startsWith('actions/checkout@'))
        expect(step.with).toMatchObject({ 'persist-credentials': false });
    // Where there are rights or secrets, nothing comes from a cache that others may have filled.
    if (text.includes('secrets.')) expect(text).not.toContain('cache:');
    expect(text).not.toMatch(/pull_request_target|workflow_run|self-hosted/);
  });

  test('puts nothing into a script that somebody else could choose', () => {
    for (const run of runs)
      for (const [, expression = ''] of run.matchAll(/\$\{\{\s*(.*?)\s*\}\}/g))
        expect(expression).toMatch(/^matrix\.\w+$/);
  });

  test('runs what is there', () => {
    const named: string[] = [];
    for (const run of runs) {
      for (const [, script = ''] of run.matchAll(/\bnpm run ([\w:-]+)/g)) {
        expect(Object.keys(scripts)).toContain(script);
        named.push(script);
      }
      if (/\bnpm test\b/.test(run)) expect(scripts).toHaveProperty('test');
      for (const [, file = ''] of run.matchAll(/\bnode ([\w./-]+\.[cm]?js)/g)) {
        expect(existsSync(join(root, file)), file).toBe(true);
        named.push(file);
      }
    }
    expect(named.length).toBeGreaterThan(0);
    // And scripts of package.json name files that are there.
    for (const script of Object.values(scripts))
      for (const [, file = ''] of script.matchAll(/\bnode ([\w./-]+)/g))
        expect(existsSync(join(root, file)), file).toBe(true);
  });
});

describe('a release', () => {
  const { jobs } = release;
  const stepsOf = (id: string): readonly Step[] => jobs[id]?.steps ?? [];
  const runsOf = (id: string): string =>
    stepsOf(id)
      .map(({ run = '' }) => run)
      .join('\n');

  test('begins with a tag of a version, and with nothing else', () => {
    expect(release.on).toEqual({ push: { tags: ['v*.*.*'] } });
  });

  test('is tested with real Electron before anything is built', () => {
    const run = runsOf('test');
    expect(run).toMatch(
      /electron\/install\.js[\s\S]*find-electron\.mjs[\s\S]*xvfb-run --auto-servernum npm test/,
    );
    expect(run).toContain('npm run audit');
    expect(jobs.app?.needs).toBe('test');
    expect(jobs.cli?.needs).toBe('test');
    expect(jobs.draft?.needs).toEqual(['app', 'cli']);
  });

  test('is built for three systems on two processors each, as Forge has makers for', () => {
    const built = jobs.app?.strategy?.matrix.include.map(
      ({ platform, arch }) => `${platform}-${arch}`,
    );
    expect(built?.sort()).toEqual(
      ['darwin', 'linux', 'win32'].flatMap((platform) =>
        ['arm64', 'x64'].map((arch) => `${platform}-${arch}`),
      ),
    );
    for (const platform of ['darwin', 'linux', 'win32'])
      expect(
        config.makers?.some(
          (maker) => 'platforms' in maker && maker.platforms?.includes(platform as 'linux'),
        ),
      ).toBe(true);
  });

  test('gives secrets to the step that needs them, and to one system only', () => {
    for (const [id, { steps }] of Object.entries(jobs))
      for (const step of steps) {
        const named = [...JSON.stringify(step).matchAll(/secrets\.(\w+)/g)].map(
          ([, name = '']) => name,
        );
        if (named.length === 0) continue;
        expect(id).toBe('app');
        expect(JSON.stringify([step.if, step.env])).toMatch(
          /matrix\.platform == '(?:darwin|win32)'/,
        );
        // Never on a command line, where other programs and logs see it.
        expect(step.run).not.toContain('secrets.');
      }
    expect(jobs.app?.environment).toBe('release');
  });

  test('has checksums that were checked, bills of materials and an attestation, and is a draft', () => {
    expect(runsOf('cli')).toMatch(/npm run pack:cli[\s\S]*npm run build:app[\s\S]*npm run sbom/);
    expect(runsOf('draft')).toContain('sha256sum --check SHA256SUMS');
    const order = stepsOf('draft').map(({ uses = '', run = '' }) =>
      uses.includes('attest-build-provenance')
        ? 'attest'
        : run.includes('gather-release')
          ? 'gather'
          : run.includes('gh release create')
            ? 'draft'
            : '',
    );
    expect(order.filter((what) => what !== '')).toEqual(['gather', 'attest', 'draft']);
    expect(runsOf('draft')).toContain('--draft --verify-tag');
  });

  test('asks for newer versions where this one came from', () => {
    const [feed] = stepsOf('app').flatMap(({ env }) => env?.ISOBAR_UPDATE_FEED ?? []);
    expect(feed).toBe('https://api.github.com/repos/${{ github.repository }}/releases/latest');
  });

  test('publishes to npm only where somebody said so, with provenance and without a token', () => {
    expect(jobs.npm?.if).toBe("vars.PUBLISH_NPM == 'true'");
    expect(runsOf('npm')).toContain('--provenance');
    expect(JSON.stringify(jobs.npm)).not.toContain('TOKEN');
  });
});

test('somebody is told of newer actions', () => {
  const { updates } = parse(readFileSync(join(root, '.github/dependabot.yml'), 'utf8')) as {
    updates: readonly { 'package-ecosystem': string }[];
  };
  expect(updates.map((update) => update['package-ecosystem'])).toContain('github-actions');
});
