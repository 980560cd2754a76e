import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ExportedFile } from '../exported.ts';
import { synthesize } from './synth.ts';

const require = createRequire(import.meta.url);

/** An error of cdk-nag. */
export interface NagFinding {
  readonly rule: string;
  readonly constructs: readonly string[];
}

interface Report {
  readonly pluginReports: readonly {
    readonly violations: readonly {
      readonly ruleName: string;
      readonly severity?: string;
      readonly violatingConstructs?: readonly { readonly constructPath?: string }[];
    }[];
  }[];
}

/** What cdk-nag's AwsSolutions pack finds wrong in a generated app. */
export const nagFindings = (files: readonly ExportedFile[]): readonly NagFinding[] => {
  const { AwsSolutionsChecks } = require('cdk-nag') as typeof import('cdk-nag');
  const { Validations } = require('aws-cdk-lib') as typeof import('aws-cdk-lib');
  let report: Report = { pluginReports: [] };
  synthesize(files, {
    before: (app) => {
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    },
    afterFailure: (folder) => {
      report = JSON.parse(readFileSync(`${folder}/validation-report.json`, 'utf8')) as Report;
    },
  });
  return report.pluginReports
    .flatMap(({ violations }) => violations)
    .filter(({ severity }) => severity === undefined || /error|high/i.test(severity))
    .map(({ ruleName, violatingConstructs }) => ({
      rule: ruleName,
      constructs: (violatingConstructs ?? []).map(({ constructPath }) => constructPath ?? ''),
    }));
};
