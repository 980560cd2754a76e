import { inlineText } from '../../lib/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import type { SamStack } from './stacks.ts';

/** How to deploy the stacks, in order, with the values that one hands to the next. */
export const samReadme = (plan: Plan, stacks: readonly SamStack[]): string => {
  const steps = stacks.flatMap((stack) => step(plan, stack, stacks));
  return [
    `# ${inlineText(plan.design.name)}`,
    '',
    ...(plan.design.description ? [inlineText(plan.design.description), ''] : []),
    'AWS SAM templates, made from a design. You need the AWS SAM CLI and credentials of an AWS account.',
    '',
    '## Deploy',
    '',
    ...(stacks.length > 1 ? ['One template for each region, in this order:', ''] : []),
    ...steps,
    'Stack names are lower case: bucket names are made from them.',
    '',
  ].join('\n');
};

const step = (plan: Plan, stack: SamStack, stacks: readonly SamStack[]): string[] => {
  const { template, file } = stack;
  const environment =
    template.region === plan.design.region ? '' : ` --config-env ${template.region}`;
  const foreign = new Set(template.foreign.map(({ parameter }) => parameter));
  const open = [...template.parameters].filter(
    ([name, spec]) => spec.default === undefined && !foreign.has(name),
  );
  const handed = template.foreign.map(({ parameter, from, output }) => {
    const name = stacks.find((item) => item.template.region === from)?.stackName ?? '';
    return `${parameter}="$(aws cloudformation describe-stacks --region ${from} --stack-name ${name} --query "Stacks[0].Outputs[?OutputKey=='${output}'].OutputValue" --output text)"`;
  });
  return [
    ...(stacks.length > 1 ? [`### ${template.region}`, ''] : []),
    ...(open.length > 0
      ? [
          'Fill in these parameters in `samconfig.toml` first:',
          '',
          ...open.map(([name, spec]) => `- \`${name}\`: ${inlineText(spec.description)}`),
          '',
        ]
      : []),
    '```sh',
    `sam build --template-file ${file}${environment}`,
    handed.length === 0
      ? `sam deploy${environment}`
      : [`sam deploy${environment} --parameter-overrides`, ...handed].join(' \\\n  '),
    '```',
    '',
  ];
};
