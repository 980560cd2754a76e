import { invoke } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { type Expression, getAtt, pseudo } from '../expression.ts';
import { jsonText } from '../json-text.ts';
import { ownLogGroup } from '../log-groups.ts';
import type { NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';

/** The id of the role that the pipe works under. */
export const pipeRole = ({ id }: { readonly id: string }): string => `${id}Role`;

/**
 * The pipe and its role; source, enrichment and target are written by their connections. The CDK has no stable L2
 * construct for it. https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-pipes-pipe.html
 */
export const emitPipe = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const wrong = shapeProblem(scope);
  if (wrong !== undefined) {
    out.problem(`The pipe "${node.name}" ${wrong}`);
    return;
  }
  const role = pipeRole(scope);
  serviceRole(out, role, {
    service: 'pipes.amazonaws.com',
    conditions: { StringEquals: { 'aws:SourceAccount': pseudo('AccountId') } },
  });
  out.identity(node.id, { resource: role, cdk: constructRef(role), method: 'addToPolicy' });
  const filters = filtersOf(scope);
  out.resource(id, {
    type: 'AWS::Pipes::Pipe',
    properties: {
      ...scope.cfnProperties(),
      RoleArn: getAtt(role, 'Arn'),
      ...(filters.length > 0
        ? {
            SourceParameters: {
              FilterCriteria: { Filters: filters.map((Pattern) => ({ Pattern })) },
            },
          }
        : {}),
      ...logConfiguration(scope),
    },
  });
  // AWS tries the role when it creates the pipe, so what it may do has to be there before.
  out.statement(invoke(scope.construct, 'node.addDependency', constructRef(role)));
};

/** What keeps the pipe from being one: it has one source and one target. */
const shapeProblem = ({ links }: NodeScope): string | undefined => {
  const count = (direction: 'in' | 'out', mechanism: string): number =>
    links(direction, { mechanism }).length;
  const sources = count('in', 'pipe-source');
  if (sources !== 1)
    return sources === 0
      ? 'has no source: connect the queue or stream that it shall read to it.'
      : `has ${sources} sources, but AWS allows one: make a pipe for each.`;
  const targets = count('out', 'pipe-target');
  if (targets !== 1)
    return targets === 0
      ? 'has no target: connect it to what shall get the records.'
      : `has ${targets} targets, but AWS allows one: let it put events on a bus, and make a rule for each.`;
  const enrichments = count('out', 'pipe-enrichment');
  return enrichments > 1
    ? `has ${enrichments} enrichments, but AWS allows one: let one function ask all.`
    : undefined;
};

const filtersOf = ({ graph, node }: NodeScope): readonly Expression[] => {
  const patterns = graph.value(node, 'filterPatterns');
  return Array.isArray(patterns)
    ? patterns.map((pattern) => (typeof pattern === 'string' ? pattern : jsonText(pattern)))
    : [];
};

/** https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-logs.html */
const logConfiguration = (scope: NodeScope) => {
  const { out, node, links, read } = scope;
  if (read('logLevel') === 'OFF') return {};
  const [drawn] = links('out', { mechanism: 'logging' });
  const own = drawn === undefined ? ownLogGroup(scope) : undefined;
  if (own !== undefined)
    out.allow(node.id, {
      actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
      resources: [getAtt(own, 'Arn')],
    });
  return {
    LogConfiguration: {
      Level: scope.value('logLevel') ?? read('logLevel'),
      IncludeExecutionData: read('includeExecutionData') === true ? ['ALL'] : undefined,
      CloudwatchLogsLogDestination: {
        LogGroupArn: own === undefined ? drawn?.target.attribute('arn') : getAtt(own, 'Arn'),
      },
    },
  };
};
