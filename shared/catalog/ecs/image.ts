import { type Code, call, invoke } from '../../lib/typescript/syntax.ts';
import type { PolicyStatement } from '../blueprint.ts';
import { codeOf, constructRef, statementCode } from '../code.ts';
import { arn, type Expression, join } from '../expression.ts';
import type { NodeScope } from '../service.ts';
import { executionRoleId } from './ids.ts';

/** An image, and what the execution role needs to pull it. */
export interface ContainerImage {
  readonly address: Expression;
  readonly code: Code;
  readonly pull: readonly PolicyStatement[];
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_ECS.html */
const pullActions = [
  'ecr:BatchCheckLayerAvailability',
  'ecr:GetDownloadUrlForLayer',
  'ecr:BatchGetImage',
];

const pullFrom = (repository: Expression): readonly PolicyStatement[] => [
  { actions: ['ecr:GetAuthorizationToken'], resources: ['*'] },
  { actions: pullActions, resources: [repository] },
];

/** `111111111111.dkr.ecr.eu-west-1.amazonaws.com/app:1.2` */
const privateAddress = /^(\d{12})\.dkr\.ecr\.([a-z0-9-]+)\.[a-z.]+\/([a-z0-9._/-]+)(?:[:@].+)?$/;

/** The image of a service: of the repository that is drawn, else the one that its property names. */
export const containerImage = (scope: NodeScope): ContainerImage => {
  const { out } = scope;
  const [drawn] = scope.links('in', { mechanism: 'code-source' });
  if (drawn !== undefined) {
    const tag = drawn.value('tag') ?? 'latest';
    return {
      address: join(drawn.source.attribute('uri'), ':', tag),
      code: call('ecs.ContainerImage.fromEcrRepository', drawn.source.construct, codeOf(tag)),
      pull: pullFrom(drawn.source.attribute('arn')),
    };
  }
  const address = scope.value('image') ?? '';
  const [, account, region, repository] =
    (typeof address === 'string' && privateAddress.exec(address)) || [];
  const pull =
    account === undefined || region === undefined || repository === undefined
      ? []
      : pullFrom(arn('ecr', `repository/${repository}`, { region, account }));
  for (const statement of pull)
    out.statement(
      invoke(constructRef(executionRoleId(scope)), 'addToPolicy', statementCode(statement)),
    );
  return { address, code: call('ecs.ContainerImage.fromRegistry', codeOf(address)), pull };
};
