import { type Code, name, template } from '../lib/typescript/syntax.ts';
import type { Blueprint } from './blueprint.ts';
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

/** How long the property says that logs are kept: as it is set, or 30 days. */
export const retentionOf = (
  { read, value }: Pick<NodeScope, 'read' | 'value'>,
  property: 'logRetentionDays' | 'retentionInDays',
): Expression => {
  const set = value(property);
  return isToken(set) ? set : Number(read(property) ?? 30);
};

interface LogGroup {
  /** Without a name AWS makes one. */
  readonly name?: Expression | undefined;
  readonly days: Expression;
  /** It stays when the stack goes. */
  readonly isKept?: boolean;
}

/** Adds a log group in both exports. */
export const emitLogGroup = (
  out: Blueprint,
  id: string,
  { name: groupName, days, isKept = false }: LogGroup,
): void =>
  out.resource(id, {
    type: 'AWS::Logs::LogGroup',
    properties: { LogGroupName: groupName, RetentionInDays: days },
    deletionPolicy: isKept ? 'Retain' : 'Delete',
    cdk: {
      class: 'logs.LogGroup',
      props: {
        logGroupName: groupName === undefined ? undefined : physicalNameCode(groupName),
        retention: typeof days === 'number' ? retentionCode(days) : undefined,
        removalPolicy: name(`cdk.RemovalPolicy.${isKept ? 'RETAIN' : 'DESTROY'}`),
      },
      // The class takes an enum, which cannot be what is known at deployment only.
      ...(typeof days === 'number'
        ? {}
        : { overrides: [{ path: 'RetentionInDays', value: days }] }),
    },
  });

/**
 * Adds the log group that belongs to a node and goes with it, kept for the node's `logRetentionDays`; gives its id.
 * Without a name AWS makes one.
 */
export const ownLogGroup = (scope: NodeScope, logGroupName?: Expression): string => {
  const group = `${scope.id}LogGroup`;
  emitLogGroup(scope.out, group, {
    name: logGroupName,
    days: retentionOf(scope, 'logRetentionDays'),
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
