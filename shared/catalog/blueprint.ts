import type { Code, Statement } from '../lib/typescript/syntax.ts';
import type { NodeId } from '../model/ids.ts';
import type { Expression, ExpressionObject, ParameterToken } from './expression.ts';

/** An L2 construct (or any expression) that stands for a resource in the CDK export. */
export type ConstructSpec =
  | {
      /** The class with its module alias, such as `sqs.Queue`; created as `new Class(this, id, props)`. */
      readonly class: string;
      readonly props?: Readonly<Record<string, Code | undefined>>;
      /**
       * What the class calls the attributes that code asks for, by CloudFormation's names; the empty one stands for
       * `Ref`. Others are reached through the resource behind it.
       */
      readonly attributes?: Readonly<Record<string, string>>;
      /** Properties of the resource behind it, by dotted CloudFormation path. */
      readonly overrides?: readonly { readonly path: string; readonly value: Expression }[];
    }
  | {
      /** An expression instead of a plain construction, such as `events.EventBus.fromEventBusName(…)`. */
      readonly create: Code;
      /** Its type, such as `events.IEventBus`. */
      readonly type: string;
    };

/** A resource that another construct brings along, and the code by which the others refer to it. */
export interface BroughtResource {
  /** What `Ref` gives, such as `vpc.publicSubnets[0].subnetId`. */
  readonly ref: Code;
}

/** What happens to the data when the resource leaves the stack. */
export type DeletionPolicy = 'Retain' | 'Snapshot' | 'Delete';

export interface ResourceSpec {
  /** The CloudFormation or SAM type. */
  readonly type: string;
  readonly properties?: ExpressionObject;
  readonly dependsOn?: readonly string[];
  readonly deletionPolicy?: DeletionPolicy;
  /** `Metadata` of the SAM template, such as how `sam build` builds the code. */
  readonly metadata?: ExpressionObject | undefined;
  /**
   * The L2 construct of the CDK export; `none` when another construct or statement brings the resource along
   * (or how to refer to it then). Absent: the CDK export writes the L1 construct with the same properties.
   */
  readonly cdk?: ConstructSpec | BroughtResource | 'none';
}

/** An IAM statement whose resources are known to the export. */
export interface PolicyStatement {
  readonly effect?: 'Allow' | 'Deny';
  readonly actions: readonly string[];
  readonly resources: readonly Expression[];
  /** For resource-based policies: a service (`{ Service: 'sns.amazonaws.com' }`), or `*`. */
  readonly principal?:
    | { readonly Service: Expression }
    | { readonly AWS: Expression }
    | { readonly CanonicalUser: Expression }
    | '*';
  readonly conditions?: ExpressionObject;
  readonly sid?: string;
}

/** Which exports a contribution is for; the other one gets the same by other means. */
export type ExportOnly = 'sam' | 'cdk';

export interface ParameterSpec {
  readonly type?: 'String' | 'Number' | 'CommaDelimitedList' | string;
  readonly description: string;
  readonly default?: string | number;
  readonly pattern?: string;
  readonly noEcho?: boolean;
  /** A value to show in samconfig.toml and the README where there is no default. */
  readonly example?: string;
}

/**
 * What one stack will hold. Kinds and mechanisms write into it; the exporters read it. Everything said here
 * appears in both exports, unless the method says which one it is for.
 */
export interface Blueprint {
  /** Adds a resource under a logical id (see `ResourceSpec.cdk` for the CDK side). */
  resource(id: string, spec: ResourceSpec): void;
  has(id: string): boolean;
  /** True when the CDK export has a construct of this id, be it for a resource of the stack or not. */
  hasConstruct(id: string): boolean;
  /** Sets a property of a resource by its dotted path (SAM, and the L1 construct). Objects merge; other values replace. */
  set(id: string, path: string, value: Expression): void;
  /** Appends to a list property of a resource (SAM, and the L1 construct). */
  append(id: string, path: string, ...items: readonly Expression[]): void;
  dependsOn(id: string, ...others: readonly string[]): void;

  /** Sets properties of an L2 construct. */
  props(id: string, props: Readonly<Record<string, Code | undefined>>): void;
  /** Appends to a list property of an L2 construct. */
  appendProp(id: string, prop: string, ...items: readonly Code[]): void;
  /** Adds a construct that only the CDK export needs. */
  construct(id: string, spec: ConstructSpec): void;
  /** Adds a statement behind the constructs it refers to. */
  statement(...statements: readonly (Statement | Code)[]): void;
  /** Overrides a getter of the stack class of the CDK export. */
  getter(
    name: string,
    spec: { readonly type: string; readonly doc: string; readonly value: Code },
  ): void;
  /**
   * Sets a property of the resource behind an L2 construct by its dotted CloudFormation path
   * (`addPropertyOverride`): for what the L2 construct has no property for.
   */
  override(id: string, path: string, value: Expression): void;

  /**
   * Declares who carries the node's permissions: a SAM function or state machine (its own id) or an IAM role,
   * and in the CDK the method of the construct that takes a statement (`addToRolePolicy`), or the role's id.
   */
  identity(
    node: NodeId,
    carrier: { readonly resource: string; readonly cdk: Code; readonly method: string },
  ): void;
  /** Allows the node's role something. */
  allow(node: NodeId, statement: PolicyStatement, only?: ExportOnly): void;
  /**
   * Adds a statement to a node's resource-based policy; the kind's `resourcePolicy` says how it is written.
   * Statements of one node end up in one policy.
   */
  allowOn(node: NodeId, statement: PolicyStatement, only?: ExportOnly): void;
  /** Gives the node's code an environment variable, unless the user set one of that name. */
  environment(node: NodeId, name: string, value: Expression): void;
  /** An event source of a SAM function or state machine (`Events`). The name gets a number when taken. */
  event(
    id: string,
    name: string,
    event: { readonly type: string; readonly properties: ExpressionObject },
  ): void;

  /** Declares a template parameter for what the design leaves open. */
  parameter(name: string, spec: ParameterSpec): ParameterToken;
  output(name: string, value: Expression, description: string): void;
  /** A file beside the template, such as a state machine definition; the path is relative and safe. */
  file(path: string, text: string): void;
  /** Says that something cannot be exported; the export then fails with this message. */
  problem(message: string): void;
}
