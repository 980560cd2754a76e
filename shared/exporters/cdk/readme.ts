import { inlineText } from '../../lib/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import type { CdkStack } from './names.ts';

/** How to deploy the app, in order. */
export const cdkReadme = (plan: Plan, stacks: readonly CdkStack[]): string => {
  const regions = [...new Set(stacks.map(({ region }) => region))];
  const open = plan.stacks.flatMap((stack) => {
    const id = stacks.find(({ region }) => region === stack.region)?.id ?? '';
    return [...stack.parameters]
      .filter(([, spec]) => spec.default === undefined)
      .map(([name, spec]) => ({ id, name, spec }));
  });
  return [
    `# ${inlineText(plan.design.name)}`,
    '',
    ...(plan.design.description ? [inlineText(plan.design.description), ''] : []),
    'An AWS CDK app in TypeScript, made from a design.',
    '',
    '## Deploy',
    '',
    ...(open.length === 0
      ? []
      : [
          'The design leaves these values open; put yours in the last command:',
          '',
          ...open.map(({ name, spec }) => `- \`${name}\`: ${inlineText(spec.description)}`),
          '',
        ]),
    '```sh',
    'npm install',
    'npm run build',
    ...builds(plan).map((folder) => `make -C ${folder}`),
    `npx cdk bootstrap ${regions.map((region) => `aws://$AWS_ACCOUNT_ID/${region}`).join(' ')}`,
    [
      'npx cdk deploy --all',
      ...open.map(({ id, name, spec }) => `--parameters ${id}:${name}=${spec.example ?? '...'}`),
    ].join(' \\\n  '),
    '```',
    '',
    '`npm test` synthesizes the app without an account.',
    '',
  ].join('\n');
};

/** Folders of code that has to be built before it is deployed. */
const builds = (plan: Plan): readonly string[] =>
  plan.stacks.flatMap(({ files }) =>
    [...files.keys()].flatMap((path) => (path.endsWith('/Makefile') ? [path.slice(0, -9)] : [])),
  );
