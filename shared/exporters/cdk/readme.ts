import { inlineText } from '../../lib/markdown.ts';
import type { Plan } from '../plan/plan.ts';
import type { CdkStack } from './cdk.ts';

/** How to deploy the app, in order. */
export const cdkReadme = (plan: Plan, stacks: readonly CdkStack[]): string => {
  const regions = [...new Set(stacks.map(({ region }) => region))];
  return `# ${inlineText(plan.design.name)}

${plan.design.description ? `${inlineText(plan.design.description)}\n\n` : ''}An AWS CDK app in TypeScript, made from a design.

## Deploy

\`\`\`sh
npm install
npm run build
npx cdk bootstrap ${regions.map((region) => `aws://$AWS_ACCOUNT_ID/${region}`).join(' ')}
npx cdk deploy --all
\`\`\`

\`npm test\` synthesizes the app without an account.
`;
};
