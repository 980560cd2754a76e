import { type Code, call, create, member } from '../../lib/typescript/syntax.ts';
import { codeOf, constructRef } from '../code.ts';
import { type Expression, getAtt } from '../expression.ts';
import { emitLogGroup } from '../log-groups.ts';
import type { NodeScope } from '../service.ts';

/** Where an API writes a line for each request, and what stands in it. */
export interface AccessLogs {
  readonly destinationArn: Expression;
  readonly format: Expression;
  /** The construct of the log group or of the Firehose stream. */
  readonly destination: Code;
  readonly to: 'log-group' | 'firehose';
}

/** API Gateway refuses a format without one of them. https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html */
const requestId = /\$context\.(requestId|extendedRequestId)\b/;

/** The drawn place of an API's access logs; undefined when none is drawn. */
export const drawnAccessLogs = (api: NodeScope): AccessLogs | undefined => {
  const [link, another] = api.links('out', { mechanism: 'logging' });
  if (link === undefined) return undefined;
  if (another !== undefined)
    api.out.problem(`"${api.node.name}" writes access logs to two places; a stage has one.`);
  const literal = link.read('format');
  if (typeof literal === 'string' && !requestId.test(literal))
    api.out.problem(
      `The access log format of "${api.node.name}" must hold $context.requestId or $context.extendedRequestId.`,
    );
  const { target } = link;
  return {
    // The API writes in its own region only, so the group is of the same stack.
    destinationArn: target.out.has(target.id) ? getAtt(target.id, 'Arn') : target.attribute('arn'),
    format: link.value('format') ?? String(literal ?? ''),
    destination: target.construct,
    to: target.node.kind === 'firehose' ? 'firehose' : 'log-group',
  };
};

/** A log group of the API's own. */
export const ownAccessLogs = (api: NodeScope, format: string, days: Expression): AccessLogs => {
  const id = `${api.id}AccessLogs`;
  emitLogGroup(api.out, id, { days });
  return {
    destinationArn: getAtt(id, 'Arn'),
    format,
    destination: constructRef(id),
    to: 'log-group',
  };
};

/** `apigw.AccessLogFormat.custom('…')` */
export const formatCode = ({ format }: AccessLogs): Code =>
  call('apigw.AccessLogFormat.custom', codeOf(format));

/** Where the stage of a REST API writes to. */
export const restDestinationCode = ({ to, destination }: AccessLogs): Code =>
  to === 'firehose'
    ? create('apigw.FirehoseLogDestination', {
        kind: 'as',
        value: member(destination, 'node.defaultChild'),
        type: 'firehose.CfnDeliveryStream',
      })
    : create('apigw.LogGroupLogDestination', destination);

/** `{ destination, format }` for the stage of an HTTP or WebSocket API. */
export const stageLogsCode = (logs: AccessLogs): Readonly<Record<string, Code>> => ({
  destination: create('apigwv2.LogGroupLogDestination', logs.destination),
  format: formatCode(logs),
});
