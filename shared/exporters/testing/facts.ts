import { isJsonObject, type Json } from '../../lib/json.ts';
import { canonical, type Side } from './canonical.ts';
import { distributionForm } from './distribution-form.ts';
import type { Fact } from './fact.ts';
import { gatewayCaller, isRoutePart, routeFacts } from './routes.ts';
import type { TemplateResource } from './template.ts';

/** IAM resources become permissions; permissions of functions likewise. */
const isPermission = (type: string): boolean =>
  /^AWS::(IAM::(Role|Policy|ManagedPolicy)|Lambda::Permission|SQS::QueuePolicy|SNS::TopicPolicy|S3::BucketPolicy|Logs::ResourcePolicy|Events::EventBusPolicy)$/.test(
    type,
  );

/** Resources that say nothing by themselves. */
const isBookkeeping = (type: string): boolean => type === 'AWS::Lambda::Version';

/** Everything that a side deploys, as facts. `named` are the ids that both exports must use. */
export const factsOf = (side: Side): readonly Fact[] => {
  const facts: Fact[] = [];
  for (const [id, resource] of Object.entries(side.resources)) {
    if (isPermission(resource.Type)) facts.push(...permissionFacts(id, resource, side));
    else if (!isBookkeeping(resource.Type) && !isRoutePart(resource.Type))
      facts.push(...resourceFacts(id, resource, side));
  }
  return [...facts, ...routeFacts(side)];
};

/** Settings that only say where code lies or who made it. */
const unimportant: ReadonlySet<string> = new Set([
  'Code',
  'CodeS3Location',
  'DefinitionS3Location',
  'DeploymentId',
  'Tags',
  'FileSystemTags',
  'AccessPointTags',
  'Role',
]);

const resourceFacts = (id: string, resource: TemplateResource, side: Side): Fact[] => {
  const name = labelOf(id, resource, side);
  const properties = isJsonObject(resource.Properties) ? resource.Properties : {};
  const facts: Fact[] = [{ kind: 'resource', text: name }];
  for (const [key, value] of Object.entries(properties)) {
    if (unimportant.has(key)) continue;
    if (resource.Type === 'AWS::ApiGateway::RestApi' && key === 'Policy') {
      facts.push(...statementFacts(`on <${side.nameOf(id)}>`, value, side));
      continue;
    }
    // The name of a bucket is itself, not a reference to the bucket.
    const shown = key === 'BucketName' ? { ...side, aliases: new Map<string, string>() } : side;
    const form = canonical(value, shown);
    for (const [path, leaf] of leaves(
      resource.Type === 'AWS::CloudFront::Distribution' ? distributionForm(form) : form,
    ))
      facts.push({
        kind: 'setting',
        text: `${name} ${[key, ...path].join('.')} = ${JSON.stringify(leaf)}`,
      });
  }
  if (resource.DeletionPolicy !== undefined && resource.DeletionPolicy !== 'Delete')
    facts.push({ kind: 'setting', text: `${name} DeletionPolicy = ${resource.DeletionPolicy}` });
  return facts;
};

/** Types whose resources are known by what they connect, not by a name. */
const connecting: Readonly<Record<string, readonly string[]>> = {
  'AWS::Lambda::EventSourceMapping': ['FunctionName', 'EventSourceArn'],
  'AWS::Lambda::EventInvokeConfig': ['FunctionName'],
  'AWS::Lambda::Alias': ['FunctionName', 'Name'],
  'AWS::Lambda::Url': ['TargetFunctionArn'],
  'AWS::SNS::Subscription': ['TopicArn', 'Protocol', 'Endpoint'],
  'AWS::Logs::SubscriptionFilter': ['LogGroupName', 'DestinationArn'],
  'AWS::Logs::LogStream': ['LogGroupName'],
  'AWS::Route53::RecordSet': ['Name', 'Type'],
  'AWS::CloudFront::OriginAccessControl': [],
  'AWS::ApiGateway::Stage': ['RestApiId'],
  'AWS::ApiGateway::UsagePlanKey': ['UsagePlanId', 'KeyId'],
  'AWS::ApiGatewayV2::Stage': ['ApiId'],
  'AWS::ApiGateway::BasePathMapping': ['DomainName', 'BasePath'],
  'AWS::ApiGatewayV2::ApiMapping': ['DomainName', 'ApiMappingKey'],
  'AWS::EC2::SecurityGroupIngress': ['GroupId', 'SourceSecurityGroupId', 'IpProtocol', 'FromPort'],
  'AWS::EC2::SecurityGroupEgress': [
    'GroupId',
    'DestinationSecurityGroupId',
    'IpProtocol',
    'FromPort',
  ],
};

const labelOf = (id: string, resource: TemplateResource, side: Side): string => {
  const keys = connecting[resource.Type];
  if (keys === undefined) return `${resource.Type} ${side.nameOf(id)}`;
  const ends = keys.map((key) =>
    String(canonical(resource.Properties?.[key] ?? '', side)).replace(/^<([^.>]+)\.Arn>$/, '<$1>'),
  );
  return `${resource.Type} ${ends.join(' ')}`;
};

/** The leaves of a value with their paths; lists count as leaves when they hold plain values, and do not keep an order. */
const leaves = (value: Json, path: readonly string[] = []): [readonly string[], Json][] => {
  if (Array.isArray(value)) {
    const items = value as readonly Json[];
    if (items.every((item) => typeof item !== 'object' || item === null))
      return [[path, [...items].map(String).sort()]];
    return items.map((item) => [[...path, '[]'], sortedDeep(item)]);
  }
  if (isJsonObject(value))
    return Object.entries(value).flatMap(([key, item]) => leaves(item, [...path, key]));
  return [[path, typeof value === 'object' ? value : String(value)]];
};

