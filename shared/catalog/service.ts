import type { Connection, ConnectionFilter, Graph, Node } from '../graph/graph.ts';
import type { Json } from '../lib/json.ts';
import type { Code } from '../lib/typescript/syntax.ts';
import type { LogicalId } from '../model/ids.ts';
import type { Blueprint, ConstructSpec, PolicyStatement } from './blueprint.ts';
import type { Expression, ExpressionObject } from './expression.ts';
import type { Client } from './handlers/client.ts';
import type { PropertyReader, PropertyTable } from './property.ts';
import type { TaskTarget } from './workflow/task-target.ts';

/** Groups of the palette; the kinds of one category share an accent. */
export type Category =
  | 'actor'
  | 'container'
  | 'compute'
  | 'api'
  | 'integration'
  | 'database'
  | 'storage'
  | 'analytics'
  | 'streaming'
  | 'network'
  | 'security'
  | 'identity'
  | 'edge'
  | 'observability';

/** Where a kind may stand and what that means. */
export interface Placement {
  readonly isContainer?: boolean;
  /** Kinds that may hold it; `canvas` is the empty design. A `group` may always stand in between. */
  readonly parents: readonly string[];
  readonly scope: 'global' | 'regional' | 'zonal' | 'external';
  readonly vpc: 'none' | 'optional' | 'required';
  readonly subnet: 'none' | 'optional' | 'required';
  /** Availability Zones that AWS asks for. */
  readonly minAzs?: number;
  /** The only region that AWS takes it in. */
  readonly pinnedRegion?: string;
}

/** How an attribute of the deployed resource is written in each export. */
export interface AttributeDefinition {
  /** `Ref`, a `Fn::GetAtt` attribute, or what the scope makes of it. */
  readonly cfn: string | ((scope: NodeScope) => Expression);
  /** A member of the construct, such as `queueArn`, or what is made of the construct. */
  readonly cdk: string | ((construct: Code, scope: NodeScope) => Code);
}

/** One node while it is written into a blueprint. */
export interface NodeScope {
  readonly node: Node;
  /** The definition of its kind; undefined for a kind that this version does not know. */
  readonly service: ServiceDefinition | undefined;
  readonly graph: Graph;
  /** The logical id of the primary resource, and the id of the construct. */
  readonly id: LogicalId;
  readonly region: string;
  /** The blueprint of the stack that the node belongs to. */
  readonly out: Blueprint;
  /** The construct, for CDK code. */
  readonly construct: Code;
  /** The known value of a property or its default; undefined when unset, an intrinsic, or ruled out by `when`. */
  read(property: string): Json | undefined;
  /**
   * What the export should write for a property: the set value, or the default where AWS's own differs;
   * undefined when nothing need be written.
   */
  value(property: string): Expression | undefined;
  /** The same as CDK code. */
  code(property: string): Code | undefined;
  /** An attribute of this node, by the names of its service's `attributes`. */
  attribute(name: string): Expression;
  /** The client behind a variable of the node's code, by the name of the variable. */
  clientOf(variable: string): Client | undefined;
  /** The names that `attribute` takes. */
  readonly attributeNames: readonly string[];
  /** All properties with a `cfn` path, as nested CloudFormation properties. */
  cfnProperties(): ExpressionObject;
  /**
   * The L2 construct: the class with all properties that have a `cdk` mapping, and the extra ones. What the user
   * set to an intrinsic becomes an override, since L2 properties want literals. The attributes are those of
   * `ConstructSpec`.
   */
  l2(
    className: string,
    extra?: Readonly<Record<string, Code | undefined>>,
    attributes?: Readonly<Record<string, string>>,
  ): ConstructSpec;
  /** The scope of another node of the design. */
  scopeOf(node: Node): NodeScope;
  /**
   * The node's connections, for a kind that writes them all at once (a distribution with its origins). In the
   * order of their ids; those that lead nowhere are left out.
   */
  links(direction: 'in' | 'out', filter: ConnectionFilter): readonly LinkScope[];
  /** The stack of another region, for what AWS takes in that region only. */
  outIn(region: string): Blueprint;
}

