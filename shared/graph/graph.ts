import type { Json, JsonObject } from '../lib/json.ts';
import type { Connection, Design, Node } from '../model/design.ts';
import type { NodeId } from '../model/ids.ts';
import type { Value } from '../model/value.ts';

/** A node or a connection: what a finding can be about and what has properties. */
export type Subject = Node | Connection;

/** What the graph has to know of kinds and connection types; the catalog answers it. */
export interface KindFacts {
  /** The region a kind must be in wherever it is drawn, such as us-east-1 for Lambda@Edge. */
  pinnedRegion(kind: string): string | undefined;
  isContainer(kind: string): boolean;
  /**
   * The default of a property of a kind or a connection type. Undefined for an unknown kind or type;
   * throws for a property that a known one does not have.
   */
  defaultOf(kindOrType: string, property: string): Json | undefined;
  /** When a property counts; absent or undefined: always. While it does not hold, the graph knows no value. */
  conditionOf?(
    kindOrType: string,
    property: string,
  ): ((read: (property: string) => Json | undefined) => boolean) | undefined;
  /** The mechanism of a connection type, such as `event-source-mapping`. */
  mechanismOf(type: string): string | undefined;
  /**
   * The kinds that a connection type joins. A connection drawn between other kinds (a rule reports it) does not count
   * as one of its type or mechanism: its settings would be those of other services.
   */
  endsOf?(type: string): { readonly from: string; readonly to: string } | undefined;
}

/** An id that several nodes, or several connections, share. The graph knows the first of them only. */
export interface Duplicate {
  readonly what: 'node' | 'connection';
  readonly id: string;
  readonly count: number;
}

/** Which connections of a node to give. */
export interface ConnectionFilter {
  readonly mechanism?: string | readonly string[];
  /** The kind at the other end. */
  readonly kind?: string | readonly string[];
  /** The connection's type. */
  readonly type?: string | readonly string[];
}

/**
 * Questions about a design. Every answer is remembered as a dependency of whoever asks while a tracked
 * run is under way (see `IncrementalGraph`), so that an edit re-runs only what read the changed part.
 * Answers come in a fixed order: nodes and connections by id. A node in an answer counts as read, all of it
 * but its position and size; so do the connections of a list. Of several items with one id the first counts.
 */
export interface Graph {
  /** Name, region, stage and raised limits; not the nodes. */
  readonly settings: Pick<Design, 'name' | 'description' | 'region' | 'stage' | 'limits'>;
  /** Ids that occur more than once; nodes first. */
  duplicates(): readonly Duplicate[];
  node(id: string): Node | undefined;
  connection(id: string): Connection | undefined;
  /** All nodes, or those of the given kinds. */
  nodes(...kinds: readonly string[]): readonly Node[];
  /** All connections, or those of the given mechanisms. */
  connections(...mechanisms: readonly string[]): readonly Connection[];
  /** Connections that start at the node. */
  outgoing(node: NodeId | Node, filter?: ConnectionFilter): readonly Connection[];
  /** Connections that end at the node. */
  incoming(node: NodeId | Node, filter?: ConnectionFilter): readonly Connection[];
  /** Nodes at the far end of outgoing connections; each once. */
  targets(node: NodeId | Node, filter?: ConnectionFilter): readonly Node[];
  /** Nodes at the far end of incoming connections; each once. */
  sources(node: NodeId | Node, filter?: ConnectionFilter): readonly Node[];
  source(connection: Connection): Node | undefined;
  target(connection: Connection): Node | undefined;
  mechanism(connection: Connection): string | undefined;

  children(node: NodeId | Node): readonly Node[];
  parent(node: NodeId | Node): Node | undefined;
  /** The parent, its parent, and so on; ends at a cycle. */
  ancestors(node: NodeId | Node): readonly Node[];
  /** The nearest ancestor of one of the kinds. */
  container(node: NodeId | Node, ...kinds: readonly string[]): Node | undefined;
  /**
   * The region the node is deployed to: its kind's pinned region, else that of the region container around it
   * (or that it is), else the design's.
   */
  region(node: NodeId | Node): string;
  /** Subnets the node is placed in: its container, and those that placement connections name. */
  subnets(node: NodeId | Node): readonly Node[];
  /** The VPC the node is placed in, directly or through a subnet; undefined when in none. */
  vpc(node: NodeId | Node): Node | undefined;
  /** Security groups attached to the node; for a Lambda function none means one that the export adds. */
  securityGroups(node: NodeId | Node): readonly Node[];

  /**
   * The property's value: what the design holds, else the catalog's default, else undefined; undefined too
   * while the condition under which the property counts does not hold.
   * Throws for a property name that the catalog does not know: that is a mistake in this program.
   */
  value(subject: Subject, property: string): Value<Json> | undefined;
  /** True when the design itself holds the property (null does not count), whether or not its condition holds. */
  isSet(subject: Subject, property: string): boolean;
  /** The value when it is a number; undefined when unset, unknown (an intrinsic) or of another type. */
  number(subject: Subject, property: string): number | undefined;
  /** The value when it is a text without intrinsics; the empty text counts as unset. */
  text(subject: Subject, property: string): string | undefined;
  /** The value when it is a boolean. */
  boolean(subject: Subject, property: string): boolean | undefined;
  /** The value when it is a list. */
  list(subject: Subject, property: string): readonly Json[] | undefined;
  /** The value when it is an object that is no intrinsic. */
  object(subject: Subject, property: string): JsonObject | undefined;
  /** The node that a node-ref property names. */
  nodeRef(subject: Subject, property: string): Node | undefined;
  /** The connection that a connection-ref property names. */
  connectionRef(subject: Subject, property: string): Connection | undefined;
}

export type { Connection, Design, Node, NodeId };
