import type { Graph } from '../graph/graph.ts';
import type { Json } from '../lib/json.ts';
import type { Code } from '../lib/typescript/syntax.ts';
import type { PolicyStatement } from './blueprint.ts';
import type { Expression, ExpressionObject } from './expression.ts';
import type { PropertyReader, PropertyTable } from './property.ts';
import type { LinkScope } from './service.ts';

/** How it is delivered; the canvas draws the line by it. `config` has no traffic at run time. */
export type Delivery = 'sync' | 'async' | 'poll' | 'stream' | 'config';

/** Whose permissions a statement belongs to. */
export type StatementSide =
  | 'source-role'
  | 'target-role'
  | 'target-policy'
  | 'source-policy'
  /** A role of its own that the mechanism creates for a service to assume. */
  | 'service-role'
  /** The role of the function that owns the mapping a property refers to. */
  | 'consumer-role'
  /** Whoever calls: a client's credentials, the deployer. Nothing is emitted. */
  | 'caller-identity'
  | 'source-trust'
  | 'target-trust'
  | 'service-linked'
  | 'deployer';

/** Known values of the connection and of its ends, for conditions. */
export interface ConnectionReader {
  readonly connection: PropertyReader;
  readonly source: PropertyReader;
  readonly target: PropertyReader;
}

/**
 * An IAM statement as data. Texts may hold placeholders: `{source.arn}`, `{target.name}` (any attribute of
 * either end), `{source.id}` (its `id` attribute), `{connection.prefix}` (a property), `{region}`, `{account}`,
 * `{partition}`. In ARNs the method `ANY` becomes `*`, and so does every path parameter of `{connection.path}`.
 */
export interface StatementTemplate {
  readonly side: StatementSide;
  readonly actions: readonly string[];
  readonly resources: readonly string[];
  /** The service principals of a resource-based policy or of a service role, or `*`. */
  readonly principal?: string | readonly string[];
  readonly conditions?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly when?: (read: ConnectionReader) => boolean;
  /** Only while a node of one of these kinds has a connection to the target. */
  readonly reachedBy?: readonly string[];
  readonly sid?: string;
  /** The mechanism writes it itself, for a resource that it makes; here it stands for people, in their words. */
  readonly byMechanism?: true;
}

/** An environment variable for the source's code. */
export interface EnvironmentTemplate {
  readonly name: string;
  /** A text with placeholders, such as `{target.name}`. */
  readonly value: string;
  readonly when?: (read: ConnectionReader) => boolean;
}

/** One way to connect two kinds. A row of a table: data, no behaviour of its own. */
export interface ConnectionDefinition<Options = unknown> {
  /** `<from>--<to>` or `<from>--<to>--<variant>`. */
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly variant?: string;
  /** Of several ways between two kinds, the usual one. */
  readonly preferred?: boolean;
  /** A verb phrase: "reads and writes items". */
  readonly label: string;
  readonly mechanism: string;
  readonly delivery: Delivery;
  /** How it is drawn: as a line, by putting one into the other, or both. */
  readonly gesture: 'edge' | 'nesting' | 'both';
  /** Drawing from the other end makes the same connection. */
  readonly reversible?: boolean;
  readonly preview?: boolean;
  readonly properties: PropertyTable;
  readonly statements: readonly StatementTemplate[];
  readonly environment: readonly EnvironmentTemplate[];
  /**
   * A mechanism of connections the other way round, by which the target's resource refers to the source's. With one
   * the source must not refer to the target: it gets no environment variable, and its permission stands apart.
   */
  readonly circleWith?: string;
  /** What the mechanism has to know of this pair. */
  readonly options: Options;
  /** For a student; may be left out where the mechanism's explanation says it all. */
  readonly explain?: string;
  /** The title of the AWS page. */
  readonly docs: string;
}

/** What a table row says; the rest follows from its place in the table and its mechanism. */
export type Row<Options = unknown> = Partial<
  Omit<
    ConnectionDefinition<Options>,
    'id' | 'from' | 'to' | 'mechanism' | 'options' | 'label' | 'docs'
  >
