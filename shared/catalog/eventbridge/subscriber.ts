import { invoke } from '../../lib/typescript/syntax.ts';
import { constructRef } from '../code.ts';
import { type ExpressionObject, join, pseudo } from '../expression.ts';
import { isPlainObject, jsonText, parsedJson } from '../json-text.ts';
import type { NodeScope } from '../service.ts';
import { serviceRole } from '../service-role.ts';

/** The id of the role that the subscriber delivers under. */
export const subscriberRole = ({ id }: { readonly id: string }): string => `${id}Role`;

/** The properties with filters, and the part of an event that each of them looks at. */
export const filterScopes = {
  eventPattern: 'DATA',
  metadataPattern: 'METADATA',
  systemMetadataPattern: 'SYSTEM_METADATA',
} as const;

/**
 * The subscriber and its role; bus, target and dead-letter queue are written by their connections. The CDK has no L2
 * construct for it. https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-custom-bus-cloudformation.html
 */
export const emitSubscriber = (scope: NodeScope): void => {
  const { out, id, node } = scope;
  const wrong = shapeProblem(scope) ?? patternProblem(scope);
  if (wrong !== undefined) {
    out.problem(`The subscriber "${node.name}" ${wrong}`);
    return;
  }
  const role = subscriberRole(scope);
  serviceRole(out, role, { service: 'events.amazonaws.com' });
  out.identity(node.id, { resource: role, cdk: constructRef(role), method: 'addToPolicy' });
  out.resource(id, {
    type: 'AWS::EventsV2::Subscriber',
    properties: {
      Name: join(pseudo('StackName'), `-${id.slice(0, 100)}`),
      ...scope.cfnProperties(),
      ...filters(scope),
      ...startingPoint(scope),
    },
  });
  // What the role may do has to be there before the first event comes.
  out.statement(invoke(scope.construct, 'node.addDependency', constructRef(role)));
};

/** What keeps the subscriber from being one: it has one bus and one target. */
const shapeProblem = ({ links }: NodeScope): string | undefined => {
  const buses = links('in', { mechanism: 'event-routing' }).length;
  if (buses !== 1)
    return buses === 0
      ? 'has no bus: connect the Custom Event Bus whose events it shall get to it.'
      : `has ${buses} buses, but AWS allows one: make a subscriber for each.`;
  const targets = links('out', { mechanism: 'subscriber-target' }).length;
  if (targets === 1) return undefined;
  return targets === 0
    ? 'has no target: connect it to what shall get the events.'
    : `has ${targets} targets, but AWS allows one: make a subscriber for each.`;
};

const patternOf = ({ graph, node }: NodeScope, property: string) => {
  const value = graph.value(node, property);
  return value === undefined || value === null || value === '' ? undefined : parsedJson(value);
};

const patternProblem = (scope: NodeScope): string | undefined => {
  const wrong = Object.keys(filterScopes).find((property) => {
    const pattern = patternOf(scope, property);
    return pattern !== undefined && !isPlainObject(pattern);
  });
  return wrong && `must have a JSON object as its ${wrong}.`;
};

const filters = (scope: NodeScope): ExpressionObject => {
  const found = Object.entries(filterScopes).flatMap(([property, Scope]) => {
    const pattern = patternOf(scope, property);
    return pattern === undefined ? [] : [{ Scope, Pattern: jsonText(pattern) }];
  });
  return found.length === 0 ? {} : { FilterConfiguration: { Filters: found } };
};

const startingPoint = (scope: NodeScope): ExpressionObject => {
  if (scope.read('startingPosition') !== 'POINT_IN_TIME') return {};
  const point = scope.value('startingPoint');
  return {
    PointInTimeConfiguration:
      point === undefined
        ? { PointType: 'HORIZON' }
        : { PointType: 'TIMESTAMP', StartingPoint: point },
  };
};
