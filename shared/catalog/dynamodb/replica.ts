import { call, flag, object, text, thisExpression } from '../../lib/typescript/syntax.ts';
import { codeOf } from '../code.ts';
import { arn, type Expression, join, parameterRef } from '../expression.ts';
import type { NodeScope } from '../service.ts';

/** The table that a replica copies. */
const replicatedTable = (replica: NodeScope): NodeScope | undefined => {
  const [table] = replica.graph.sources(replica.node, {
    type: 'dynamodb-table--dynamodb-replica',
  });
  return table && replica.scopeOf(table);
};

/** A replica has the name of its table. */
export const replicaName = (replica: NodeScope): Expression =>
  replicatedTable(replica)?.attribute('name') ?? '';

export const replicaArn = (replica: NodeScope): Expression =>
  arn('dynamodb', join('table/', replicaName(replica)));

const streamParameter = (id: string): string => `${id}StreamArn`;

/** No stack tells the ARN of a replica's stream: whoever deploys has to look it up. */
export const replicaStreamArn = ({ id }: NodeScope): Expression =>
  parameterRef(streamParameter(id));

/** The replica itself is written by its table; here it becomes something that the code of its region can refer to. */
export const emitReplica = (scope: NodeScope): void => {
  const { out, id, node, region, graph } = scope;
  const table = replicatedTable(scope);
  if (!table) {
    out.problem(`"${node.name}" is a replica of no table. Draw an arrow to it from the table.`);
    return;
  }
  if (graph.sources(node, { type: 'dynamodb-table--dynamodb-replica' }).length > 1) {
    out.problem(`"${node.name}" is a replica of more than one table. Keep one of the arrows.`);
    return;
  }
  const streams = scope.links('out', { mechanism: 'event-source-mapping' }).length > 0;
  if (streams)
    out.parameter(streamParameter(id), {
      description: `The ARN of the stream of the table's replica in ${region}: aws dynamodb describe-table --query Table.LatestStreamArn.`,
      pattern: '^arn:[a-z-]+:dynamodb:.+/stream/.+$',
      example: `arn:aws:dynamodb:${region}:111122223333:table/Table/stream/2026-01-01T00:00:00.000`,
    });
  if (!streams) return;
  out.construct(id, {
    create: call(
      'dynamodb.Table.fromTableAttributes',
      thisExpression,
      text(id),
      object({
        tableArn: codeOf(replicaArn(scope)),
        tableStreamArn: codeOf(replicaStreamArn(scope)),
        grantIndexPermissions: flag(false),
      }),
    ),
    type: 'dynamodb.ITable',
  });
};
