import { codeOf } from '../../catalog/code.ts';
import {
  type Expression,
  type ExpressionObject,
  isExpressionObject,
  isToken,
  tokenKind,
} from '../../catalog/expression.ts';
import { array, type Code, object } from '../../lib/typescript/syntax.ts';
import { camelCase } from '../../lib/words.ts';
import type { PlannedResource } from '../plan/stack-plan.ts';
import { moduleOfService } from './modules.ts';

/** `sns.CfnSubscription` for `AWS::SNS::Subscription`. */
const l1Class = (type: string): string => {
  const [, service = '', name = ''] = type.split('::');
  const module = moduleOfService(service);
  if (module === undefined)
    throw new Error(`No CDK module for ${type}. Add its module to modules.ts.`);
  return `${module}.Cfn${name}`;
};

/** Names that the CDK does not camel-case by the general rule. */
const irregular: Readonly<Record<string, string>> = {
  CidrIp: 'cidrIp',
  CidrIpv6: 'cidrIpv6',
  Ipv6CidrBlock: 'ipv6CidrBlock',
  IPV6Enabled: 'ipv6Enabled',
  OpenIdConnectProviderARNs: 'openIdConnectProviderArns',
  SamlProviderARNs: 'samlProviderArns',
  VPCs: 'vpcs',
};

/** The name of an L1 property. */
export const l1Property = (name: string): string => irregular[name] ?? camelCase(name);

const l1Value = (value: Expression): Code => {
  if (isToken(value) && tokenKind(value) === 'document') return codeOf(value);
  if (Array.isArray(value)) return array(value.map((item: Expression) => l1Value(item)));
  if (isExpressionObject(value)) return l1Properties(value);
  return codeOf(value);
};

/** Properties of an L1 construct from CloudFormation's; documents keep their keys. */
const l1Properties = (properties: ExpressionObject): Code =>
  object(
    Object.fromEntries(
      Object.entries(properties).map(([key, value]) => [
        l1Property(key),
        value === undefined ? undefined : l1Value(value),
      ]),
    ),
  );

/** The L1 construct of a resource. */
export const l1Construct = (resource: PlannedResource): { class: string; props: Code } => ({
  class: l1Class(resource.type),
  props: l1Properties(resource.properties),
});
