import { member, name, object, text } from '../../lib/typescript/syntax.ts';
import { kebabCase } from '../../lib/words.ts';
import { constructRef } from '../code.ts';
import { type Expression, getAtt, join, pseudo } from '../expression.ts';
import { physicalNameCode } from '../log-groups.ts';
import type { NodeScope } from '../service.ts';
import { containerId, containerName } from './ids.ts';
import { portOf } from './task.ts';

/*
 * Tasks come and go, and their addresses with them. Whoever calls a service inside the VPC finds its tasks by a name
 * in a private DNS zone that ECS keeps up to date (AWS Cloud Map).
 */

/** True when somebody in the VPC calls the service by its name. */
const isCalled = (scope: NodeScope): boolean =>
  scope.links('in', { mechanism: 'network-access' }).length > 0;

const vpcOf = (scope: NodeScope): NodeScope | undefined => {
  const vpc = scope.graph.vpc(scope.node);
  return vpc && scope.scopeOf(vpc);
};

/** The zone of a VPC; a stack can be deployed twice, so its name is a part. */
const zoneName = (vpc: NodeScope): Expression =>
  join(kebabCase(vpc.id), '.', pseudo('StackName'), '.internal');

const namespaceId = (vpc: NodeScope): string => `${vpc.id}Namespace`;

/** The service's own name in the zone. */
const label = ({ id }: NodeScope): string => kebabCase(id);

/** The host name by which the service is called. */
export const serviceHost = (scope: NodeScope): Expression => {
  const vpc = vpcOf(scope);
  return vpc === undefined ? '' : join(`${label(scope)}.`, zoneName(vpc));
};

/** True when an API finds the tasks in Cloud Map, where it needs to read their port as well. */
const isAskedFor = (scope: NodeScope): boolean =>
  scope.links('in', { mechanism: 'private-access' }).length > 0;

/** The service's entry in Cloud Map. */
export const registryId = ({ id }: NodeScope): string => `${id}CloudmapService`;

/** The name of the service in the private zone of its VPC, if anybody asks for it. */
export const emitDiscovery = (scope: NodeScope, vpc: NodeScope) => {
  const withPort = isAskedFor(scope);
  if (!withPort && !isCalled(scope)) return undefined;
  const { out, node } = scope;
  if (withPort && isCalled(scope)) {
    out.problem(
      `"${node.name}" is called by its name inside the VPC and found by an API in AWS Cloud Map; ECS enters a service for one of both only. Put a load balancer in between.`,
    );
    return undefined;
  }
  const namespace = namespaceId(vpc);
  const zone = zoneName(vpc);
  if (!out.has(namespace))
    out.resource(namespace, {
      type: 'AWS::ServiceDiscovery::PrivateDnsNamespace',
      properties: { Name: zone, Vpc: vpc.attribute('id') },
      cdk: {
        class: 'servicediscovery.PrivateDnsNamespace',
        props: { name: physicalNameCode(zone), vpc: vpc.construct },
      },
    });
  const registry = registryId(scope);
  out.resource(registry, {
    type: 'AWS::ServiceDiscovery::Service',
    properties: {
      Name: label(scope),
      NamespaceId: getAtt(namespace, 'Id'),
      DnsConfig: {
        DnsRecords: [{ Type: withPort ? 'SRV' : 'A', TTL: 60 }],
        NamespaceId: getAtt(namespace, 'Id'),
        RoutingPolicy: 'MULTIVALUE',
      },
      HealthCheckCustomConfig: { FailureThreshold: 1 },
    },
    cdk: 'none',
  });
  return {
    properties: {
      ServiceRegistries: [
        {
          RegistryArn: getAtt(registry, 'Arn'),
          ...(withPort ? { ContainerName: containerName, ContainerPort: portOf(scope) } : {}),
        },
      ],
    },
    props: {
      cloudMapOptions: object({
        name: text(label(scope)),
        cloudMapNamespace: constructRef(namespace),
        dnsRecordType: withPort ? name('servicediscovery.DnsRecordType.SRV') : undefined,
        container: withPort ? constructRef(containerId(scope)) : undefined,
        containerPort: withPort
          ? member(constructRef(containerId(scope)), 'containerPort')
          : undefined,
      }),
    },
  };
};
