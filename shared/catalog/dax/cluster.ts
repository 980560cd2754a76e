import type { Json } from '../../lib/json.ts';
import { constructRef } from '../code.ts';
import { document, type Expression, type ExpressionObject, getAtt, refOf } from '../expression.ts';
import { requiredNetwork } from '../network/required.ts';
import { securityGroupIds } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';

/** Where a cluster listens: with TLS, and without. https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/DAX.create-cluster.cli.html */
const ports = { TLS: 9111, NONE: 8111 } as const;

export const daxPort = (encryption: Json | undefined): number =>
  encryption === 'NONE' ? ports.NONE : ports.TLS;

/** How long entries live unless the cluster's parameters say otherwise. */
export const defaultTtlMs = 300_000;

/** The table whose name the code gets: the first that the cluster caches. */
export const cachedTable = (cluster: NodeScope): NodeScope | undefined =>
  cluster.links('out', { mechanism: 'cache', kind: 'dynamodb-table' })[0]?.target;

/** The cluster with its subnet group, parameters, and the role with which it reads tables. */
export const emitDaxCluster = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const network = requiredNetwork(scope);
  if (!network) return;
  const role = `${id}Role`;
  serviceRole(out, role, { service: 'dax.amazonaws.com' });
  out.identity(node.id, { resource: role, cdk: constructRef(role), method: 'addToPolicy' });
  const subnetGroup = `${id}SubnetGroup`;
  out.resource(subnetGroup, {
    type: 'AWS::DAX::SubnetGroup',
    properties: { Description: `Subnets of ${id}`, SubnetIds: network.subnetIds },
  });
  const parameterGroup = emitParameters(scope);
  out.resource(id, {
    type: 'AWS::DAX::Cluster',
    properties: {
      ...scope.cfnProperties(),
      IAMRoleARN: getAtt(role, 'Arn'),
      SubnetGroupName: refOf(subnetGroup),
      SecurityGroupIds: securityGroupIds(scope),
      ParameterGroupName: parameterGroup && refOf(parameterGroup),
    },
  });
};

/** A parameter group, where a time to live differs from what DAX takes by itself. */
const emitParameters = (scope: NodeScope): string | undefined => {
  const ttl = (property: string): Expression | undefined => {
    const value = scope.value(property);
    return value === defaultTtlMs ? undefined : typeof value === 'number' ? String(value) : value;
  };
  const values: ExpressionObject = {
    'record-ttl-millis': ttl('itemTtl'),
    'query-ttl-millis': ttl('queryTtl'),
  };
  if (Object.values(values).every((value) => value === undefined)) return undefined;
  const id = `${scope.id}ParameterGroup`;
  scope.out.resource(id, {
    type: 'AWS::DAX::ParameterGroup',
    properties: { Description: `Parameters of ${scope.id}`, ParameterNameValues: document(values) },
  });
  return id;
};
