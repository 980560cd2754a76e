import { call, create, member, text, thisExpression } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { getAtt, refOf } from '../expression.ts';
import { ownLogGroup } from '../log-groups.ts';
import type { NodeScope } from '../service.ts';
import { isL2Stream } from './destinations.ts';
import type { FirehoseLogs } from './parts.ts';

/**
 * The log group for delivery errors, the drawn one or one of its own, with a log stream for each purpose.
 * The CDK construct makes the log streams, named after the purpose, inside the log group's construct.
 */
export const firehoseLogs = (scope: NodeScope, streams: readonly string[]): FirehoseLogs => {
  const { out, id, node } = scope;
  const [drawn] = scope.links('out', { mechanism: 'logging' });
  const group = drawn?.target.id ?? ownLogGroup(scope);
  const streamId = (stream: string): string => `${id}${stream}LogStream`;
  const isL2 = isL2Stream(scope);
  for (const stream of streams)
    out.resource(streamId(stream), {
      type: 'AWS::Logs::LogStream',
      properties: { LogGroupName: drawn?.target.attribute('name') ?? refOf(group) },
      ...(isL2 ? { cdk: 'none' as const } : {}),
    });
  if (drawn === undefined)
    out.allow(
      node.id,
      { actions: ['logs:PutLogEvents'], resources: [getAtt(group, 'Arn')] },
      isL2 ? 'sam' : undefined,
    );
  // Two streams cannot both make a log stream of one name inside the same construct.
  const first = drawn?.target.links('in', { mechanism: 'logging', kind: 'firehose' })[0];
  const isShared = first !== undefined && first.source.id !== id;
  const own = `${id}DrawnLogGroup`;
  if (isShared && isL2)
    out.construct(own, {
      create: call(
        'logs.LogGroup.fromLogGroupName',
        thisExpression,
        text(own),
        member(constructRef(group), 'logGroupName'),
      ),
      type: 'logs.ILogGroup',
    });
  return {
    options: (stream) => ({
      Enabled: true,
      LogGroupName: drawn?.target.attribute('name') ?? refOf(group),
      LogStreamName: refOf(streamId(stream)),
    }),
    code: create('firehose.EnableLogging', constructRef(isShared ? own : group)),
  };
};
