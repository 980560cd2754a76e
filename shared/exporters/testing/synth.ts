import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import { buildSync } from 'esbuild';
import type { ExportedFile } from '../exported.ts';
import type { Template } from './template.ts';

const require = createRequire(import.meta.url);

/** Writes the files of an export into a folder. */
export const writeFiles = (folder: string, files: readonly ExportedFile[]): void => {
  for (const { path, text } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
};

/** Who watches a synthesis. */
interface Watcher {
  /** Sees the app before it synthesizes. */
  readonly before?: (app: App) => void;
  /** Sees the folder of the cloud assembly when plugins have refused the app; without it the failure is thrown. */
  readonly afterFailure?: (folder: string) => void;
}

/** Runs a generated CDK app in this process with the real `aws-cdk-lib` and gives the templates by region. */
export const synthesize = (
  files: readonly ExportedFile[],
  { before, afterFailure }: Watcher = {},
): ReadonlyMap<string, Template> => {
  const folder = mkdtempSync(join(tmpdir(), 'isobar-cdk-'));
  try {
    writeFiles(folder, files);
    const bin = files.find(({ path }) => path.startsWith('bin/'));
    if (!bin) throw new Error('The export has no bin file');
    const [bundle] = buildSync({
      entryPoints: [join(folder, bin.path)],
      bundle: true,
      write: false,
      platform: 'node',
      format: 'cjs',
      external: ['aws-cdk-lib', 'constructs'],
      logLevel: 'silent',
    }).outputFiles;
    const settings = files.find(({ path }) => path === 'cdk.json')?.text ?? '{}';
    const { context } = JSON.parse(settings) as { readonly context?: object };
    const cdk = require('aws-cdk-lib') as typeof import('aws-cdk-lib');
    const apps: InstanceType<typeof cdk.App>[] = [];
    class TestApp extends cdk.App {
      constructor(props?: import('aws-cdk-lib').AppProps) {
        super({
          ...props,
          outdir: join(folder, 'cdk.out'),
          analyticsReporting: false,
          context: { ...context, 'aws:cdk:enable-path-metadata': true, ...props?.context },
        });
        apps.push(this);
      }
    }
    // The package loads its parts when they are read, so its properties are handed on as getters.
    const patched = Object.defineProperties(
      {},
      Object.fromEntries(
        Object.keys(cdk).map((key) => [
          key,
          {
            enumerable: true,
            get: () => (key === 'App' ? TestApp : cdk[key as keyof typeof cdk]),
          },
        ]),
      ),
    );
    const load = (id: string): unknown => (id === 'aws-cdk-lib' ? patched : require(id));
    new Function('require', 'module', 'exports', '__dirname', '__filename', bundle?.text ?? '')(
      load,
      { exports: {} },
      {},
      join(folder, 'lib'),
      join(folder, bin.path),
    );
    const [app] = apps;
    if (!app) throw new Error('The generated program made no app');
    before?.(app);
    const previous = process.env.CDK_VALIDATION;
    process.env.CDK_VALIDATION = 'false';
    try {
      const assembly = app.synth();
      return new Map(
        assembly.stacks.map((stack) => [
          stack.environment.region,
          JSON.parse(readFileSync(stack.templateFullPath, 'utf8')) as Template,
        ]),
      );
    } catch (error) {
      if (afterFailure === undefined) throw error;
      afterFailure(join(folder, 'cdk.out'));
      return new Map();
    } finally {
      if (previous === undefined) delete process.env.CDK_VALIDATION;
      else process.env.CDK_VALIDATION = previous;
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
