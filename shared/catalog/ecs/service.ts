import { array, flag, object } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { isExpressionObject, isToken, refOf } from '../expression.ts';
import { requiredNetwork } from '../network/required.ts';
import { securityGroupCodes, securityGroupIds } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { emitDiscovery } from './discovery.ts';
import { clusterId, taskId } from './ids.ts';
import { emitTask } from './task.ts';

/** What a shell in a running container needs. https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html */
const shellActions = [
  'ssmmessages:CreateControlChannel',
  'ssmmessages:CreateDataChannel',
  'ssmmessages:OpenControlChannel',
  'ssmmessages:OpenDataChannel',
];

/** The service with its cluster, its task definition and their roles. */
export const emitService = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const network = requiredNetwork(scope);
  if (!network) return;
  emitTask(scope);
  const cluster = clusterId(scope);
  out.resource(cluster, {
    type: 'AWS::ECS::Cluster',
    cdk: { class: 'ecs.Cluster', props: { vpc: network.vpc.construct } },
  });
  const discovery = emitDiscovery(scope, network.vpc);
  const publicIp = scope.value('assignPublicIp') ?? 'DISABLED';
  const { DeploymentConfiguration: deployment, ...own } = scope.cfnProperties();
  out.resource(id, {
    type: 'AWS::ECS::Service',
    properties: {
      ...own,
      Cluster: refOf(cluster),
      TaskDefinition: refOf(taskId(scope)),
      LaunchType: 'FARGATE',
      DeploymentConfiguration: {
        ...(isExpressionObject(deployment) ? deployment : {}),
        DeploymentCircuitBreaker: { Enable: true, Rollback: true },
      },
      NetworkConfiguration: {
        AwsvpcConfiguration: {
          AssignPublicIp: publicIp,
          SecurityGroups: securityGroupIds(scope),
          Subnets: network.subnetIds,
        },
      },
      ...discovery?.properties,
    },
    cdk: scope.l2('ecs.FargateService', {
      cluster: constructRef(cluster),
      taskDefinition: constructRef(taskId(scope)),
      assignPublicIp: flag(publicIp === 'ENABLED'),
      vpcSubnets: network.selection,
      securityGroups: array(securityGroupCodes(scope)),
      circuitBreaker: object({ enable: flag(true), rollback: flag(true) }),
      ...discovery?.props,
    }),
  });
  if (isToken(publicIp))
    out.override(id, 'NetworkConfiguration.AwsvpcConfiguration.AssignPublicIp', publicIp);
  const shell = scope.value('enableExecuteCommand');
  if (shell === true || isToken(shell))
    out.allow(
      node.id,
      { actions: shellActions, resources: ['*'] },
      // The construct allows it by itself where it knows.
      shell === true ? 'sam' : undefined,
    );
  const environment = scope.value('environment');
  if (isExpressionObject(environment))
    for (const [variable, value] of Object.entries(environment))
      if (value !== undefined) out.environment(node.id, variable, value);
};
