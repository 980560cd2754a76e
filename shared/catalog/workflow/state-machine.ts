import type { Json } from '../../lib/json.ts';
import { type Code, member } from '../../lib/typescript/syntax.ts';
import { pascalCase } from '../../lib/words.ts';
import { constructRef } from '../code.ts';
import { type Expression, refOf } from '../expression.ts';
import { activityId } from '../mechanisms/worker-poll.mechanism.ts';
import type { LinkScope, NodeScope } from '../service.ts';
import { buildDefinition, type TaskPattern, type WorkflowTask } from './definition.ts';
import { definitionText, placeholdersIn } from './substitutions.ts';

/** A value that CloudFormation fills into a definition. */
export interface Substitution {
  readonly name: string;
  readonly value: Expression;
  /** For the CDK, where the expression would read badly. */
  readonly code?: Code | undefined;
}

/** The definition of a state machine as a file and what is filled into it. */
export interface StateMachineDefinition {
  readonly format: 'json' | 'yaml';
  readonly text: string;
  /** In the order of their names. */
  readonly substitutions: readonly Substitution[];
}

/** The user's own definition as it is, or one task for each arrow that leaves the state machine. */
export const stateMachineDefinition = (scope: NodeScope): StateMachineDefinition => {
  const found = new Map<string, Substitution>();
  const own = scope.graph.value(scope.node, 'definition');
  const isOwn = own !== undefined && own !== null && own !== '';
  const { text, substitutions } = definitionText(
    isOwn ? own : generated(scope, (item) => found.set(item.name, item)),
  );
  for (const [name, value] of substitutions) found.set(name, { name, value });
  if (isOwn) fillPlaceholders(scope, text, found);
  return {
    format: isJson(text) ? 'json' : 'yaml',
    text,
    substitutions: [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
};

const isJson = (text: string): boolean => text.trimStart().startsWith('{');

const generated = (scope: NodeScope, declare: (substitution: Substitution) => void): Json =>
  buildDefinition({
    language: scope.read('queryLanguage') === 'JSONPath' ? 'JSONPath' : 'JSONata',
    partition: partitionOf(scope.region),
    timeoutSeconds: scope.graph.value(scope.node, 'timeoutSeconds') ?? undefined,
    tasks: scope
      .links('out', { mechanism: ['workflow-task', 'worker-poll'] })
      .flatMap((link) =>
        link.definition.mechanism === 'worker-poll'
          ? [activityTask(link, declare)]
          : taskOf(link, declare),
      ),
  });

/** Work that waits until a program fetches it. */
const activityTask = (
  link: LinkScope,
  declare: (substitution: Substitution) => void,
): WorkflowTask => {
  const id = activityId(link);
  const name = `${id}Arn`;
  declare({ name, value: refOf(id), code: member(constructRef(id), 'activityArn') });
  return {
    ...settingsOf(link, 'Wait for'),
    resource: '',
    arn: `\${${name}}`,
    pattern: 'request-response',
    arguments: {},
    output: { kind: 'result' },
  };
};

const taskOf = (
  link: LinkScope,
  declare: (substitution: Substitution) => void,
): readonly WorkflowTask[] => {
  const { target } = link;
  const kind = target.service?.task;
  if (!kind) return [];
  const pattern = kind.waits === true ? patternOf(link) : 'request-response';
  const { resource, syncSuffix, ...called } = kind.call({
    pattern,
    read: link.read,
    target,
    resourceId: link.resourceId,
    fill: (word, value, code) => {
      // A literal belongs into the file, where its quotation marks are escaped.
      if (typeof value === 'string') return value;
      const name = `${target.id}${word}`;
      declare({ name, value, code });
      return `\${${name}}`;
    },
  });
  return [
    {
      ...settingsOf(link, kind.verb),
      resource,
      ...(syncSuffix === undefined ? {} : { syncSuffix }),
      ...called,
      pattern,
    },
  ];
};

/** What every task says. */
const settingsOf = (
  { source, target, connection, read }: LinkScope,
  verb: string,
): Pick<WorkflowTask, 'stateName' | 'retry' | 'catch' | 'timeoutSeconds'> => {
  const set = (property: string): Json | undefined =>
    source.graph.value(connection, property) ?? undefined;
  const stateName = read('stateName');
  return {
    stateName:
      typeof stateName === 'string' && stateName !== '' ? stateName : `${verb} ${target.node.name}`,
    retry: set('retry'),
    catch: set('catch'),
    timeoutSeconds: set('timeoutSeconds'),
  };
};

const patternOf = (link: LinkScope): TaskPattern => {
  const pattern = link.read('pattern');
  return pattern === 'sync' || pattern === 'wait-for-task-token' ? pattern : 'request-response';
};

/** https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/partitions.html */
const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';

/**
 * What the placeholders of the user's definition mean: `${OrdersQueueUrl}` is an attribute of a drawn node; any
 * other name is left open and becomes a parameter.
 */
const fillPlaceholders = (
  scope: NodeScope,
  text: string,
  found: Map<string, Substitution>,
): void => {
  const drawn = new Map<string, Expression>();
  for (const node of scope.graph.nodes()) {
    const other = scope.scopeOf(node);
    for (const attribute of other.attributeNames)
      drawn.set(`${other.id}${pascalCase(attribute)}`, other.attribute(attribute));
  }
  for (const link of scope.links('out', { mechanism: 'worker-poll' }))
    drawn.set(`${activityId(link)}Arn`, refOf(activityId(link)));
  for (const name of placeholdersIn(text)) {
    if (found.has(name)) continue;
    const value =
      drawn.get(name) ??
      scope.out.parameter(name, {
        description: `A value that the definition of ${scope.id} asks for.`,
      });
    found.set(name, { name, value });
  }
};
