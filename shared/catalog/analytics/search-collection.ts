import type { Json } from '../../lib/json.ts';
import { sortedBy } from '../../lib/order.ts';
import { kebabCase } from '../../lib/words.ts';
import { type Expression, refOf } from '../expression.ts';
import { expressionText } from '../json-text.ts';
import { refuseUnknown } from '../known.ts';
import { networkOf } from '../network/placement.ts';
import { emitOwnSecurityGroup, securityGroupIds } from '../network/security-groups.ts';
import type { NodeScope } from '../service.ts';
import { ingestionRoleArn } from './ingestion.ts';

/** The name of the collection; its policies carry it too, and their names have at most 32 characters. */
const collectionName = (scope: NodeScope): string => {
  const given = scope.read('collectionName');
  const name = typeof given === 'string' && given !== '' ? given : kebabCase(scope.id).slice(0, 28);
  // At least three characters, the first one a letter.
  return /^[a-z][a-z0-9-]{2,}$/.test(name) ? name : `c-${name}-x`.slice(0, 32);
};

/** A serverless collection with the policies that it cannot do without. */
export const emitCollection = (scope: NodeScope): void => {
  const { out, id } = scope;
  if (refuseUnknown(scope, 'collectionName')) return;
  const name = collectionName(scope);
  const collection = [`collection/${name}`];
  const encryption = `${id}EncryptionPolicy`;
  const network = `${id}NetworkPolicy`;
  out.resource(encryption, {
    type: 'AWS::OpenSearchServerless::SecurityPolicy',
    properties: {
      Name: name,
      Type: 'encryption',
      Policy: expressionText({
        Rules: [{ ResourceType: 'collection', Resource: collection }],
        AWSOwnedKey: true,
      }),
    },
  });
  const endpoint = emitEndpoint(scope, name);
  out.resource(network, {
    type: 'AWS::OpenSearchServerless::SecurityPolicy',
    properties: {
      Name: name,
      Type: 'network',
      Policy: expressionText([
        {
          Rules: [
            { ResourceType: 'collection', Resource: collection },
            { ResourceType: 'dashboard', Resource: collection },
          ],
          ...(endpoint === undefined
            ? { AllowFromPublic: true }
            : { AllowFromPublic: false, SourceVPCEs: [refOf(endpoint)] }),
        },
      ]),
    },
  });
  out.resource(id, {
    type: 'AWS::OpenSearchServerless::Collection',
    deletionPolicy: 'Retain',
    dependsOn: [encryption, network],
    properties: {
      Name: name,
      Type: scope.value('collectionType') ?? 'SEARCH',
      StandbyReplicas: scope.read('standbyReplicas') === false ? 'DISABLED' : 'ENABLED',
    },
  });
  out.output(`${id}Endpoint`, scope.attribute('url'), `Address of ${id}.`);
};

/** In a VPC the collection is reached through an endpoint of its own kind. */
const emitEndpoint = (scope: NodeScope, name: string): string | undefined => {
  const network = networkOf(scope, { onePerZone: true });
  if (!network) return undefined;
  const id = `${scope.id}VpcEndpoint`;
  emitOwnSecurityGroup(scope, network.vpc);
  scope.out.resource(id, {
    type: 'AWS::OpenSearchServerless::VpcEndpoint',
    properties: {
      Name: name,
      VpcId: network.vpc.attribute('id'),
      SubnetIds: network.subnetIds,
      SecurityGroupIds: securityGroupIds(scope),
    },
  });
  return id;
};

/** What a reader, a writer and both may do with the indexes. */
const reading = ['aoss:DescribeIndex', 'aoss:ReadDocument'];
const writing = [
  'aoss:CreateIndex',
  'aoss:UpdateIndex',
  'aoss:DescribeIndex',
  'aoss:WriteDocument',
];

/** IAM alone does not open a collection: a data access policy names the roles that may use its indexes. */
export const finishCollection = (scope: NodeScope): void => {
  const { out, id } = scope;
  if (!out.has(id)) return;
  const name = collectionName(scope);
  const groups = new Map<string, Expression[]>();
  for (const link of scope.links('in', {})) {
    const { source, definition, read } = link;
    const role =
      ingestionRoleArn(link) ??
      (source.attributeNames.includes('roleArn') ? source.attribute('roleArn') : undefined);
    if (role === undefined) continue;
    const permissions = permissionsFor(
      Object.hasOwn(definition.properties, 'access') ? read('access') : 'write',
    );
    groups.set(permissions, [...(groups.get(permissions) ?? []), role]);
  }
  // AWS wants somebody in the policy.
  if (groups.size === 0) return;
  out.resource(`${id}DataAccess`, {
    type: 'AWS::OpenSearchServerless::AccessPolicy',
    properties: {
      Name: name,
      Type: 'data',
      Policy: expressionText(
        sortedBy([...groups], ([permissions]) => permissions).map(([permissions, roles]) => ({
          Rules: [
            {
              ResourceType: 'index',
              Resource: [`index/${name}/*`],
              Permission: permissions.split(','),
            },
          ],
          Principal: roles,
        })),
      ),
    },
  });
};

/** What a reader, a writer or both may do. */
const permissionsFor = (access: Json | undefined): string =>
  [
    ...new Set([
      ...(access === 'read' || access === 'readwrite' ? reading : []),
      ...(access === 'read' ? [] : writing),
    ]),
  ]
    .sort()
    .join();