/** What a kind may ask of a row of the tables: its settings, and what somebody is allowed to do to what. */
export interface LinkDefinition {
  readonly mechanism: string;
  readonly properties: PropertyTable;
  readonly statements: readonly { readonly resources: readonly string[] }[];
}

/** One connection as seen from one of its ends while that is written. */
export interface LinkScope {
  readonly connection: Connection;
  /** The row. */
  readonly definition: LinkDefinition;
  /** What the row says to its mechanism. */
  readonly options: unknown;
  readonly source: NodeScope;
  readonly target: NodeScope;
  /** A logical id for a resource that this connection adds: the ends' ids and the given word. */
  resourceId(word: string): string;
  read(property: string): Json | undefined;
  value(property: string): Expression | undefined;
  code(property: string): Code | undefined;
}

/** What others call instead of the resource itself. */
export interface CalledAs {
  readonly construct: Code;
  /** The attributes that stand for those of the node, by their names. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** Everything Isobar knows of one kind of node. Palette, inspector, rules, exporters and docs read it. */
export interface ServiceDefinition<Kind extends string = string> {
  /** Kebab-case, stable, never reused. */
  readonly kind: Kind;
  /** AWS's name of it, singular. */
  readonly title: string;
  /** What people also type when they look for it: short names, parts, what it is for, and its kin elsewhere. */
  readonly words: string;
  readonly category: Category;
  /** The file name of AWS's architecture icon, without `.svg`; actors and containers have icons of their own. */
  readonly icon: string;
  /** CloudFormation types; the first is the primary one. Empty for actors. */
  readonly cloudFormation: readonly string[];
  readonly placement: Placement;
  readonly properties: PropertyTable;
  readonly attributes?: Readonly<Record<string, AttributeDefinition>>;
  /** What code uses to work with such a node; the variables that its connections give the code lead to it. */
  readonly clients?: readonly Client[];
  /** How a workflow calls it; absent: no task of a workflow works with it. */
  readonly task?: TaskTarget;
  /** The line under the name: what matters most, such as `nodejs24.x · 512 MB · 30 s`. */
  readonly summary?: (read: PropertyReader) => string;
  /** For a student: what it is for, in two to four sentences. */
  readonly explain: string;
  /** What one pays by. */
  readonly cost?: string;
  readonly limits?: readonly string[];
  /** The AWS page to read. */
  readonly docs: string;
  /** Hidden behind a setting: not generally available or not proven. */
  readonly preview?: boolean;
  /**
   * The `iam.IGrantable` of the CDK whose role the node's code runs under: a grant method takes it. Absent: the kind
   * runs no code, or has no construct to grant to; permissions are written as statements.
   */
  readonly grantee?: (scope: NodeScope) => Code;
  /**
   * The id of the role resource that the node's code runs under, where the export writes it. Absent: SAM and the
   * construct bring it along, or there is none.
   */
  readonly ownRole?: (scope: NodeScope) => string;
  /** What other constructs take for it in the CDK, where that is not the construct of its resource. */
  readonly handle?: (scope: NodeScope) => Code;
  /** What connections call when it is their target, where that is not the resource itself, such as an alias. */
  readonly called?: (scope: NodeScope) => CalledAs | undefined;
  /** Writes the node into its stack. Absent: an actor or a container without a resource. */
  readonly emit?: (scope: NodeScope) => void;
  /** Called when all nodes and connections are written, with what they gave the node's code to read. */
  readonly finish?: (scope: NodeScope, environment: ReadonlyMap<string, Expression>) => void;
  /** How the statements that connections ask for (`Blueprint.allowOn`) become the resource-based policy. */
  readonly resourcePolicy?: {
    /** Writes the policy resource; called once with all statements. */
    readonly sam: (scope: NodeScope, statements: readonly PolicyStatement[]) => void;
    /** CDK code for one statement; absent: `construct.addToResourcePolicy(statement)`. */
    readonly cdk?: (scope: NodeScope, statement: PolicyStatement) => Code;
  };
}

/** Defines a kind. One file each in `services/`, one line in `services/index.ts`. */
export const defineService = <const Kind extends string>(
  definition: ServiceDefinition<Kind>,
): ServiceDefinition<Kind> => definition;
