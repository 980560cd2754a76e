import { type Code, call, invoke, member, number, text } from '../lib/typescript/syntax.ts';
import { codeOf } from './code.ts';
import { type Expression, isToken } from './expression.ts';
import { asyncHolder } from './function-alias.ts';
import type { NodeScope } from './service.ts';

/** The limits of asynchronous invocations: the function's setting, its CloudFormation name, and what AWS takes by itself. */
const limits = [
  {
    property: 'asyncMaxRetryAttempts',
    path: 'MaximumRetryAttempts',
    prop: 'retryAttempts',
    usual: number(2),
  },
  {
    property: 'asyncMaxEventAge',
    path: 'MaximumEventAgeInSeconds',
    prop: 'maxEventAge',
    usual: call('cdk.Duration.hours', number(6)),
  },
] as const;

/**
 * Gives the L2 function a limit that is known at deployment only. The construct looks at what it gets, so it gets
 * AWS's own limit, which the resource behind it then does not keep.
 */
export const overrideAsyncLimit = (fn: NodeScope, path: string, value: Expression): void => {
  const limit = limits.find((item) => item.path === path);
  if (limit === undefined) return;
  const { out } = fn;
  const { id, construct } = asyncHolder(fn);
  out.props(id, { [limit.prop]: limit.usual });
  const config: Code = invoke(construct, 'node.findChild', text('EventInvokeConfig'));
  out.statement(
    invoke(
      { kind: 'as', value: member(config, 'node.defaultChild'), type: 'cdk.CfnResource' },
      'addPropertyOverride',
      text(path),
      codeOf(value),
    ),
  );
};

/** The function's own limits that are known at deployment only. */
export const overrideAsyncLimits = (fn: NodeScope): void => {
  for (const { property, path } of limits) {
    const value = fn.value(property);
    if (isToken(value)) overrideAsyncLimit(fn, path, value);
  }
};
