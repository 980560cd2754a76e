import { serviceOf } from '../../catalog/catalog.ts';
import { constructRef, plainCode } from '../../catalog/code.ts';
import { isJsonObject, type Json } from '../../lib/json.ts';
import {
  array,
  type Code,
  call,
  member,
  name,
  object,
  reference,
  template,
  thisExpression,
} from '../../lib/typescript/syntax.ts';
import { type Intrinsic, isIntrinsic } from '../../model/value.ts';
import type { Plan } from '../plan/plan.ts';

const pseudoMembers: Readonly<Record<string, string>> = {
  'AWS::Region': 'region',
  'AWS::AccountId': 'account',
  'AWS::Partition': 'partition',
  'AWS::URLSuffix': 'urlSuffix',
};

/**
 * An intrinsic function of the user as CDK code. Names of drawn nodes become their constructs, since the CDK
 * makes logical ids of its own; other names are parameters.
 */
export const intrinsicCode = (plan: Plan, value: Intrinsic): Code => {
  const [[fn = '', argument] = []] = Object.entries(value);
  if (fn === 'Ref' && typeof argument === 'string') return refCode(plan, argument);
  if (fn === 'Fn::GetAtt') {
    const [id, attribute] = getAttParts(argument);
    if (id !== undefined && attribute !== undefined) return getAttCode(plan, id, attribute);
  }
  if (fn === 'Fn::Sub') return subCode(plan, argument);
  return call('cdk.Token.asString', object({ [fn]: jsonCode(plan, argument ?? null) }));
};

/** JSON with intrinsics inside. */
const jsonCode = (plan: Plan, value: Json): Code => {
  if (isIntrinsic(value)) return intrinsicCode(plan, value);
  if (Array.isArray(value)) return array(value.map((item: Json) => jsonCode(plan, item)));
  if (isJsonObject(value))
    return object(
      Object.fromEntries(Object.entries(value).map(([key, item]) => [key, jsonCode(plan, item)])),
    );
  return plainCode(value);
};

const getAttParts = (argument: Json | undefined): readonly (string | undefined)[] => {
  if (typeof argument === 'string') {
    const dot = argument.indexOf('.');
    return [argument.slice(0, dot), argument.slice(dot + 1)];
  }
  return Array.isArray(argument) ? argument.map(String) : [];
};

const nodeByLogicalId = (plan: Plan, id: string) =>
  plan.design.nodes.find((node) => plan.logicalId(node) === id);

const refCode = (plan: Plan, id: string): Code => {
  const pseudo = pseudoMembers[id];
  if (pseudo !== undefined) return member(thisExpression, pseudo);
  // The CDK knows the names of its stacks and would write them out; the user asked for the deployed one.
  if (id === 'AWS::StackName') return name('cdk.Aws.STACK_NAME');
  if (id === 'AWS::StackId') return name('cdk.Aws.STACK_ID');
  if (id === 'AWS::NoValue') return name('cdk.Aws.NO_VALUE');
  return nodeByLogicalId(plan, id) === undefined
    ? reference(`parameter:${id}`)
    : attributeWritten(plan, id, 'Ref');
};

const getAttCode = (plan: Plan, id: string, attribute: string): Code =>
  attributeWritten(plan, id, attribute);

/** The attribute of a node whose CloudFormation form is the given one. */
const attributeWritten = (plan: Plan, id: string, cfn: string): Code => {
  const node = nodeByLogicalId(plan, id);
  const attributes = node && serviceOf(node.kind)?.attributes;
  const found = Object.entries(attributes ?? {}).find(([, definition]) => definition.cfn === cfn);
  return node !== undefined && found !== undefined
    ? reference(`attribute:${found[0]}:${node.id}`)
    : reference(`resource:${cfn === 'Ref' ? '' : cfn}:${id}`);
};

const subCode = (plan: Plan, argument: Json | undefined): Code => {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  if (typeof text !== 'string') return constructRef('');
  const own = isJsonObject(variables) ? variables : {};
  const parts: (string | Code)[] = [];
  let end = 0;
  for (const match of text.matchAll(/\$\{(!?)([^}]*)\}/g)) {
    parts.push(text.slice(end, match.index));
    end = match.index + match[0].length;
    const expression = match[2] ?? '';
    if (match[1] === '!') parts.push(`\${${expression}}`);
    else if (Object.hasOwn(own, expression)) parts.push(jsonCode(plan, own[expression] ?? null));
    else {
      const dot = expression.indexOf('.');
      parts.push(
        dot < 0
          ? refCode(plan, expression)
          : getAttCode(plan, expression.slice(0, dot), expression.slice(dot + 1)),
      );
    }
  }
  parts.push(text.slice(end));
  return template(...parts.filter((part) => part !== ''));
};
