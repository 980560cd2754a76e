import type { ConnectionFilter } from '../../graph/graph.ts';
import type { Code } from '../../lib/typescript/syntax.ts';
import type { Expression } from '../expression.ts';
import type { PropertyReader } from '../property.ts';
import type { TaskOutput, TaskPattern } from './definition.ts';
import type { TaskArguments } from './dynamic.ts';

/** What a task reads of the node that it calls, and of those around it: a part of `NodeScope`. */
export interface CalledNode {
  readonly read: PropertyReader;
  value(property: string): Expression | undefined;
  attribute(name: string): Expression;
  links(
    direction: 'in' | 'out',
    filter: ConnectionFilter,
  ): readonly { readonly source: CalledNode; readonly target: CalledNode }[];
}

/** What a task has to know of its connection and of the node that it calls. */
export interface TaskContext {
  readonly pattern: TaskPattern;
  /** Known values of the connection. */
  readonly read: PropertyReader;
  readonly target: CalledNode;
  /** A logical id for a resource that the connection adds. */
  resourceId(word: string): string;
  /**
   * The placeholder for a value that is only known at deployment; `word` tells it from others of the target. The
   * code is for the CDK where the expression would read badly.
   */
  fill(word: string, value: Expression, code?: Code): string;
}

/** The call that a task makes. */
export interface ServiceCall {
  readonly resource: string;
  readonly syncSuffix?: string;
  readonly arguments: TaskArguments;
  readonly output: TaskOutput;
}

/**
 * How a kind of node is called by a workflow. The integrations and their parameters:
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html and, for `aws-sdk`,
 * https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
 */
export interface TaskTarget {
  /** The first word of the state's name when it has none, such as `Call`. */
  readonly verb: string;
  /**
   * The services that a workflow calls when it works on such a node, as they stand in a task's resource, each with
   * the arguments that name the node.
   */
  readonly services: Readonly<Record<string, readonly string[]>>;
  /** Its connection has a `pattern`: the task can wait for more than the answer to the call. */
  readonly waits?: boolean;
  call(context: TaskContext): ServiceCall;
}
