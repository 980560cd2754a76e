import { object, text } from '../../lib/typescript/syntax.ts';
import { kebabCase } from '../../lib/words.ts';
import { constructRef } from '../code.ts';
import { type Expression, getAtt, join, pseudo } from '../expression.ts';
import { physicalNameCode } from '../log-groups.ts';
import type { NodeScope } from '../service.ts';

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

/** The name of the service in the private zone of its VPC, if anybody asks for it. */
export const emitDiscovery = (scope: NodeScope, vpc: NodeScope) => {
  if (!isCalled(scope)) return undefined;
  const { out, id } = scope;
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
  const registry = `${id}CloudmapService`;
  out.resource(registry, {
    type: 'AWS::ServiceDiscovery::Service',
    properties: {
      Name: label(scope),
      NamespaceId: getAtt(namespace, 'Id'),
      DnsConfig: {
        DnsRecords: [{ Type: 'A', TTL: 60 }],
        NamespaceId: getAtt(namespace, 'Id'),
        RoutingPolicy: 'MULTIVALUE',
      },
      HealthCheckCustomConfig: { FailureThreshold: 1 },
    },
    cdk: 'none',
  });
  return {
    properties: { ServiceRegistries: [{ RegistryArn: getAtt(registry, 'Arn') }] },
    props: {
      cloudMapOptions: object({
        name: text(label(scope)),
        cloudMapNamespace: constructRef(namespace),
      }),
    },
  };
};