> & {
  readonly label: string;
  readonly docs: string;
  readonly options: Options;
};

/** One connection while it is written into the blueprints of its ends' stacks. */
export interface ConnectionScope<Options = unknown> extends LinkScope {
  readonly definition: ConnectionDefinition<Options>;
  readonly options: Options;
  readonly graph: Graph;
  cfnProperties(): ExpressionObject;
  /** The properties with a `cdk` mapping; intrinsics of the user come as CDK tokens. */
  cdkProps(): Readonly<Record<string, Code | undefined>>;
  /** Fills the placeholders of a template text. */
  fill(template: string): Expression;
  /** The filled statements of the given sides whose conditions hold; none when the user took permissions over. */
  statements(...sides: readonly StatementSide[]): readonly PolicyStatement[];
}

/**
 * Where a mechanism may stand in a way over several services:
 * - `anywhere`: what comes in can go on.
 * - `first`: it tells of its source itself, not of what came in there: a database that reports its failover.
 * - `last`: it ends at its target: a sign-in is passed on to nobody.
 * - `never`: it says nothing of the ordinary way of a message: logs, metrics, what happens after a failure.
 *
 * What is delivered as `config` has no traffic, so it is in no way either.
 */
export type OnPath = 'anywhere' | 'first' | 'last' | 'never';

/** One way in which AWS connects services, whatever the services are. */
export interface Mechanism<Options = unknown> {
  readonly id: string;
  readonly family:
    | 'request'
    | 'identity'
    | 'invoke'
    | 'data'
    | 'trigger'
    | 'event'
    | 'failure'
    | 'stream'
    | 'api'
    | 'edge'
    | 'network'
    | 'ops';
  readonly title: string;
  /** For a student: how it works at run time. */
  readonly explain: string;
  /** Where it may stand in a way over several services; `anywhere` unless said. */
  readonly onPath?: OnPath;
  /** Properties that every connection of this mechanism has. */
  readonly properties?: PropertyTable;
  /** Writes one connection. Absent: nothing to write (the kinds ask the graph, or it is documentation only). */
  readonly emit?: (scope: ConnectionScope<Options>) => void;
}

/** A row together with its mechanism, waiting for its place in a table. */
export interface UnplacedRow {
  readonly row: Row;
  readonly mechanism: Mechanism;
}

/** A mechanism that can be called to make a row: `eventSourceMapping({ label, … })`. */
export type RowFactory<Options> = Mechanism<Options> &
  ((row: Omit<Row<Options>, 'options'> & OptionsPart<Options>) => UnplacedRow);
type OptionsPart<Options> = unknown extends Options
  ? { readonly options?: never }
  : undefined extends Options
    ? { readonly options?: Options }
    : { readonly options: Options };

/** Defines a mechanism. One file each in `mechanisms/`, one line in `mechanisms/index.ts`. */
export const defineMechanism = <Options = unknown>(
  mechanism: Mechanism<Options>,
): RowFactory<Options> =>
  Object.assign(
    (row: Omit<Row<Options>, 'options'> & OptionsPart<Options>): UnplacedRow => ({
      row: { options: undefined, ...row } as Row,
      mechanism: mechanism as Mechanism,
    }),
    mechanism,
  );

/** The rows of one source kind, by target kind. */
export const connectionsFrom = <To extends string>(
  from: string,
  table: { readonly [K in To]?: UnplacedRow | readonly UnplacedRow[] },
): readonly ConnectionDefinition[] =>
  (Object.entries(table) as [string, UnplacedRow | readonly UnplacedRow[]][]).flatMap(
    ([to, rows]) =>
      (Array.isArray(rows) ? (rows as readonly UnplacedRow[]) : [rows as UnplacedRow]).map(
        ({ row, mechanism }) => ({
          delivery: 'sync' as const,
          gesture: 'edge' as const,
          statements: [],
          environment: [],
          ...row,
          id: [from, to, ...(row.variant === undefined ? [] : [row.variant])].join('--'),
          from,
          to,
          mechanism: mechanism.id,
          properties: { ...row.properties, ...mechanism.properties },
        }),
      ),
  );
