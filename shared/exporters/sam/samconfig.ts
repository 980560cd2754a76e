import type { Plan } from '../plan/plan.ts';
import type { StackPlan } from '../plan/stack-plan.ts';
import type { SamStack } from './stacks.ts';

/** A TOML basic string. https://toml.io/en/v1.0.0#string */
const quoted = (text: string): string => JSON.stringify(text).replaceAll('\u007f', '\\u007f');

/** `samconfig.toml`: how each stack is built and deployed. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/serverless-sam-cli-config.html */
export const samConfig = (plan: Plan, stacks: readonly SamStack[]): string => {
  const sections = stacks.map(({ template, file, stackName }) => {
    const environment = template.region === plan.design.region ? 'default' : template.region;
    const stack = plan.stacks.find(({ region }) => region === template.region);
    const open = [...template.parameters]
      .filter(([name, { default: value }]) => value === undefined && !isForeign(template, name))
      .map(([name, { example }]) => `${name}=${example ?? 'FILL-IN'}`);
    return [
      `[${environment}.build.parameters]`,
      `template_file = ${quoted(file)}`,
      '',
      `[${environment}.deploy.parameters]`,
      `stack_name = ${quoted(stackName)}`,
      `region = ${quoted(template.region)}`,
      `capabilities = "${namesRoles(stack) ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM'}"`,
      'resolve_s3 = true',
      ...(hasImages(stack) ? ['resolve_image_repos = true'] : []),
      'confirm_changeset = true',
      ...(open.length === 0
        ? []
        : [`parameter_overrides = [${open.map((item) => quoted(item)).join(', ')}]`]),
      '',
    ].join('\n');
  });
  return ['version = 0.1', '', ...sections].join('\n');
};

const isForeign = (template: SamStack['template'], name: string): boolean =>
  template.foreign.some(({ parameter }) => parameter === name);

/** True when IAM has to be asked for a name of the user's own. https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/control-access-with-iam.html#using-iam-capabilities */
const namesRoles = (stack: StackPlan | undefined): boolean =>
  [...(stack?.resources.values() ?? [])].some(
    ({ type, properties }) => type === 'AWS::IAM::Role' && properties.RoleName !== undefined,
  );

/** True when `sam deploy` has an image to push. */
const hasImages = (stack: StackPlan | undefined): boolean =>
  [...(stack?.resources.values() ?? [])].some(
    ({ metadata }) => metadata?.DockerContext !== undefined,
  );