const sortedDeep = (value: Json): Json =>
  isJsonObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([key, item]) => [key, sortedDeep(item)]),
      )
    : Array.isArray(value)
      ? (value as readonly Json[]).map(sortedDeep)
      : typeof value === 'object'
        ? value
        : String(value);

/** A function that is named by its URL. */
const functionOf = (value: Json | undefined, side: Side): Json | undefined => {
  const path = isJsonObject(value) ? value['Fn::GetAtt'] : undefined;
  const url = Array.isArray(path) ? side.resources[String(path[0])] : undefined;
  return url?.Type === 'AWS::Lambda::Url' ? url.Properties?.TargetFunctionArn : value;
};

const permissionFacts = (id: string, resource: TemplateResource, side: Side): Fact[] => {
  const properties = resource.Properties ?? {};
  switch (resource.Type) {
    case 'AWS::Lambda::Permission':
      return [
        fact(
          `on ${text(functionOf(properties.FunctionName, side), side).replace(/\.Arn>$/, '>')}`,
          'Allow',
          text(properties.Principal, side),
          text(properties.Action, side),
          '',
          canonical(
            {
              ...(properties.SourceArn === undefined
                ? {}
                : { SourceArn: gatewayCaller(text(properties.SourceArn, side), side) }),
              ...(properties.SourceAccount === undefined
                ? {}
                : { SourceAccount: properties.SourceAccount }),
            },
            side,
          ),
        ),
      ];
    case 'AWS::IAM::Role': {
      const holder = holderOf(id, side);
      const inline = [properties.Policies ?? []].flat().filter(isJsonObject);
      return [
        ...inline.flatMap((policy) => statementFacts(holder, policy.PolicyDocument, side)),
        ...[properties.ManagedPolicyArns ?? []].flat().map(
          (arn): Fact => ({
            kind: 'permission',
            text: `${holder} has ${text(arn as Json, side).replace(/^.*policy\//, '')}`,
          }),
        ),
        ...statementFacts(`${holder} trusts`, properties.AssumeRolePolicyDocument, side),
      ];
    }
    case 'AWS::IAM::Policy':
    case 'AWS::IAM::ManagedPolicy':
      return [properties.Roles ?? []].flat().flatMap((role) => {
        const roleId = isJsonObject(role) ? String(role.Ref) : String(role);
        return statementFacts(holderOf(roleId, side), properties.PolicyDocument, side);
      });
    default: {
      const on = properties.Queues ?? properties.Topics ?? properties.Bucket ?? '';
      const target = [on]
        .flat()
        .map((item) => text(item as Json, side))
        .join(',');
      return statementFacts(`on ${target}`, properties.PolicyDocument, side);
    }
  }
};

/** Who runs under a role, else the service that may assume it. One who merely hands the role on does not count. */
const holderOf = (roleId: string, side: Side): string => {
  const users = Object.entries(side.resources)
    .filter(([, { Type, Properties }]) => {
      if (Type === 'AWS::Lambda::Function') return mentions(Properties?.Role, roleId);
      if (Type === 'AWS::ECS::TaskDefinition') return mentions(Properties?.TaskRoleArn, roleId);
      if (Type === 'AWS::IAM::InstanceProfile')
        return JSON.stringify(Properties?.Roles ?? []).includes(`"${roleId}"`);
      return Type === 'AWS::StepFunctions::StateMachine' && mentions(Properties?.RoleArn, roleId);
    })
    .map(([id]) => side.nameOf(id))
    .sort();
  if (users.length > 0) return users.join(',');
  const role = side.resources[roleId];
  return `role of ${JSON.stringify(principalOf(role?.Properties?.AssumeRolePolicyDocument, side))}`;
};

const mentions = (value: Json | undefined, id: string): boolean =>
  value !== undefined && JSON.stringify(value).includes(`["${id}","Arn"]`);

const principalOf = (document: Json | undefined, side: Side): Json => {
  const statement = isJsonObject(document) ? [document.Statement ?? []].flat()[0] : undefined;
  return isJsonObject(statement) ? canonical(statement.Principal ?? null, side) : null;
};

const statementFacts = (holder: string, document: Json | undefined, side: Side): Fact[] => {
  if (!isJsonObject(document)) return [];
  return [document.Statement ?? []].flat().flatMap((statement) => {
    if (!isJsonObject(statement)) return [];
    const actions = [statement.Action ?? []].flat() as readonly Json[];
    const resources = [statement.Resource ?? ''].flat() as readonly Json[];
    const principals = principalTexts(statement.Principal, side);
    return actions.flatMap((action) =>
      resources.flatMap((resource) =>
        principals.map((principal) =>
          fact(
            holder,
            String(statement.Effect ?? 'Allow'),
            principal,
            String(action),
            text(resource, side),
            canonical(statement.Condition ?? {}, side),
          ),
        ),
      ),
    );
  });
};

const principalTexts = (principal: Json | undefined, side: Side): readonly string[] => {
  if (principal === undefined) return [''];
  if (isJsonObject(principal))
    return Object.entries(principal).flatMap(([, value]) =>
      [value].flat().map((item) => text(item as Json, side)),
    );
  return [String(principal)];
};

const text = (value: Json | undefined, side: Side): string => {
  const result = canonical(value ?? '', side);
  return typeof result === 'string' ? result : JSON.stringify(result);
};

const fact = (
  holder: string,
  effect: string,
  principal: string,
  action: string,
  resource: string,
  condition: Json,
): Fact => ({
  kind: 'permission',
  text: [
    holder,
    effect,
    principal,
    action,
    resource,
    JSON.stringify(condition) === '{}' ? '' : JSON.stringify(condition),
  ]
    .filter((part) => part !== '')
    .join(' | '),
});
