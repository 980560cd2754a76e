import { type Code, name, template } from '../lib/typescript/syntax.ts';
import { codeOf } from './code.ts';
import {
  type Expression,
  isToken,
  type JoinToken,
  type PseudoToken,
  tokenKind,
} from './expression.ts';
import { retentionCode } from './log-retention.ts';
import type { NodeScope } from './service.ts';

/**
 * Adds the log group that belongs to a node and goes with it, kept for the node's `logRetentionDays`; gives its id.
 * Without a name AWS makes one.
 */
export const ownLogGroup = (scope: NodeScope, logGroupName?: Expression): string => {
  const { out, id } = scope;
  const retention = Number(scope.read('logRetentionDays') ?? 30);
  const group = `${id}LogGroup`;
  out.resource(group, {
    type: 'AWS::Logs::LogGroup',
    properties: { LogGroupName: logGroupName, RetentionInDays: retention },
    deletionPolicy: 'Delete',
    cdk: {
      class: 'logs.LogGroup',
      props: {
        logGroupName: logGroupName === undefined ? undefined : physicalNameCode(logGroupName),
        retention: retentionCode(retention),
        removalPolicy: name('cdk.RemovalPolicy.DESTROY'),
      },
    },
  });
  return group;
};

/**
 * A physical name as CDK code. The name of the stack stays a reference: the CDK knows it and would write it out,
 * and then two deployments of one template would not differ.
 */
export const physicalNameCode = (value: Expression): Code => {
  if (!isToken(value) || tokenKind(value) !== 'join') return codeOf(value);
  const { parts } = value as JoinToken;
  return template(
    ...parts.map((part) =>
      typeof part === 'string'
        ? part
        : isStackName(part)
          ? name('cdk.Aws.STACK_NAME')
          : codeOf(part),
    ),
  );
};

const isStackName = (value: Expression): boolean =>
  isToken(value) && tokenKind(value) === 'pseudo' && (value as PseudoToken).name === 'StackName';
