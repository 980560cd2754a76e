import type { ExportedFile } from '../exported.ts';
import type { Plan } from '../plan/plan.ts';
import { appName, type CdkStack } from './names.ts';
import { cdkReadme } from './readme.ts';

/** The versions that generated apps are compiled and synthesized with in our tests. */
const cdkVersions = {
  'aws-cdk-lib': '2.276.0',
  constructs: '10.8.1',
  'aws-cdk': '2.1132.0',
  typescript: '7.0.2',
  '@types/node': '24.19.2',
  tsx: '4.23.15',
} as const;

/**
 * Feature flags that new CDK apps have and ours rely on.
 * https://docs.aws.amazon.com/cdk/v2/guide/featureflags.html
 */
const cdkContext = {
  // A stack reads values of other stacks when it is deployed. The default pins them: a new version of a Lambda@Edge
  // function in us-east-1 could then never be deployed, because the distribution's stack still holds the old one.
  '@aws-cdk/core:defaultCrossStackReferences': 'weak',
  // Without it every API of AppSync may call a function that authorizes for one of them.
  '@aws-cdk/aws-appsync:appSyncGraphQLAPIScopeLambdaPermission': true,
  // Without it an alias to a user pool's domain brings a custom resource along.
  '@aws-cdk/aws-route53-targets:userPoolDomainNameMethodWithoutCustomResource': true,
  // Server access logs are let in by a bucket policy. The old way needs access control lists, which buckets no longer have.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  // Without it every replication role of an account has the same name.
  '@aws-cdk/aws-s3:setUniqueReplicationRoleName': true,
} as const;

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Everything around the stacks: package, configuration, a test and the README. */
export const projectFiles = (plan: Plan, stacks: readonly CdkStack[]): readonly ExportedFile[] => {
  const app = appName(plan);
  return [
    {
      path: 'package.json',
      text: json({
        name: app,
        version: '0.1.0',
        private: true,
        scripts: {
          build: 'tsc --noEmit',
          test: 'tsx --test test/*.test.ts',
          synth: 'cdk synth',
          deploy: 'cdk deploy --all',
        },
        dependencies: {
          'aws-cdk-lib': cdkVersions['aws-cdk-lib'],
          constructs: cdkVersions.constructs,
        },
        devDependencies: {
          '@types/node': cdkVersions['@types/node'],
          'aws-cdk': cdkVersions['aws-cdk'],
          tsx: cdkVersions.tsx,
          typescript: cdkVersions.typescript,
        },
      }),
    },
    {
      path: 'tsconfig.json',
      text: json({
        compilerOptions: {
          target: 'ES2022',
          module: 'NodeNext',
          lib: ['ES2022'],
          types: ['node'],
          strict: true,
          noUnusedLocals: true,
          noImplicitReturns: true,
          skipLibCheck: true,
          noEmit: true,
        },
        include: ['bin', 'lib', 'test'],
      }),
    },
    {
      path: 'cdk.json',
      text: json({
        app: `npx tsx bin/${app}.ts`,
        watch: {
          include: ['**'],
          exclude: ['README.md', 'cdk*.json', 'package*.json', 'node_modules', 'test'],
        },
        context: cdkContext,
      }),
    },
    { path: '.gitignore', text: 'node_modules/\ncdk.out/\n' },
    { path: 'README.md', text: cdkReadme(plan, stacks) },
  ];
};
