import { type Code, call, member, number, template, text } from '../lib/typescript/syntax.ts';
import { codeOf, constructRef } from './code.ts';
import { type Expression, getAtt, intrinsic, join, refOf } from './expression.ts';
import type { AttributeDefinition, CalledAs, NodeScope } from './service.ts';

/*
 * A function with an alias publishes a version at each deployment and moves the alias to it. Whoever calls the
 * function calls the alias: only there are environments kept warm, and only there traffic moves gradually.
 */

/** The name of the alias; undefined for a function that is called as it is. */
export const aliasName = (fn: NodeScope): Expression | undefined => {
  const name = fn.value('autoPublishAlias');
  return name === '' ? undefined : name;
};

/** The construct of the alias; SAM makes the resource by itself. */
export const aliasId = ({ id }: NodeScope): string => `${id}Alias`;

/** What has the settings of asynchronous invocations in the CDK: the alias, or the function. */
export const asyncHolder = (fn: NodeScope): { readonly id: string; readonly construct: Code } => {
  const id = aliasName(fn) === undefined ? fn.id : aliasId(fn);
  return { id, construct: constructRef(id) };
};

/** The ARN with the name of the alias behind it, which SAM also takes for the name of a function. */
export const aliasArn: AttributeDefinition = {
  cfn: (fn) => (aliasName(fn) === undefined ? getAtt(fn.id, 'Arn') : refOf(`${fn.id}.Alias`)),
  cdk: (_construct, fn) => member(asyncHolder(fn).construct, 'functionArn'),
};

/** `function:<name>:<alias>`, taken from the ARN of the alias, so that the alias is there before. */
export const scalableAlias: AttributeDefinition = {
  cfn: (fn) =>
    join(
      'function:',
      intrinsic({ 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: `${fn.id}.Alias` }] }] }),
      ':',
      aliasName(fn) ?? '',
    ),
  cdk: (_construct, fn) =>
    template(
      'function:',
      call(
        'cdk.Fn.select',
        number(6),
        call('cdk.Fn.split', text(':'), member(asyncHolder(fn).construct, 'functionArn')),
      ),
      ':',
      codeOf(aliasName(fn) ?? ''),
    ),
};

/** Others call the alias where there is one. */
export const calledByAlias = (fn: NodeScope): CalledAs | undefined =>
  aliasName(fn) === undefined
    ? undefined
    : {
        construct: constructRef(aliasId(fn)),
        attributes: { arn: 'aliasArn', name: 'aliasArn' },
      };
